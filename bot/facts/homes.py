"""The towns where well-known companies are at home, for every folder: who says "the Hamburg retailer" means one.

Known by the companies' names alone. What a folder's gazetteer says itself comes first, and of two companies of one name
that in another country isn't meant. A home is never told, and lends a company no country: it helps to understand.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.facts.entities import PLACE, Entity
from bot.facts.fields import Fields

_AT_HOME = frozenset({"company", "organisation", "product"})


def read_homes(fields: Fields, places: Mapping[str, Entity]) -> dict[str, str]:
    """The ids of towns by the companies' names, folded; `places` are those that may be named."""
    found: dict[str, str] = {}
    for town in fields.names():
        names = fields.strings(town)
        if town not in places or places[town].kind != PLACE:
            fields.problem(town, "", "no place of bystanders.yaml has this id: add the town there")
            continue
        for name in names:
            other = found.setdefault(name.casefold(), town)
            if other != town:
                fields.problem(town, name, f"it is at home in {other} already: a company has one home")
    fields.finish()
    return found


def with_homes(
    entities: Mapping[str, Entity], homes: Mapping[str, str], places: Mapping[str, Entity]
) -> dict[str, Entity]:
    """The entities, companies among them with the home that is known by one of their names.

    `places` are the towns that `homes` names; a folder may have its own id for one.
    """
    own = {name.casefold(): one.id for one in entities.values() if one.kind == PLACE for name in one.spoken}
    found = dict(entities)
    for entity in entities.values():
        if entity.kind not in _AT_HOME or entity.home or entity.bystander:
            continue
        town = next((homes[name.casefold()] for name in entity.spoken if name.casefold() in homes), None)
        if town and (home := _known(places[town], entities, own)) and _agree(entity, entities[home]):
            found[entity.id] = replace(entity, home=home)
    return found


def _known(town: Entity, entities: Mapping[str, Entity], own: Mapping[str, str]) -> str | None:
    """The id that a folder has for a town."""
    if town.id in entities and entities[town.id].kind == PLACE:
        return town.id
    return next((own[name.casefold()] for name in town.spoken if name.casefold() in own), None)


def _agree(entity: Entity, town: Entity) -> bool:
    """Could a company of this country be at home there?"""
    return entity.country is None or town.part_of in {None, entity.country}

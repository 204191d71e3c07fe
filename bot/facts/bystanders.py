"""The project's own bystanders, for every knowledge folder: well-known names that a question may bring up.

A folder's gazetteer comes first: what it names, by whatever id, isn't a bystander. Facts can't be about bystanders.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from bot.facts.entities import Entity


def with_bystanders(own: Mapping[str, Entity], known: Mapping[str, Entity]) -> dict[str, Entity]:
    """A folder's entities, and those of `known` that share neither id nor name with one of them.

    What a bystander is part of stays only if that is there as well, by whatever id, or a country. A folder's own region
    that doesn't say which countries it has gets those of the known one of its name; its own capitals are known as such.
    """
    regions = {name.casefold(): entity.countries for entity in known.values() for name in entity.spoken}
    own = {name: entity if entity.countries else _region(entity, regions) for name, entity in own.items()}
    capitals = {(name.casefold(), one.part_of) for one in known.values() if one.capital for name in one.spoken}
    own = {name: _capital(entity, capitals) for name, entity in own.items()}
    own = _by_their_towns(own, known.values())
    taken = {name.casefold() for entity in own.values() for name in entity.spoken}
    free = {
        entity.id: replace(entity, bystander=True)
        for entity in known.values()
        if entity.id not in own and taken.isdisjoint(name.casefold() for name in entity.spoken)
    }
    every = {**own, **free}
    ids = {name.casefold(): entity.id for entity in every.values() for name in entity.spoken}
    called = {one.id: ids[name.casefold()] for one in known.values() for name in one.spoken if name.casefold() in ids}
    called.update({name: name for name in every})
    return {**own, **{name: _attached(entity, called) for name, entity in free.items()}}


def _region(entity: Entity, regions: Mapping[str, tuple[str, ...]]) -> Entity:
    found = [regions[name.casefold()] for name in entity.spoken if regions.get(name.casefold())]
    return replace(entity, countries=found[0]) if found and entity.kind == "place" else entity


def _capital(entity: Entity, capitals: Collection[tuple[str, str | None]]) -> Entity:
    """A town of the folder; known as the capital of its country even if the folder doesn't say so."""
    if entity.kind != "place" or entity.capital or entity.part_of is None:
        return entity
    named = any((name.casefold(), entity.part_of) in capitals for name in entity.spoken)
    return replace(entity, capital=True) if named else entity


def _by_their_towns(own: Mapping[str, Entity], known: Iterable[Entity]) -> dict[str, Entity]:
    """A folder's entities, also by the names of the towns that stand for them and that the folder doesn't name."""
    found = dict(own)
    taken = {name.casefold() for entity in own.values() for name in entity.spoken}
    for town in known:
        meant = {name.casefold() for name in town.stands_for}
        if not meant or not taken.isdisjoint(name.casefold() for name in town.spoken):
            continue
        for entity in own.values():
            if meant.isdisjoint(name.casefold() for name in entity.spoken):
                continue
            called = found[entity.id].names
            names = {language: (*said, *town.names.get(language, ())) for language, said in called.items()}
            found[entity.id] = replace(found[entity.id], names=names)
    return found


def _attached(entity: Entity, called: Mapping[str, str]) -> Entity:
    """A bystander, part of its whole by the id that this has in the folder."""
    whole = entity.part_of
    return entity if whole is None or whole.isupper() else replace(entity, part_of=called.get(whole))

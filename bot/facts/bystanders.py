"""The project's own bystanders, for every knowledge folder: well-known names that a question may bring up.

A folder's gazetteer comes first: what it names, by whatever id, isn't a bystander. Facts can't be about bystanders.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.facts.model import PLACE, Entity


def with_bystanders(own: Mapping[str, Entity], known: Mapping[str, Entity]) -> dict[str, Entity]:
    """A folder's entities, and those of `known` that share neither id nor name with one of them.

    What a bystander is part of stays only if that is there as well, or a country. A folder's own place gets what is
    known of the one of its name: the countries of a region, whether it is a capital, what else it is called.
    """
    places = {name.casefold(): entity for entity in known.values() if entity.kind == PLACE for name in _names(entity)}
    named = {name.casefold() for entity in own.values() for name in _names(entity)}
    own = {name: _completed(entity, places, named) if entity.kind == PLACE else entity for name, entity in own.items()}
    taken = {name.casefold() for entity in own.values() for name in _names(entity)}
    free = {
        entity.id: replace(entity, bystander=True)
        for entity in known.values()
        if entity.id not in own and taken.isdisjoint(name.casefold() for name in _names(entity))
    }
    return {**own, **{name: _attached(entity, {**own, **free}) for name, entity in free.items()}}


def _names(entity: Entity) -> set[str]:
    return {name for names in entity.names.values() for name in names}


def _completed(entity: Entity, places: Mapping[str, Entity], named: Collection[str]) -> Entity:
    """A folder's own place with what is known of it; `named` is what the folder's entities are called."""
    known = next((places[name.casefold()] for name in sorted(_names(entity)) if name.casefold() in places), None)
    if known is None or _elsewhere(entity, known):
        return entity
    further = {language: [n for n in names if n.casefold() not in named] for language, names in known.names.items()}
    names = {language: (*own, *further.get(language, ())) for language, own in entity.names.items()}
    countries = entity.countries or known.countries
    return replace(entity, names=names, capital=entity.capital or known.capital, countries=countries)


def _elsewhere(entity: Entity, known: Entity) -> bool:
    """Do two places of one name lie in different countries ("Cambridge")?"""
    own, other = (one.country or one.part_of or "" for one in (entity, known))
    return own.isupper() and other.isupper() and own != other


def _attached(entity: Entity, every: Mapping[str, Entity]) -> Entity:
    whole = entity.part_of
    return entity if whole is None or whole.isupper() or whole in every else replace(entity, part_of=None)

"""The deals sorted by what a reader browses by: company, country, year, status. Built once, when first asked for.

A filter is a value that fits into a token; `bot.answering.browsing.browse` shows what it lets through.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from bot.facts.concerned import entities_of
from bot.facts.entities import FIRMS, Entity
from bot.facts.model import Deal, Fact, Knowledge
from bot.facts.store import FactStore
from bot.facts.values import Date

SIDES = ("company", "country", "year", "status")
"""What can be filtered by, in the order of the buttons."""


@dataclass(frozen=True)
class Filter:
    """What deals are wanted: keys of `Shelf.keys`, a side each; None lets all through."""

    company: str | None = None
    country: str | None = None
    year: str | None = None
    status: str | None = None

    def key(self, side: str) -> str | None:
        """The key that a side is filtered by."""
        key: str | None = getattr(self, side)
        return key

    def having(self, side: str, key: str | None) -> "Filter":
        """The same filter with another key for one side."""
        return replace(self, **{side: key})

    @property
    def keys(self) -> dict[str, str]:
        """The sides that are filtered, with their keys."""
        return {side: key for side in SIDES if (key := self.key(side)) is not None}


class Shelf:
    """All deals by company, country, year and status."""

    def __init__(self, knowledge: Knowledge, store: FactStore) -> None:
        self._knowledge = knowledge
        self._sides = {deal.id: _sides(deal, store.facts_of(deal.id), knowledge.entities) for deal in store.deals()}
        names = {name for sides in self._sides.values() for side in SIDES for name in sides[side]}
        self._names = {key_of(name): name for name in sorted(names, reverse=True)}

    def deals(self, wanted: Filter) -> tuple[Deal, ...]:
        """The deals that the filter lets through, in the order of their files."""
        keys = wanted.keys
        return tuple(
            self._knowledge.deals[deal]
            for deal, sides in self._sides.items()
            if all(self._names.get(key) in sides[side] for side, key in keys.items())
        )

    def offered(self, side: str, wanted: Filter) -> tuple[tuple[str, str, int], ...]:
        """What the other filters leave of a side: (key, name, number of deals), years in order, else by frequency."""
        rest = self.deals(wanted.having(side, None))
        counted = Counter(name for deal in rest for name in self._sides[deal.id][side])
        ordered = sorted(counted.items()) if side == "year" else counted.most_common()
        return tuple((key_of(name), name, number) for name, number in ordered)

    def name(self, key: str) -> str | None:
        """The entity, country, year or status behind a key."""
        return self._names.get(key)


def key_of(name: str) -> str:
    """The short key of a side's name: itself where it is short, else a digest."""
    return name if len(name) <= 10 and "." not in name else sha256(name.encode()).hexdigest()[:10]


def _sides(deal: Deal, facts: Iterable[Fact], entities: Mapping[str, Entity]) -> dict[str, frozenset[str]]:
    named = {name for fact in facts for name in entities_of(fact, deal)} | {*deal.parties, *deal.places}
    parties = {whole for party in deal.parties for whole in _wholes(party, entities)}
    places = {whole for name in named for whole in _wholes(name, entities)}
    countries = {name for name in places if name not in entities and len(name) == 2 and name.isupper()}
    countries |= {country for name in deal.places if name in entities and (country := entities[name].country)}
    return {
        "company": frozenset(name for name in parties if name in entities and entities[name].kind in FIRMS),
        "country": frozenset(countries),
        "year": frozenset(str(year) for fact in facts for year in _years(fact)),
        "status": frozenset({deal.status}),
    }


def _wholes(name: str, entities: Mapping[str, Entity]) -> Iterator[str]:
    """The entity and what it is part of: a platform and its company, a city and its country."""
    seen: set[str] = set()
    while name and name not in seen:
        yield name
        seen.add(name)
        known = entities.get(name)
        name = (known.part_of or "") if known else ""


def _years(fact: Fact) -> Iterator[int]:
    for value in fact.values.values():
        if isinstance(value, Date) and value.year is not None:
            yield value.year

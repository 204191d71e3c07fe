"""Whom and which places each deal concerns: by what its facts hold, and by its parties, places and values."""

from collections.abc import Collection, Iterable

from bot.facts.concerned import entities_in
from bot.facts.entities import BUSINESSES
from bot.facts.model import Deal, Knowledge
from bot.facts.tells import Tells
from bot.understanding.readings.profile import FactProfile
from bot.understanding.utterance.units import Unit

_PERSON = "person"
_CODE = 2
_HELD = 0.6
"""How strongly a fact must hold a name for its deal to concern it (a city counts for its country)."""


class Concerning:
    """Tells whether a deal concerns a name."""

    def __init__(self, facts: Iterable[FactProfile], knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._absences = frozenset(knowledge.telling(Tells.ABSENCE))
        self._rivalries = self._absences | frozenset(knowledge.telling(Tells.RIVALRY))
        self._deals: dict[str, set[str]] = {}
        self._within: dict[str, set[str]] = {}
        self._regions: dict[str, list[str]] = {}
        for entity in knowledge.entities.values():
            for country in entity.countries:
                self._regions.setdefault(country, []).append(entity.id)
        for features in facts:
            for key, strength in features.names.items():
                if strength >= _HELD and not self._knowledge.is_place(key[1:]):
                    self._deals.setdefault(key, set()).add(features.fact.deal)
        for name, deals in self._taking_part().items():
            self._deals[f"@{name}"] = deals
        for deal in knowledge.deals.values():
            for name in self._places(deal):
                self._deals.setdefault(f"@{name}", set()).add(deal.id)
                for region in self._regions.get(name, ()):
                    self._within.setdefault(f"@{region}", set()).add(deal.id)

    def near(self, unit: Unit) -> set[str]:
        """The deals of which one may concern what a unit names; no other does."""
        found = ((self._deals.get(key, ()), self._within.get(key, ())) for key in unit.keys)
        return {deal for pair in found for deals in pair for deal in deals}

    def _meant(self, unit: Unit) -> Collection[str]:
        """The keys of what a unit names; those that it may stand for as well only if no deal concerns that itself.

        "Brussels" is a town before it is Belgium, and Jack Ma himself before he is his company.
        """
        own = [f"@{entity}" for entity in unit.entities]
        return own if any(key in self._deals or key in self._within for key in own) else unit.keys

    def holds(self, deal: Deal, unit: Unit, *, agreements: bool) -> bool:
        """Does a deal concern what a unit names? With `agreements` a place must be a party or place of the deal."""
        for key in unit.keys if agreements else self._meant(unit):
            if agreements and self._knowledge.is_place(key[1:]):
                named = self.wholes((*deal.parties, *deal.places))
                found = key[1:] in named or any(key[1:] in self._regions.get(name, ()) for name in named)
            else:
                found = deal.id in self._deals.get(key, ()) or deal.id in self._within.get(key, ())
            if found:
                return True
        return False

    def lies_within(self, deal: Deal, unit: Unit) -> bool:
        """Does a deal concern only countries of the region that a unit names?"""
        keys = self._meant(unit)
        return any(deal.id in self._within.get(key, ()) for key in keys) and not any(
            deal.id in self._deals.get(key, ()) for key in keys
        )

    def leaves_out(self, deal: Deal, unit: Unit) -> bool:
        """Is a deal left out with what a unit names? With a company its own deals are, not those that compare it."""
        if unit.entities and all(self._knowledge.kind_of(entity) in BUSINESSES for entity in unit.entities):
            return not self.wholes(deal.parties).isdisjoint(unit.entities)
        return self.holds(deal, unit, agreements=False)

    def kind(self, unit: Unit) -> str:
        """A company, a person, a place; a name that nobody knows is a kind of its own."""
        return self._knowledge.kind_of(unit.entities[0]) if unit.entities else unit.text

    def wholes(self, names: Iterable[str]) -> set[str]:
        """The entities and what they are part of: a city's country, but not the country that a company is from."""
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                known = self._knowledge.entities.get(name)
                waiting += [known.part_of] if known and known.part_of else []
        return found

    def _taking_part(self) -> dict[str, set[str]]:
        """The deals of each firm that is party to one or a value of its facts: not those that only compare it."""
        found: dict[str, set[str]] = {}
        for deal in self._knowledge.deals.values():
            facts = map(self._knowledge.facts.__getitem__, deal.facts)
            values = (name for fact in facts if fact.attribute not in self._rivalries for name in entities_in(fact))
            for name in self.wholes(
                (*deal.parties, *(one for one in values if self._knowledge.kind_of(one) in BUSINESSES))
            ):
                if self._knowledge.kind_of(name) in BUSINESSES:
                    found.setdefault(name, set()).add(deal.id)
        return found

    def _places(self, deal: Deal) -> Iterable[str]:
        """The countries and regions of a deal: its parties', places' and values', not those a fact is merely about."""
        named = [*deal.parties, *deal.places]
        for fact in map(self._knowledge.facts.__getitem__, deal.facts):
            if fact.attribute not in self._absences:  # a minister who tells of a plan doesn't bring her country into it
                named += (entity for entity in entities_in(fact) if self._knowledge.kind_of(entity) != _PERSON)
        return filter(self._knowledge.is_place, self.wholes(named))


def is_country(entity: str) -> bool:
    """Is it a country? These are known by their ISO codes."""
    return len(entity) == _CODE and entity.isupper()

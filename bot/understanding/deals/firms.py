"""Firms by what statements say they are: "which *payment services* are named?"."""

from collections.abc import Collection, Mapping, Sequence

from bot.facts.model import Fact, Knowledge
from bot.understanding.language.concepts import FirmConcepts
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.units import Unit

COMPANY = "company"


class Firms:
    """Finds them; `about` are the facts about each entity."""

    def __init__(
        self,
        knowledge: Knowledge,
        about: Mapping[str, Sequence[Fact]],
        told: ToldNames,
        concepts: FirmConcepts,
    ) -> None:
        self._knowledge, self._about, self._told = knowledge, about, told
        self._callings = concepts.callings

    def natures(self, unit: Unit) -> frozenset[str]:
        """What a noun says that a firm is, and what else it covers: a marketplace is a platform, too.

        Of several the narrowest count: "department store chains" are no other chains.
        """
        own = self.own_natures(unit)
        return frozenset((*own, *(other for key in own for other in self._callings.get(key, ()))))

    def own_natures(self, unit: Unit) -> frozenset[str]:
        """The same without what else it covers: an online merchant is no chain of shops."""
        said = self._told.nature(unit)
        return frozenset(key for key in said if said.isdisjoint({*self._callings.get(key, ())} - {key}))

    def called(self, natures: Collection[str]) -> dict[str, Fact]:
        """The firms that statements call so, each with the first fact that does, the most told of first."""
        found: dict[str, str] = {}
        for noun in sorted(natures):
            found = self._told.called(noun) | found
        names = sorted(found, key=lambda name: -len(self._about.get(name, ())))
        return {name: self._knowledge.facts[found[name]] for name in names if name in self._about}

    def fits(self, noun: Unit, fact: Fact) -> bool:
        """Does a fact say all that a firm is to be: of "filling station chains" not just that it is a chain?"""
        plain = all(map(self._told.nature, noun.parts[:-1]))
        return plain or not self._told.said(fact.id).isdisjoint(noun.keys)

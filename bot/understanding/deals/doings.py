"""Deals asked for by what they do: "which *takeovers* …", "*Übernahmen* und *Verkäufe*".

Those whose name or title says so are meant. Some words only say so beside such a one ("takeovers and *sales*").
"""

from collections.abc import Collection, Sequence

from bot.understanding.deals.titles import Titles
from bot.understanding.utterance.units import Unit


class Doings:
    """Finds the deals that are called what words say; `nouns` and `beside` are concepts (see deals.yaml)."""

    def __init__(self, titles: Titles, nouns: Collection[str], beside: Collection[str]) -> None:
        self._titles = titles
        self._nouns = frozenset(nouns)
        self._beside = frozenset(beside)

    def called(self, unit: Unit) -> frozenset[str]:
        """The deals that are called what a word says, if it says what a deal does."""
        return frozenset() if self._nouns.isdisjoint(unit.keys) else self._titles.bearing(unit)

    def adds(self, unit: Unit, said: Sequence[Unit]) -> bool:
        """Does a word say what a deal does beside another one that does?"""
        return not self._beside.isdisjoint(unit.keys) and any(map(self.called, said))

    def all(self, said: Sequence[Unit]) -> frozenset[str]:
        """The deals that are called any of what is said; none if nothing says what a deal does."""
        found = [self._titles.bearing(unit) if self.adds(unit, said) else self.called(unit) for unit in said]
        return frozenset().union(*found)

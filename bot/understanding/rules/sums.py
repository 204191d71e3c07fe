"""A sum of money asked for: told only by a fact that tells one, a share or a number, or that it isn't disclosed.

That a turnover "has risen" doesn't say how much it is, and when something was bought doesn't say for how much.
"""

from collections.abc import Iterable, Sequence

from bot.facts.values import Count, Money, NotDisclosed, Percentage, Range
from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.answertypes import CURRENCIES, SHARE
from bot.understanding.utterance.units import Analysis

RULE = "a sum, which the fact doesn't tell"
_MONEY = "money"
_TELLING = (Money, Count, Percentage, Range, NotDisclosed)
_NEAR, _LOOKED_AT = 0.7, 5
"""So near to the best one that tells a sum must be to take its place, and among how many it is looked for."""


class Sums:
    """Tells such questions; `free` are concepts of what costs nothing."""

    def __init__(self, told: ToldNames, free: Iterable[str]) -> None:
        self._told, self._saying = told, CURRENCIES.union([SHARE], free)

    def untold(self, analysis: Analysis, best: Reading) -> bool:
        """Is a sum asked for, where the best reading's fact tells none?"""
        return self._asked(analysis) and not self._tells(best)

    def first(self, analysis: Analysis, readings: Sequence[Reading]) -> list[Reading]:
        """The readings; instead of a best one that tells no sum, first the one of its deal near it that does."""
        best = readings[0]
        if not self._asked(analysis):
            return list(readings)
        in_currency = any(not CURRENCIES.isdisjoint(unit.keys) for unit in analysis.units)
        tells = self._tells_money if in_currency else self._tells
        if tells(best):
            return list(readings)
        for other in readings[1:_LOOKED_AT]:
            near = other.score >= _NEAR * best.score and other.features.fact.deal == best.features.fact.deal
            if near and other.type_fits and tells(other):
                meant = other._replace(score=best.score, odds=best.odds, votes=best.votes)
                return [meant, *(one for one in readings[1:] if one is not other)]
        return list(readings)

    def _asked(self, analysis: Analysis) -> bool:
        return _MONEY in analysis.types and "yesno" not in analysis.flags

    def _tells(self, reading: Reading) -> bool:
        """Does the fact tell a sum, or an example question of it ask for money ("what do they *earn* from it?")?"""
        fact = reading.features.fact
        told = _MONEY in reading.features.gives or any(isinstance(value, _TELLING) for value in fact.values.values())
        return told or not self._saying.isdisjoint(self._told.said(fact.id))

    def _tells_money(self, reading: Reading) -> bool:
        """Does the fact tell money itself? "Half of the shops *earned* any" doesn't say how many *yen*."""
        fact = reading.features.fact
        told = any(isinstance(value, Money | Range | NotDisclosed) for value in fact.values.values())
        return told or not CURRENCIES.isdisjoint(self._told.said(fact.id))

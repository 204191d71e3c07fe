"""When something was: told by a fact that is about the time, not by the deadline of a plan or the year of a survey.

"When did A open its first shops?" isn't answered by when it wanted to have a hundred of them.
"""

from collections.abc import Sequence

from bot.facts.values import Date, DayOfMonth, Duration, NotDisclosed, Weekday
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.utterance.units import TELLING, Analysis

_WHEN = frozenset({"date", "year", "month", "day", "weekday"})
_TIMES = (Date, DayOfMonth, Duration, Weekday, NotDisclosed)
_NEAR, _LOOKED_AT = 0.85, 5
"""So near to the best one that tells the time must be to take its place, and among how many it is looked for."""


def first(analysis: Analysis, readings: Sequence[Reading]) -> list[Reading]:
    """The readings; instead of a best one that tells another thing, first the one of its deal near it that tells when.

    That one must hold all that is said, where the best doesn't.
    """
    best = readings[0]
    fact = best.features.fact
    if best.itself or "yesno" in analysis.flags or not analysis.types & _WHEN or isinstance(fact.value, _TIMES):
        return list(readings)
    if _holds_all(analysis, best):
        return list(readings)
    for other in readings[1:_LOOKED_AT]:
        near = other.score >= _NEAR * best.score and other.features.fact.deal == fact.deal
        if near and other.type_fits and isinstance(other.features.fact.value, _TIMES) and _holds_all(analysis, other):
            return [other._replace(score=best.score), *(one for one in readings if one is not other)]
    return list(readings)


def _holds_all(analysis: Analysis, reading: Reading) -> bool:
    """Does a fact hold each word that says something?"""
    rows = zip(analysis.units, reading.explained, strict=False)
    return all(match >= EXPLAINED for unit, match in rows if unit.kind in TELLING and unit.says)

"""Of two facts of a deal that are nearly as good, the one that holds whoever is named goes first.

"What does *A* pay for B's hall?" isn't answered by how large B's hall is, however many words speak of that.
"""

from collections.abc import Sequence

from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.rules.limiting import FIRM
from bot.understanding.utterance.units import Analysis

_OTHERWISE = frozenset({"yesno", "compare", "ordering"})
"""What sets somebody against another, or denies: whoever is named need not be in the fact."""

_NEAR, _LOOKED_AT = 0.9, 4
"""So near to the best one that holds all names must be to take its place, and among how many it is looked for."""


def first(analysis: Analysis, readings: Sequence[Reading]) -> list[Reading]:
    """The readings; instead of a best one that doesn't hold somebody named, first the one of its deal that does."""
    best, names = readings[0], [unit for unit in analysis.names if unit.weight >= FIRM]
    if analysis.flags & _OTHERWISE or all(best.features.holds(unit, EXPLAINED) for unit in names):
        return list(readings)
    for other in readings[1:_LOOKED_AT]:
        near = other.score >= _NEAR * best.score and other.features.fact.deal == best.features.fact.deal
        if near and other.type_fits >= best.type_fits and all(other.features.holds(u, EXPLAINED) for u in names):
            return [other, *(one for one in readings if one is not other)]
    return list(readings)

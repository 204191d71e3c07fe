"""Of two facts of a deal that are nearly as good, the one that holds whoever is named and what is asked for goes first.

"What does *A* pay for B's hall?" isn't answered by how large B's hall is, however many words speak of that, and "on
which *channel* are the shows of the best brands" not by who the best are.
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
    """The readings; instead of a best one that doesn't hold all that it must, first the one of its deal that does."""
    best = readings[0]
    if analysis.flags & _OTHERWISE or _holds(analysis, best):
        return list(readings)
    for other in readings[1:_LOOKED_AT]:
        near = other.score >= _NEAR * best.score and other.features.fact.deal == best.features.fact.deal
        if near and other.type_fits >= best.type_fits and _holds(analysis, other):
            return [other, *(one for one in readings if one is not other)]
    return list(readings)


def _holds(analysis: Analysis, reading: Reading) -> bool:
    names = (unit for unit in analysis.names if unit.weight >= FIRM)
    asked = not analysis.focus or any(reading.explained[place] >= EXPLAINED for place in analysis.focus)
    return asked and all(reading.features.holds(unit, EXPLAINED) for unit in names)

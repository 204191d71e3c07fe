"""Is it asked what came of a plan, or whether it has come to be? A plan that is told then would be taken for a yes."""

from bot.understanding.rules.matter import asks_the_end
from bot.understanding.utterance.units import Analysis

WHETHER = frozenset({"past", "already"})
"""Operators that ask whether something has come to be."""

_OUTCOME = frozenset({"outcome", "happened"})


def asks_afterwards(analysis: Analysis) -> bool:
    """Is it asked what came of something, or whether it has come to be?"""
    return (
        bool(_OUTCOME & analysis.flags)
        or asks_the_end(analysis, ())
        or ("yesno" in analysis.flags and bool(analysis.flags & WHETHER))
    )

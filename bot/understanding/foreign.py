"""What no deal is about, though a name of it may be: "how is the *weather* in Stockholm?"."""

from collections.abc import Collection

from bot.understanding.scoring import EXPLAINED, Reading
from bot.understanding.units import Analysis

RULE = "what no deal is about"
_MARKS = frozenset("~@#%!")


def speaks_of(analysis: Analysis, best: Reading, foreign: Collection[str]) -> bool:
    """Does a word mean nothing but such things, and the fact not hold it? `foreign` are their concepts."""
    return any(
        explained < EXPLAINED and unit.says and not unit.correction and (keys := [key for key in unit.keys if key[0] not in _MARKS])
        and all(key in foreign for key in keys)
        for unit, explained in zip(analysis.units, best.explained, strict=False)
    )  # fmt: skip

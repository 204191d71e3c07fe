"""What no deal is about, though a name of it may be: "how is the *weather* in Stockholm?".

An attribute's own words may hold such a thing ("even when it rains"); only a fact that is asked for with it is meant.
"""

from collections.abc import Collection

from bot.understanding.scoring import Reading
from bot.understanding.units import Analysis, Unit

RULE = "what no deal is about"
_MARKS = frozenset("~@#%!")


def speaks_of(analysis: Analysis, best: Reading, foreign: Collection[str]) -> bool:
    """Does a word mean nothing but such things, and no question for the fact hold it? `foreign` are their concepts."""
    return any(
        not central and unit.says and not unit.correction and _means_only(unit, foreign)
        for unit, central in zip(analysis.units, best.centrality, strict=False)
    )


def _means_only(unit: Unit, concepts: Collection[str]) -> bool:
    meant = [key for key in unit.keys if key[0] not in _MARKS]
    return bool(meant) and all(key in concepts for key in meant)

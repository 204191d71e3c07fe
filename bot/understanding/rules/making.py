"""Who made a thing, or how it was taken: told only by a fact that speaks of that.

"Who *designed* the hall?" isn't answered by who runs it, nor "which company will *build* it?" by who wants to have it.
"""

from collections.abc import Iterable, Mapping, Sequence, Set

from bot.understanding.readings.scoring import ASKED_SO, Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.units import TELLING, Analysis, Unit

RULE = "the making of a thing, which the fact doesn't tell of"
REACTION = "how it was taken, which the fact doesn't tell of"
MAKERS = frozenset({"person", "company", "organisation", "money"})
"""Who made it, and what that cost."""

MANNER = frozenset({"manner", "opinion"})
"""How it was taken."""

_HELD = 0.6
"""A fact that holds the word worse than this holds one near it."""


class Making:
    """Tells such questions; each deed says which concepts are `asked`, and which a statement must have `told`."""

    def __init__(self, told: ToldNames, deeds: Iterable[Mapping[str, Sequence[str]]], types: Set[str]) -> None:
        self._told, self._types = told, types
        self._deeds = [(frozenset(deed["asked"]), frozenset(deed["told"])) for deed in deeds]

    def asked(self, analysis: Analysis, best: Reading) -> bool:
        """Is it asked who made something, where the best reading's fact says nothing of the kind?"""
        if "yesno" in analysis.flags or not analysis.types & self._types:
            return False
        said = self._told.said(best.features.fact.id)
        rows = zip(analysis.units, best.explained, best.centrality, strict=False)
        return any(
            (c < ASKED_SO or m < _HELD) and self._untold(unit, said)
            for unit, m, c in rows
            if unit.kind in TELLING and unit.says
        )

    def _untold(self, unit: Unit, said: frozenset[str]) -> bool:
        """Does a word mean a deed of which nothing is said, nor of whatever else it may mean?"""
        meant = unit.concepts
        return meant.isdisjoint(said) and any(meant & asked and told.isdisjoint(said) for asked, told in self._deeds)

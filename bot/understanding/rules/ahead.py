"""What comes next: told only by what lay ahead when the source was written, or isn't known.

"Where do they open *next*?" isn't answered by where they are.
"""

from collections.abc import Collection

from bot.facts.model import AHEAD
from bot.facts.values import NotDisclosed
from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.units import Analysis

RULE = "what comes next, which the fact doesn't tell"
_ASKED_SO = 0.25
"""How central the word must be to a fact's own example questions to be what it is asked for with."""


class Ahead:
    """Tells such questions; `following` are the concepts of what comes next."""

    def __init__(self, told: ToldNames, following: Collection[str]) -> None:
        self._told, self._following = told, frozenset(following)

    def untold(self, analysis: Analysis, best: Reading) -> bool:
        """Is it asked what comes next, where the best reading's fact tells of nothing ahead?"""
        fact = best.features.fact
        if "yesno" in analysis.flags:  # "is it on until the *next* summer?"
            return False
        if fact.status in AHEAD or isinstance(fact.value, NotDisclosed) or "future_plans" in best.features.attributes:
            return False
        rows = list(zip(analysis.units, best.centrality, strict=False))
        for place, (unit, central) in enumerate(rows):
            if central >= _ASKED_SO or self._following.isdisjoint(unit.keys):
                continue
            following = rows[place + 1][0] if place + 1 < len(rows) else None
            if following is not None and following.measures:  # "the *next* year"
                continue
            if self._following.isdisjoint(self._told.said(fact.id)):
                return True
        return False

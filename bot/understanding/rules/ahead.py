"""What comes next: told only by what lay ahead when the source was written, or isn't known.

"Where do they open *next*?" isn't answered by where they are.
"""

from collections.abc import Collection

from bot.facts.model import AHEAD
from bot.facts.values import NotDisclosed
from bot.understanding.readings.scoring import ASKED_SO, WELL_KNOWN, Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.units import Analysis

RULE = "what comes next, which the fact doesn't tell"


class Ahead:
    """Tells such questions; `following` are the concepts of what comes next, `outlook` the attributes that tell it."""

    def __init__(self, told: ToldNames, following: Collection[str], outlook: Collection[str]) -> None:
        self._told, self._following, self._outlook = told, frozenset(following), frozenset(outlook)

    def untold(self, analysis: Analysis, best: Reading) -> bool:
        """Is it asked what comes next, where the best reading's fact tells of nothing ahead?"""
        fact = best.features.fact
        if "yesno" in analysis.flags:  # "is it on until the *next* summer?"
            return False
        if (
            fact.status in AHEAD
            or isinstance(fact.value, NotDisclosed)
            or not self._outlook.isdisjoint(best.features.attributes)
        ):
            return False
        if not self._following.isdisjoint(self._told.said(fact.id)):
            return False
        asked = [place for place, unit in enumerate(analysis.units) if not self._following.isdisjoint(unit.keys)]
        usual = best.features.asked >= WELL_KNOWN
        return any(
            not (usual and best.centrality[place] >= ASKED_SO)
            and not any(unit.measures for unit in analysis.units[place + 1 : place + 2])  # "the *next* year"
            for place in asked
        )

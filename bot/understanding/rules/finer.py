"""A kind of thing finer than what a fact names: "in which *building*" isn't answered by the town.

The attributes' own words ("signed", "place", "building") bring a question to the fact that tells where; what kind of
place it names says only its statement, or an example question that asks so.
"""

import re
from collections.abc import Collection, Sequence

from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.units import Analysis, Unit

RULE = "a finer kind of thing than the fact names"

_ASKED_SO = 0.3
"""How central the noun must be to a fact's own example questions."""


class Finer:
    """Tells such questions; `kinds` are concepts for parts of towns, streets and houses, `within` finds "in which"."""

    def __init__(self, told: ToldNames, kinds: Collection[str], within: re.Pattern[str]) -> None:
        self._told, self._kinds, self._within = told, frozenset(kinds), within

    def asked(self, analysis: Analysis, chosen: Sequence[Reading]) -> bool:
        """Is it a place within a town that is asked for, and do the facts name none?"""
        opened = self._within.search(analysis.text)
        place = _noun(analysis, opened.end()) if opened and "yesno" not in analysis.flags else None
        if place is None:
            return False
        unit = analysis.units[place]
        if self._kinds.isdisjoint(unit.keys):
            return False
        return not any(self._says(reading, place, unit) for reading in chosen)

    def _says(self, reading: Reading, place: int, unit: Unit) -> bool:
        own = reading.centrality[place] >= _ASKED_SO
        return own or not self._told.said(reading.features.fact.id).isdisjoint(self._kinds & unit.keys.keys())


def _noun(analysis: Analysis, begin: int) -> int | None:
    """The place of the first unit behind here, if it is no name."""
    behind = [place for place, unit in enumerate(analysis.units) if unit.start >= begin and unit.kind != "operator"]
    first = min(behind, key=lambda place: analysis.units[place].start, default=None)
    return first if first is not None and analysis.units[first].kind != "entity" else None

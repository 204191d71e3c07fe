"""Who served a deal: a lender, an adviser or an interpreter is told only by a fact that speaks of one.

"Which bank lent A the money?" isn't answered by who sold to A, nor "Who interpreted at the signing?" by who signed.
"""

from collections.abc import Iterable

from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.units import Analysis

RULE = "a service to the deal that the fact doesn't tell of"
_WHO = frozenset({"person", "company", "organisation"})
_HELD = 0.9
"""A fact that holds such a word worse than this holds one like it, not the service itself."""


class Services:
    """Tells such questions; `services` are the concepts of those who serve deals and of what they do."""

    def __init__(self, told: ToldNames, services: Iterable[str]) -> None:
        self._told = told
        self._services = frozenset(services)

    def asked(self, analysis: Analysis, best: Reading) -> bool:
        """Does the word behind the question word ask for such a service, which the best reading's fact doesn't tell?"""
        if "yesno" in analysis.flags or not analysis.types & _WHO or not analysis.asking:
            return False
        said = (place for place, unit in enumerate(analysis.units) if unit.says and unit.start >= analysis.asking[0])
        place = min(said, key=lambda one: analysis.units[one].start, default=None)
        if place is None or best.explained[place] >= _HELD:
            return False
        keys = self._services.intersection(analysis.units[place].keys)
        return bool(keys) and keys.isdisjoint(self._told.said(best.features.fact.id))

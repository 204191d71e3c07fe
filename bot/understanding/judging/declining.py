"""From a question that isn't answered to its recognition: is it about the deals, and what is said not to be told.

Last on the way from readings to a verdict; `judgement` says by which rule.
"""

from bot.understanding.judging import untold
from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.recognised import recognised
from bot.understanding.judging.recognition import Recognition, Verdict
from bot.understanding.judging.refusals import Refusals
from bot.understanding.readings.attributes import AttributeFinder
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.utterance.units import Analysis, Unit

UNANSWERED = "a question known to have no answer"
NEAR_GAP = 10.0
"""So many points behind the best reading what isn't told stands as near."""

_FEW_KNOWN = 2
"""Without a name, so many known words make a question one about the deals."""


class Declining:
    """Declines questions that have readings; the same for all of them."""

    def __init__(self, refusals: Refusals, attributes: AttributeFinder) -> None:
        self._refusals, self._attributes = refusals, attributes

    def declined(
        self, candidate: Candidate, rule: str, conflicts: tuple[Unit, ...] = (), gap: Reading | None = None
    ) -> Recognition:
        """The recognition of what a rule forbids to answer; `gap` is what isn't told and may have been meant."""
        analysis = candidate.merged.analysis
        best = candidate.readings[0]
        known = [unit for unit, match in zip(analysis.units, best.explained, strict=False) if match >= EXPLAINED]
        about = bool(analysis.names or candidate.merged.inherited or len(known) >= _FEW_KNOWN)
        attribute = untold.suggested(analysis, best, gap, self._attributes)
        words = any(unit.kind != "number" for unit in analysis.said)  # "both", "two" speak of no other theme
        foreign = words and attribute is None and not any(unit in known for unit in analysis.said)
        foreign = foreign or self._refusals.only_foreign(analysis)
        related = (about and known and not foreign) or (gap is not None and gap.itself)
        verdict = Verdict.SILENT if related or candidate.merged.inherited else Verdict.OFFTOPIC
        named = attribute if untold.is_certain(analysis, attribute, gap, self._attributes) else None
        return recognised(candidate, verdict, rule, conflicts=conflicts, attribute=named)


def near_gap(candidate: Candidate) -> Reading | None:
    """What isn't told, if it stands as near as the best reading."""
    gap, best = candidate.found.gap, candidate.readings[0]
    return gap if gap and gap.score > best.score - NEAR_GAP and _says(candidate.merged.analysis, gap) else None


def _says(analysis: Analysis, reading: Reading) -> bool:
    """Does a reading explain any of the words that aren't names?"""
    return any(
        match >= EXPLAINED and unit.kind != "entity" and unit.says
        for unit, match in zip(analysis.units, reading.explained, strict=False)
    )

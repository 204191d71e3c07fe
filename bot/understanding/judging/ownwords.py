"""A question asked in its own words, not in those of an example: the rules first, then all evidence.

Looked at in this order: which reading goes first; names and numbers that it and its companions don't hold; the thing
and the kind of answer asked for; then all evidence, weighed into a confidence.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.facts.model import Knowledge
from bot.understanding.build import Understanding
from bot.understanding.judging import singleword
from bot.understanding.judging.candidate import Candidate, Limits
from bot.understanding.judging.companions import choose, stated
from bot.understanding.judging.corrections import Corrections
from bot.understanding.judging.declining import UNANSWERED, Declining, near_gap
from bot.understanding.judging.kindred import Kindred
from bot.understanding.judging.objections import Objections, has_rivals, left_out
from bot.understanding.judging.recognised import recognised
from bot.understanding.judging.recognition import Recognition, Verdict
from bot.understanding.judging.refusals import PLACES, Refusals
from bot.understanding.judging.weighing import Weighing
from bot.understanding.readings.scoring import Reading
from bot.understanding.rules import days, holding, matter, othertimes
from bot.understanding.utterance.units import Analysis

_EXACT = 0.95
"""An example question this near is the question itself."""

OTHERS = "others are asked for than the fact tells of"


class OwnWords:
    """Judges such questions."""

    def __init__(
        self,
        understanding: Understanding,
        knowledge: Knowledge,
        limits: Limits,
        refusals: Refusals,
        declining: Declining,
    ) -> None:
        hearing, matching = understanding.hearing, understanding.matching
        self._limits, self._refusals, self._declining = limits, refusals, declining
        self._rules, self._joints = understanding.rules, hearing.joints
        self._attributes, self._all_sides = matching.attributes, knowledge.attributes
        self._sheets = understanding.deals.factsheets
        self._weighing = Weighing(matching.attributes)
        self._objections = Objections(knowledge, hearing.joints)
        self._corrections = Corrections(knowledge)
        self._kindred = Kindred(knowledge, matching, hearing.analyser, hearing.plurals)

    def judged(self, candidate: Candidate) -> Recognition:
        """The recognition of such a question."""
        analysis, readings, found = candidate.merged.analysis, self._corrections.measured(candidate), candidate.found
        readings = self._rules.roles.first(analysis, self._rules.aims.first(analysis, readings))
        readings = self._rules.heads.first(analysis, self._rules.whose.of_those_named(analysis, readings))
        for first in (
            holding.first,
            self._rules.sums.first,
            days.first,
            self._rules.opposites.first,
            self._rules.unnamed.first,
        ):
            readings = first(analysis, readings)
        best = readings[0]
        chosen = choose(analysis, readings, self._limits.companions)
        left = self._objections.left(analysis, chosen)
        conflicts = self._rules.clock.beside(analysis, chosen, self._objections.conflicts(analysis, left))
        if self._refusals.of_something_else(analysis, chosen):
            return self._declining.declined(candidate, matter.RULE, conflicts)
        if conflicts and self._corrections.corrected(candidate, best, conflicts, left):
            rule = "a figure to compare" if conflicts[0].kind == "number" else "false premise"
            return recognised(candidate, Verdict.ANSWER, rule, chosen=(best,), conflicts=conflicts)
        if singleword.too_bare(candidate) and (best.example < _EXACT or has_rivals(readings)):
            verdict, rule, offered, side = singleword.meant(candidate, self._attributes, self._all_sides)
            return recognised(candidate, verdict, rule, chosen=tuple(offered), attribute=side)
        if not conflicts and (besides := left_out(analysis, chosen, self._joints)):
            return self._declining.declined(candidate, OTHERS, besides)
        if against := self._refusals.against(candidate, chosen, conflicts):
            near = near_gap(candidate) if against in PLACES else None
            declined = self._declining.declined(candidate, against, conflicts, gap=near)
            # the very side is told, of another time
            return replace(declined, attribute=None) if against == othertimes.RULE else declined
        inherited = bool(candidate.merged.inherited)
        evidence = self._weighing.evidence(analysis, chosen, readings, inherited=inherited, found=found)
        confidence = self._limits.acceptance.confidence(evidence)
        least = self._limits.acceptance.least_for(best)
        if confidence < least:
            near = near_gap(candidate)
            rule = f"confidence {confidence:.2f} under {least}"
            rule = f"{UNANSWERED}, or nearly: {rule}" if near else rule
            return self._declining.declined(candidate, rule, gap=near)
        said = self._sheets.beside(analysis, stated(analysis, chosen, self._limits.companions), readings)
        said = self._kindred.beside(analysis, said, readings)
        told = recognised(candidate, Verdict.ANSWER, f"confidence {confidence:.2f}", chosen=said)
        return replace(told, confidence=confidence)

    def confidence(self, analysis: Analysis, chosen: Sequence[Reading], readings: Sequence[Reading]) -> float:
        """How sure it is that the chosen readings answer, 0 to 1."""
        return self._limits.acceptance.confidence(self._weighing.evidence(analysis, chosen, readings))

"""The verdict on a question's readings: state some, ask back, say that the sources don't tell, or that it is off topic.

Looked at in this order: a deal asked for by its name; sides that no one fact holds; what is an example question itself;
then what is asked in its own words (`ownwords`).
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.facts.model import Knowledge
from bot.facts.tells import Tells
from bot.understanding.build import Understanding
from bot.understanding.deals.titles import overview
from bot.understanding.judging import alternatives, singleword
from bot.understanding.judging.alternatives import Alternatives
from bot.understanding.judging.candidate import Candidate, Limits
from bot.understanding.judging.companions import MOST, asks_for_several, choose, stated
from bot.understanding.judging.declining import NEAR_GAP, UNANSWERED, Declining
from bot.understanding.judging.eachside import EachSide
from bot.understanding.judging.introductions import Introductions
from bot.understanding.judging.objections import has_rivals
from bot.understanding.judging.officers import Officers
from bot.understanding.judging.ownwords import OwnWords
from bot.understanding.judging.partaking import member, with_list
from bot.understanding.judging.recognised import recognised
from bot.understanding.judging.recognition import Recognition, Verdict
from bot.understanding.judging.refusals import Refusals
from bot.understanding.judging.twosubjects import TwoSubjects
from bot.understanding.readings.scoring import Reading, Scorer
from bot.understanding.rules import alltold

_OFFERED = 4
OF_EACH = "asked of each deal that was listed"
WITH_SIDES = "a question with sides"
_UNCOMPARED = "nothing that is told of both sides"


class Judge:
    """Judges questions; the same for all chats."""

    def __init__(
        self, scorer: Scorer, understanding: Understanding, knowledge: Knowledge, introductions: Introductions
    ) -> None:
        self.limits = Limits()
        self._scorer = scorer
        hearing, matching, deals = understanding.hearing, understanding.matching, understanding.deals
        self._rules, self._joints = understanding.rules, hearing.joints
        self._attributes = matching.attributes
        self._overviews = frozenset(knowledge.telling(Tells.OVERVIEW))
        self._titles = deals.titles
        refusals = Refusals(understanding.rules, hearing, matching.attributes, deals.titles)
        self._declining = Declining(refusals, matching.attributes)
        self._own_words = OwnWords(understanding, knowledge, self.limits, refusals, self._declining)
        self._introductions = introductions
        rules = understanding.rules
        self._officers = Officers(knowledge.entities, hearing.analyser, rules.chiefs, rules.heading)
        subjects = TwoSubjects(scorer, hearing, matching, deals, knowledge, self._own_words.confidence)
        self._alternatives = Alternatives(
            scorer, hearing, understanding.rules.membership, knowledge.kinds, self._own_words.confidence
        )
        self._sides = EachSide(
            scorer, knowledge.kinds, hearing.joints, self._own_words.confidence, subjects, deals.titles
        )

    def verdict(self, candidate: Candidate) -> Recognition:
        """The recognition of a question whose readings are found."""
        analysis = candidate.merged.analysis
        offers = bool(self._alternatives.offered(analysis)) or self._alternatives.orders(analysis)
        offers = offers or self._joints.either_or.search(analysis.text) is not None
        judged = self._verdict(candidate)
        return replace(judged, offers=offers or judged.offers)

    def _verdict(self, candidate: Candidate) -> Recognition:
        persons = self._introductions.asked(candidate.merged.analysis)
        who = self.introduced(candidate, persons) if persons else None
        if not candidate.readings:
            return who or recognised(candidate, Verdict.OFFTOPIC, "no fact shares a word")
        if whole := self._whole(candidate):
            return recognised(candidate, Verdict.ANSWER, "asks what a deal is", chosen=(whole,))
        if untold := self._untold(candidate):
            return untold
        if told := self._alternatives.told(candidate, self.limits):
            return replace(recognised(candidate, Verdict.ANSWER, alternatives.RULE, chosen=told), offers=True)
        if of_sides := self._of_sides(candidate):
            return of_sides
        if who and who.verdict is Verdict.CLARIFY:  # an example question may mean either of them
            return who
        several = self._several(candidate)
        judged = several or self._known(candidate) or who or member(self._rules.membership, candidate)
        judged = judged or self._own_words.judged(candidate)
        if judged.verdict is Verdict.SILENT and (heads := self._officers.asked(candidate.merged.analysis)):
            judged = self.introduced(candidate, heads) or judged
        return with_list(self._rules.membership, candidate, judged)

    def compares_itself(self, candidate: Candidate) -> bool:
        """Does the best fact compare those who are named itself?"""
        return bool(candidate.readings) and self._sides.compared_by_one(candidate, self.limits)

    def _of_sides(self, candidate: Candidate) -> Recognition | None:
        """The recognition of a question whose sides no one fact holds."""
        sides = self._sides.read(candidate, self.limits)
        if sides is None:
            return None
        if not sides.readings:
            nothing = replace(candidate, found=replace(candidate.found, readings=[]))
            return replace(recognised(nothing, Verdict.SILENT, _UNCOMPARED), lacking=sides.lacking)
        rule = "a question of whose sides one is told" if sides.lacking else WITH_SIDES
        told = recognised(candidate, Verdict.ANSWER, rule, chosen=sides.readings)
        return replace(told, lacking=sides.lacking)

    def _several(self, candidate: Candidate) -> Recognition | None:
        """The recognition of a question for several of whom each fact tells one."""
        if candidate.merged.inherited or candidate.readings[0].itself:
            return None
        told = self._rules.alltold.of(candidate.merged.analysis, candidate.readings)
        return recognised(candidate, Verdict.ANSWER, alltold.RULE, chosen=told) if told else None

    def known(self, candidate: Candidate) -> Recognition:
        """The recognition of what is itself an example question of the facts whose readings say so."""
        analysis, readings = candidate.merged.analysis, candidate.readings
        asked = [reading for reading in readings if reading.itself]
        others = [reading for reading in readings if not reading.itself] if asks_for_several(analysis) else []
        known = stated(analysis, choose(analysis, [*asked, *others], self.limits.companions), self.limits.companions)
        return recognised(candidate, Verdict.ANSWER, "an example question", chosen=known)

    def untold(self, candidate: Candidate) -> Recognition:
        """The recognition of what is itself an example of what the sources don't tell."""
        if not candidate.readings:
            return recognised(candidate, Verdict.SILENT, UNANSWERED)
        return replace(self._declining.declined(candidate, UNANSWERED, gap=candidate.found.gap), verdict=Verdict.SILENT)

    def of_several(self, told: Sequence[Recognition]) -> Recognition | None:
        """The recognition of a question that several deals answer, telling the same side of each; None if none does."""
        told = [one for one in told if not one.analysis.said or self._asks_for(one)]
        if not told:
            return None
        sides = max((one.chosen[0] for one in told), key=lambda reading: reading.score).features.attributes
        told = [one for one in told if sides & one.chosen[0].features.attributes]
        best = tuple(one.chosen[0] for one in told)
        if len(best) <= MOST:
            return replace(told[0], chosen=best, rule=OF_EACH)
        return replace(told[0], verdict=Verdict.CLARIFY, chosen=best[:_OFFERED], rule=OF_EACH)

    def _asks_for(self, told: Recognition) -> bool:
        """Do the words ask for the side that the first chosen fact tells?"""
        own = told.chosen[0].features.attributes - self._overviews
        return any(self._attributes.spoken_for(unit, own)[0] for unit in told.analysis.said)

    def _known(self, candidate: Candidate) -> Recognition | None:
        """The recognition of what is itself an example question, of a fact or of what the sources don't tell."""
        asked = any(reading.itself for reading in candidate.readings)
        if asked and self._rules.othertimes.untold(candidate.merged.analysis, candidate.readings[0]):
            return None  # the same words, but "*before* the reduction"
        if asked and not (singleword.too_bare(candidate) and has_rivals(candidate.readings)):
            return self.known(candidate)
        return self._untold(candidate, among_facts=True)

    def _untold(self, candidate: Candidate, *, among_facts: bool = False) -> Recognition | None:
        """The recognition of what is itself an example of what the sources don't tell, and not of a fact as well."""
        readings, gap = candidate.readings, candidate.found.gap
        if not gap or not gap.itself or gap.score <= readings[0].score - NEAR_GAP:
            return None
        if not among_facts and any(reading.itself for reading in readings):
            return None
        return self._declining.declined(candidate, UNANSWERED, gap=gap)

    def _whole(self, candidate: Candidate) -> Reading | None:
        """The overview of the deal whose name is all that is said, or else what is known of it that comes nearest."""
        analysis = candidate.merged.analysis
        deal = self._titles.asked(analysis)
        if deal and any(reading.itself for reading in candidate.readings):
            return None
        deal = deal or (None if candidate.merged.inherited else self._titles.dropped(analysis))
        if deal is None:
            return None
        asked = replace(analysis, flags=analysis.flags | {"summary"})
        return overview(deal, self._overviews, self._scorer.readings(asked, analysis.units))

    def introduced(self, candidate: Candidate, persons: Sequence[str]) -> Recognition | None:
        """The recognition of a question for who somebody is; None where no role is told and the facts must do."""
        told = self._introductions.told(candidate.merged.analysis, persons)
        if len(told) > 1:
            rule = "several may be asked for"
            return recognised(candidate, Verdict.CLARIFY, rule, chosen=tuple(told.values()), introduces=tuple(told))
        if not told:
            return recognised(candidate, Verdict.SILENT, "somebody whom no fact holds", introduces=persons[:1])
        if not self._introductions.has_role(next(iter(told))):
            return None
        chosen, persons = tuple(told.values()), tuple(told)
        return recognised(candidate, Verdict.ANSWER, "asks who it is", chosen=chosen, introduces=persons)

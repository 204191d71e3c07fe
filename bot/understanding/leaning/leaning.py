"""What leans on the conversation: who "she" is, one of those listed, the other deal, the same for somebody else."""

from collections.abc import Sequence
from dataclasses import replace

from bot.facts.model import Knowledge
from bot.understanding.build import Understanding
from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.completing import Completing
from bot.understanding.judging.introductions import Introductions
from bot.understanding.judging.judgement import WITH_SIDES, Judge
from bot.understanding.judging.recognised import listed, missing, rated, recognised, told
from bot.understanding.judging.recognition import Background, Recognition, Verdict
from bot.understanding.leaning.following import Following
from bot.understanding.leaning.measuring import HELD_AGAINST, Measuring
from bot.understanding.leaning.members import Members
from bot.understanding.leaning.narrowing import Narrowing
from bot.understanding.leaning.oflisted import LEAVES, OfListed, asked_barely
from bot.understanding.leaning.reasking import Reasking
from bot.understanding.leaning.staying import Staying
from bot.understanding.leaning.turning import Turning
from bot.understanding.readings.scoring import Reading, Scorer
from bot.understanding.utterance.units import Analysis

_ONE_OF_THEM = "asks whether it is one of them"
_MOST_COMPARING = 8
"""More words ask for more than "compare the two, please"."""

_OTHERS = frozenset({"other_one", "likewise", "back"})

_TWO = 2
_BARELY = "the one fact that tells what is asked of what was said"
_SAME_SIDE = "the same side of another deal"


class Leaning:
    """Recognises what only the conversation tells; `listed` what is asked of the deals just listed."""

    def __init__(
        self,
        understanding: Understanding,
        knowledge: Knowledge,
        scorer: Scorer,
        judge: Judge,
        introductions: Introductions,
    ) -> None:
        self._knowledge = knowledge
        self._judge = judge
        self._introductions = introductions
        hearing, matching, deals = understanding.hearing, understanding.matching, understanding.deals
        self.completing = Completing(hearing, matching, deals, knowledge, scorer)
        self._staying = Staying(knowledge, matching.index.facts, matching.told)
        self._turning = Turning(hearing, matching.index, deals, knowledge, scorer)
        self._following = Following(knowledge, self.completing, hearing.sequels)
        self._measuring = Measuring(
            matching.index, hearing.comparatives, deals.subjects, knowledge, self.completing, judge
        )
        self._members = Members(hearing, matching, knowledge, scorer)
        self._sheets, self._subjects = deals.factsheets, deals.subjects
        narrowing = Narrowing(deals.lister, hearing.analyser.analyse)
        self.listed = OfListed(narrowing, deals.choosing, self._turning, self.completing, judge)
        self._reasking = Reasking(self._staying, scorer, judge, introductions, knowledge)

    def further(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """What else is told of the deal talked about, if no more than that is asked for: first what is nearest."""
        deal = self._knowledge.deals.get(background.deal or "") if background else None
        sheet = self._sheets.further(analysis, deal.id, background.facts) if background and deal else None
        if background is None or sheet is None:
            return None
        about = deal is not None and not {*deal.parties, *deal.places}.isdisjoint(background.entities)
        if not (background.told or about):  # nothing was said of which there could be more
            return Recognition(analysis, Verdict.SILENT, rule=LEAVES)
        nearest = self.completing.nearest(analysis, background, [fact.id for fact in sheet.facts])
        return Recognition(
            analysis, Verdict.FACT_SHEET, sheet=replace(sheet, facts=nearest), rule="asks for more of the same"
        )

    def picked(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """One of the readings that were offered, or what came of what was stated last."""
        if picked := self.completing.picked(analysis, background):
            return told(*picked, "picks what was offered")
        if stated := self.completing.stated(analysis, background):
            return told(*stated, "asks what came of it")
        return None

    def exactly(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """The figure told last once more, if only whether it is exact is asked."""
        exact = self._measuring.exactly(analysis, background)
        return told(*exact, HELD_AGAINST) if exact else None

    def compared(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """The two deals that were talked about last, if no more than a comparison of both is asked for; else None."""
        subjects = self._subjects
        compares = "compare" in analysis.flags or any(map(subjects.compares, analysis.units))
        more = [unit for unit in analysis.said if not subjects.compares(unit) and unit.kind != "number"]
        other = not analysis.flags.isdisjoint(_OTHERS)
        if background is None or not compares or other or more or analysis.names or analysis.words > _MOST_COMPARING:
            return None
        stated = [self._knowledge.facts[fact].deal for fact in background.facts if fact in self._knowledge.facts]
        deals = tuple(dict.fromkeys(filter(None, (background.earlier, *stated)))) if background.told else ()
        both = [self.completing.of_deal(analysis, deal) for deal in deals if deal in self._knowledge.deals]
        read = [one for one in both if one]
        if len(read) != _TWO:
            return None
        return replace(told(*read[0], WITH_SIDES), chosen=tuple(reading for _, reading in read))

    def whether(self, analysis: Analysis, background: Background) -> Recognition | None:
        """Whether somebody is one of those just counted or listed, if that is asked and known."""
        among = self._members.among(analysis, background)
        return told(*among, _ONE_OF_THEM) if among and among[1].polarity is not None else None

    def recognised(
        self, analysis: Analysis, background: Background | None, followed: Candidate | None
    ) -> Recognition | None:
        """What says nothing by itself; None if it is to be weighed like any question."""
        if followed and background and (who := self._referred(followed, background)):
            return who
        if background and (among := self.whether(analysis, background)):
            return among
        if figure := self.completing.rated(analysis, background):
            return rated(*figure)
        if found := self._of_the_last(analysis, background):
            return found
        turned = self._turning.turned(analysis, background)
        if turned and background and self._same_side(turned.readings[0], background):
            return told(turned, turned.readings[0], _SAME_SIDE)
        judged = self._judge.verdict(turned) if turned else None
        return judged if judged and judged.verdict is Verdict.ANSWER else None

    def _of_the_last(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """What is asked of the fact told last: what came after it, what is held against it, who they are, by whom."""
        found = self._following.recognised(analysis, background) or self._measuring.against(analysis, background)
        if found:
            return found
        if doubted := self._measuring.doubted(analysis, background):
            return told(*doubted, HELD_AGAINST)
        if members := self._members.asked(analysis, background):
            return listed(*members)
        return self._reasking.recognised(analysis, background)

    def otherwise(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """What may be meant by a follow-up that has no answer: the same for somebody else, or one of those listed."""
        if swapped := self._swapped(analysis, background):
            return swapped
        among = self._members.among(analysis, background)
        return missing(*among, analysis.names) if among else self._in_full(analysis, background)

    def kept(self, judged: Recognition, followed: Candidate, analysis: Analysis, background: Background) -> Recognition:
        """The answer if it stays with what the conversation is about; else what that has to say."""
        if strange := self._staying.strangers(judged, followed.merged.inherited, background):
            side = asked_barely(analysis)
            return Recognition(analysis, Verdict.SILENT, conflicts=strange, attribute=side, rule=LEAVES)
        if not self._staying.bound(analysis, background):
            return judged

        def stays(reading: Reading) -> bool:
            return self._staying.stays(reading.features, analysis, background)

        silent = judged.verdict is Verdict.SILENT
        if silent and analysis.names:
            return judged
        if not silent and (judged.verdict is not Verdict.ANSWER or stays(judged.chosen[0])):
            there = bool(judged.chosen) and judged.chosen[0].features.fact.deal == background.deal
            bare = there and not analysis.said
            return replace(judged, chosen=tuple(filter(stays, judged.chosen))) if bare else judged
        near = [reading for reading in followed.readings if stays(reading)]
        if near and self._staying.is_told(near[0], analysis):
            return recognised(followed, Verdict.ANSWER, _BARELY, chosen=(near[0],))
        if silent:  # what stands near is looked for there, too
            side = judged.attribute or asked_barely(analysis)
            return replace(judged, readings=tuple(filter(stays, judged.readings)), attribute=side)
        return self._nothing(judged, followed, near, analysis)

    def _nothing(
        self, judged: Recognition, followed: Candidate, near: Sequence[Reading], analysis: Analysis
    ) -> Recognition:
        """What is said instead of an answer that leaves what the conversation is about: what stays, or nothing."""
        if not near:
            strange = analysis.names if not analysis.said else ()
            side = asked_barely(analysis)
            return replace(judged, verdict=Verdict.SILENT, chosen=(), conflicts=strange, attribute=side, rule=LEAVES)
        again = self._judge.verdict(replace(followed, found=replace(followed.found, readings=list(near))))
        if again.verdict is Verdict.ANSWER:
            return again
        side = again.attribute or asked_barely(analysis)
        return replace(again, verdict=Verdict.SILENT, inherited=followed.merged.inherited, attribute=side)

    def _same_side(self, reading: Reading, background: Background) -> bool:
        """Does a fact tell of its deal what was told last of another?"""
        told = self._knowledge.facts.get(next(iter(background.facts), ""))
        return background.told and told is not None and told.attribute == reading.features.fact.attribute

    def _swapped(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """The answer to the question before for somebody else, if it tells the same side; else None."""
        swapped = self.completing.swapped(analysis, background)
        judged = self._judge.verdict(swapped) if swapped else None
        if judged is None or background is None or judged.verdict is not Verdict.ANSWER:
            return None
        before = [self._knowledge.facts[fact] for fact in background.facts if fact in self._knowledge.facts]
        sides = {side for fact in before for side in (fact.attribute, *fact.also)}
        best = judged.chosen[0].features
        return None if sides.isdisjoint(best.attributes) or not self._staying.tells(best, analysis) else judged

    def _in_full(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """The answer if the one whom a pronoun means were named: "is *it* only in Europe?"; else None."""
        meant = self.completing.in_full(analysis, background)
        judged = self._judge.verdict(meant) if meant else None
        return judged if judged and judged.verdict is Verdict.ANSWER else None

    def _referred(self, followed: Candidate, background: Background) -> Recognition | None:
        """Whoever a bare "Who is she?" means."""
        stated = [self._knowledge.facts[fact] for fact in background.facts if fact in self._knowledge.facts]
        persons = self._introductions.referred(followed.merged.analysis, stated, background.entities)
        return self._judge.introduced(followed, persons) if persons else None

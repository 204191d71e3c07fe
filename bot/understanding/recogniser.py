"""From an utterance and its conversation to a recognition: which facts it asks for, or why none answers it.

Small talk and questions for all of something first; then the question is read alone and completed by the conversation,
and the better of the two is judged (`judgement`). Fuzzy likeness is evidence, not permission.
"""

import re
from dataclasses import replace

from bot.facts.model import Knowledge
from bot.facts.tells import Tells
from bot.understanding.build import Understanding
from bot.understanding.deals.listing import DealLister
from bot.understanding.deciding.duel import Duel
from bot.understanding.judging import untold
from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.completing import SHORT
from bot.understanding.judging.followup import LEANING, leans, names_first
from bot.understanding.judging.introductions import Introductions
from bot.understanding.judging.judgement import Judge
from bot.understanding.judging.recall import Recall
from bot.understanding.judging.recognition import Background, Recognition, Verdict
from bot.understanding.leaning.leaning import Leaning
from bot.understanding.leaning.narrowing import RULE as NARROWED
from bot.understanding.overall import Overall
from bot.understanding.readings.attributes import AttributeFinder
from bot.understanding.readings.knownquestions import Told
from bot.understanding.readings.regions import Regions
from bot.understanding.readings.scoring import Scorer
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.rules import membership
from bot.understanding.several.oneandother import OneAndOther
from bot.understanding.several.several import Several
from bot.understanding.utterance import errands
from bot.understanding.utterance.contrast import without_contrast
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.smalltalk import OTHER_LANGUAGE, SmallTalk, serious
from bot.understanding.utterance.units import Analysis, Unit
from bot.understanding.utterance.wanted import named

_TELLING = 1.0
"""The weight of a number that can be asked for by itself; small ones can't."""
_MERE = frozenset({"number", "operator"})
"""Kinds of units that ask for nothing alone ("why *not*?")."""

_ENDS = re.compile(r"[.!?;:–]")
"""What parts what is told from what is asked; after a comma it is one sentence."""

_UNTOLD_YET = frozenset({Verdict.SILENT, Verdict.CLARIFY, Verdict.OFFTOPIC})
"""After these a whole question is read once more, without its conversation."""

_UNTOLD = "a short follow-up that the topic doesn't tell"


class Recogniser:
    """Understands one utterance at a time; holds no state of a conversation."""

    def __init__(
        self, understanding: Understanding, knowledge: Knowledge, smalltalk: SmallTalk, *, by_heart: bool = True
    ) -> None:
        hearing, matching, deals = understanding.hearing, understanding.matching, understanding.deals
        self.overviews = overviews = frozenset(knowledge.telling(Tells.OVERVIEW))
        regions = Regions(knowledge, (profile.fact for profile in matching.index.facts))
        self.scorer = Scorer(matching.index, matching.attributes, overviews, regions)
        introductions = Introductions(self.scorer, knowledge, hearing.analyser)
        self.judge = Judge(self.scorer, understanding, knowledge, introductions)
        self._recall = Recall(hearing.analyser, matching, self.scorer, by_heart=by_heart)
        self._understanding, self._hearing = understanding, hearing
        self._knowledge, self._smalltalk = knowledge, smalltalk
        self.duel = Duel(knowledge, hearing, matching.told, deals.lister)
        self._overall = Overall(deals, hearing.analyser)
        self._leaning = Leaning(understanding, knowledge, self.scorer, self.judge, introductions)
        self._completing = self._leaning.completing
        self._one_and_other = OneAndOther(hearing.joints)
        self._several = Several(understanding, knowledge, self._completing, self.judge, self._leaning.whether)

    def forgetful(self) -> "Recogniser":
        """The same without the known questions: whether a question is found by what it says, for proofs."""
        return Recogniser(self._understanding, self._knowledge, self._smalltalk, by_heart=False)

    def language_of(self, text: str) -> str | None:
        """The language of some words, where they tell one."""
        return self._hearing.analyser.analyse(text).language

    def recognise(self, text: str, background: Background | None = None) -> Recognition:
        """Understand an utterance; `background` is what the conversation is about, if it is still awake."""
        analysis, told = self._recall.read(self._smalltalk.past_greeting(text))
        if narrowed := self._leaning.listed.narrowed(analysis, background):
            return self._overall.deals(analysis, narrowed, NARROWED)
        analysis = without_contrast(analysis, self._hearing.joints, self._knowledge.kinds)
        found = self._at_once(text, analysis, told, background) or self._read(analysis, background)
        if (
            background is None
            or found.verdict not in _UNTOLD_YET
            or not self._completing.whole.is_one(analysis, background.entities)
        ):
            return found
        alone = self.recognise(text)
        return found if alone.verdict in _UNTOLD_YET else alone

    def _at_once(
        self, text: str, analysis: Analysis, told: Told | None, background: Background | None
    ) -> Recognition | None:
        """What needs no weighing: small talk, a choice of what was offered, an example question, all of something."""
        if further := self._leaning.further(analysis, background) or self._leaning.exactly(analysis, background):
            return further
        talk = self._smalltalk.kind(text, self._hearing.analyser.knows)
        if talk and not serious(analysis, talk):
            if analysis.language is None and talk.language:
                analysis = replace(analysis, language=talk.language)
            return Recognition(analysis, Verdict.SMALLTALK, smalltalk=talk.kind, rule="smalltalk")
        if not told and self._hearing.other_tongues.hears(analysis):
            return Recognition(analysis, Verdict.SMALLTALK, smalltalk=OTHER_LANGUAGE, rule="another language")
        if picked := self._leaning.picked(analysis, background):
            return picked
        if self._hearing.errands.is_one(analysis):
            return Recognition(analysis, Verdict.OFFTOPIC, rule=errands.RULE)
        if told and not (background and background.facts and leans(analysis)):
            candidate = self._recall.candidate(analysis, told)
            return self.judge.known(candidate) if told.fact else self.judge.untold(candidate)
        if sheet := self._overall.sheet(analysis, background):
            return sheet
        placed = self._leaning.listed.placed(analysis, background) or self._leaning.compared(analysis, background)
        return placed or self._overall.asked(analysis, background) or self._leaning.listed.of_each(analysis, background)

    def _read(self, analysis: Analysis, background: Background | None) -> Recognition:
        """What is asked in its own words, alone or leaning on the conversation."""
        followed = self._completing.completed(analysis, background)
        if followed is None and all(unit.kind in _MERE and unit.weight < _TELLING for unit in analysis.units):
            nothing = Recognition(analysis, Verdict.OFFTOPIC, rule="nothing to understand")
            return self._leaning.listed.of_no_deal(analysis, background) or nothing
        if leaning := self._leaning.recognised(analysis, background, followed):
            return leaning
        if written := self._one_and_other.written_out(analysis):
            told = self.recognise(written)
            if told.verdict is Verdict.ANSWER:
                return told
        several = self._several.recognise(analysis, background)
        judged = several or self._surer(analysis, self.judge.verdict(self._completing.better(analysis, followed)))
        if background and followed and not self._turns(analysis, judged, followed):
            judged = self._leaning.kept(judged, followed, analysis, background)
        if judged.verdict is not Verdict.ANSWER and followed and names_first(analysis):
            alone = self.judge.verdict(self._completing.better(analysis, None))
            judged = alone if alone.verdict is Verdict.ANSWER else judged
        if judged.verdict is not Verdict.ANSWER and (other := self._otherwise(analysis, background)):
            return other
        if deals := self._overall.instead(analysis, judged):
            return deals
        if judged.verdict is not Verdict.OFFTOPIC or followed is None:
            return judged
        side = untold.surely_asked(analysis, self.attributes) if analysis.refers else None  # "how old is *he*?"
        if not side and not _follows(analysis):
            return judged
        inherited = followed.merged.inherited
        return replace(judged, verdict=Verdict.SILENT, attribute=side, inherited=inherited, rule=_UNTOLD)

    def _turns(self, analysis: Analysis, judged: Recognition, followed: Candidate) -> bool:
        """Is the answer to a whole question about something else than what is talked about?"""
        answers = bool(judged.chosen and followed.readings) and judged.verdict is Verdict.ANSWER
        return answers and self._completing.elsewhere(analysis, judged.chosen[0], followed)

    def _otherwise(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """What else may be meant by what has no answer as it stands."""
        return self._leaning.otherwise(analysis, background) or self._overall.first(analysis, background)

    def _surer(self, analysis: Analysis, judged: Recognition) -> Recognition:
        """The answer to what is asked alone, without what is told beside it, if that is surer than the one to all."""
        alone = _alone(analysis, self._hearing.joints)
        if alone is None or judged.rule == membership.BESIDE:  # by where those are who ask
            return judged
        other = self.judge.verdict(self._completing.better(alone, None))
        if other.verdict is not Verdict.ANSWER:
            return judged
        surer = judged.verdict is not Verdict.ANSWER or other.confidence > judged.confidence
        return replace(other, analysis=analysis) if surer else judged

    def spelt_out(self, text: str, language: str, *, onward: bool) -> str | None:
        """The question that a word or two is short for ("countries"), if that is known; rather one in the language."""
        return self._hearing.shorthand.whole(self._smalltalk.past_greeting(text), language, onward=onward)

    def asks_more(self, analysis: Analysis) -> bool:
        """Is no more asked than what else there is ("more?")?"""
        return self._understanding.deals.factsheets.asks_more(analysis)

    def is_small(self, word: str) -> bool:
        """Is a folded word an article, a preposition or the like in one of the languages?"""
        return self._hearing.analyser.is_small(word)

    def names_side(self, unit: Unit) -> bool:
        """Does a word speak for a side of deals ("price"), and for nothing that no deal is about ("football")?"""
        return self.attributes.spoken_for(unit, ())[1] and self._understanding.rules.foreign.isdisjoint(unit.keys)

    @property
    def attributes(self) -> AttributeFinder:
        """Finds the sides of deals that words speak for."""
        return self._understanding.matching.attributes

    @property
    def told(self) -> ToldNames:
        """Knows whom facts name."""
        return self._understanding.matching.told

    @property
    def joints(self) -> Joints:
        """Words that join names and questions."""
        return self._hearing.joints

    @property
    def lister(self) -> DealLister:
        """Finds deals by what is wanted."""
        return self._understanding.deals.lister

    def left_out(self, analysis: Analysis) -> frozenset[str]:
        """Those whom a question leaves out ("besides Spain")."""
        _, without = named(analysis, self._hearing.joints)
        return frozenset(entity for unit in without for entity in unit.entities)


def _alone(analysis: Analysis, joints: Joints) -> Analysis | None:
    """The clause that asks, if it names somebody itself, isn't joined to what is told before it, and all that is."""
    kept = [place for place, unit in enumerate(analysis.units) if unit.start not in analysis.beside]
    own = tuple(analysis.units[place] for place in kept)
    starts = [unit.start for unit in own if unit.kind != "operator"]
    if not analysis.beside or not starts or max(analysis.beside) > min(starts):
        return None
    between = analysis.text[max(analysis.beside) : min(starts)]
    joined = joints.join.search(between.replace(",", " ")) or not _ENDS.search(between)
    if joined or not any(unit.kind == "entity" for unit in own):
        return None
    return replace(analysis, units=own, focus=tuple(kept.index(place) for place in analysis.focus if place in kept))


def _follows(analysis: Analysis) -> bool:
    """Is it a few words that only make sense after an answer: a bare question word, "and …", no theme of its own?"""
    return analysis.words <= SHORT and (not analysis.said or bool(analysis.flags & (LEANING - {"pronoun"})))

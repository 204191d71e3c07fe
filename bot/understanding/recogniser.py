"""From an utterance and its conversation to a recognition: which facts it asks for, or why none answers it.

Small talk and questions for the deals themselves first; then the question is read alone and completed by the
conversation, and the better of the two is judged (`judgement`). Fuzzy likeness is evidence, not permission.
"""

from dataclasses import replace

from bot.facts.model import Knowledge
from bot.understanding import matter
from bot.understanding.attributes import AttributeFinder
from bot.understanding.build import Understanding
from bot.understanding.candidate import Candidate
from bot.understanding.chronicle import Events
from bot.understanding.completing import SHORT, Completing
from bot.understanding.contrast import without_contrast
from bot.understanding.followup import LEANING, leans
from bot.understanding.inparts import InParts
from bot.understanding.introductions import Introductions
from bot.understanding.joints import Joints
from bot.understanding.judgement import Judge
from bot.understanding.knownquestions import Told
from bot.understanding.listing import DealLister
from bot.understanding.members import Members
from bot.understanding.narrowing import RULE as NARROWED
from bot.understanding.narrowing import Narrowing
from bot.understanding.recall import Recall
from bot.understanding.recognition import Context, Recognition, Verdict
from bot.understanding.scoring import Reading, Scorer
from bot.understanding.smalltalk import OF_THE_ANSWER, POLITE, SWITCHES, Likeness, SmallTalk, Talk
from bot.understanding.staying import Staying
from bot.understanding.turning import Turning
from bot.understanding.units import Analysis
from bot.understanding.wanted import Wanted, named

_TELLING = 1.0
"""The weight of a number that can be asked for by itself; small ones can't."""
_LEAVES = "leaves what the conversation is about"
_UNTOLD = "a short follow-up that the topic doesn't tell"


class Recogniser:
    """Understands one utterance at a time; holds no state of a conversation."""

    def __init__(
        self, understanding: Understanding, knowledge: Knowledge, smalltalk: SmallTalk, *, by_heart: bool = True
    ) -> None:
        self.scorer = Scorer(understanding.index, understanding.attributes, understanding.overviews)
        self._introductions = Introductions(self.scorer, knowledge.entities, understanding.analyser)
        self.judge = Judge(self.scorer, understanding, knowledge, self._introductions)
        self._recall = Recall(understanding, self.scorer, by_heart=by_heart)
        self._understanding = understanding
        self._knowledge = knowledge
        self._smalltalk = smalltalk
        self.overviews = frozenset(understanding.overviews)
        self._staying = Staying(knowledge.kinds, understanding.index.facts, understanding.overviews)
        self._completing = Completing(understanding, knowledge, self.scorer)
        self._turning = Turning(understanding, knowledge, self.scorer)
        self._members = Members(understanding, knowledge, self.scorer)
        self._narrowing = Narrowing(understanding.lister, understanding.analyser.analyse)
        self._in_parts = InParts(understanding, self._completing, self.judge)

    def forgetful(self) -> "Recogniser":
        """The same without the known questions: whether a question is found by what it says, for proofs."""
        return Recogniser(self._understanding, self._knowledge, self._smalltalk, by_heart=False)

    def recognise(self, text: str, context: Context | None = None) -> Recognition:
        """Understand an utterance; `context` is what the conversation is about, if it is still awake."""
        analysis, told = self._recall.read(self._smalltalk.past_greeting(text))
        if narrowed := self._narrowing.wanted(analysis, context.listed if context else ()):
            return self._listed(analysis, narrowed, NARROWED)
        analysis = without_contrast(analysis, self._understanding.joints, self._knowledge.kinds)
        return self._at_once(text, analysis, told, context) or self._read(analysis, context)

    def _at_once(self, text: str, analysis: Analysis, told: Told | None, context: Context | None) -> Recognition | None:
        """What needs no weighing: small talk, a choice of what was offered, an example question, a list of deals."""
        talk = self._smalltalk.kind(text, self._understanding.analyser.knows)
        if talk and not _serious(analysis, talk):
            if analysis.language is None and talk.language:
                analysis = replace(analysis, language=talk.language)
            return Recognition(analysis, Verdict.SMALLTALK, smalltalk=talk.kind, rule="smalltalk")
        if picked := self._completing.picked(analysis, context):
            return self.judge.told(*picked, "picks what was offered")
        if stated := self._completing.stated(analysis, context):
            return self.judge.told(*stated, "asks what came of it")
        if told and not (context and context.facts and leans(analysis)):
            return self.judge.known(self._recall.candidate(analysis, told))
        first = self._first(analysis, context)
        newest = first and first.ranked and first.ranked.kind == "latest"  # a fact may say so without a date
        if first and (first.deals or not (newest and analysis.names)):
            return first
        if roll := self._understanding.rolls.called(analysis, leaning=bool(context and context.facts)):
            entities = tuple(entity for unit in roll.whose for entity in unit.entities[:1])
            return Recognition(analysis, Verdict.ROLL, entities=entities, roll=roll, rule="asks who or what is named")
        if events := self._events(analysis, context):
            return Recognition(analysis, Verdict.EVENTS, events=events, rule="asks what happened when")
        asked = None if _is_bare(analysis) else self.lister.asks(analysis)
        wanted = asked or self.lister.asks_with_whom(analysis)
        return self._listed(analysis, wanted) if wanted else None

    def _events(self, analysis: Analysis, context: Context | None) -> Events | None:
        """What happened in a time, where nothing else is asked."""
        leans = context and context.facts and analysis.figures
        before = (
            self._understanding.analyser.analyse(context.utterance, context.language) if context and leans else None
        )
        return self._understanding.chronicle.asked(analysis, before)

    def _read(self, analysis: Analysis, context: Context | None) -> Recognition:
        """What is asked in its own words, alone or leaning on the conversation."""
        if several := self._of_listed(analysis, context):
            return several
        followed = self._completing.completed(analysis, context)
        if followed is None and all(unit.kind == "number" and unit.weight < _TELLING for unit in analysis.units):
            return Recognition(analysis, Verdict.OFFTOPIC, rule="nothing to understand")
        among = self._members.among(analysis, context)
        if leaning := self._leaning(analysis, context, followed, among):
            return leaning
        several = self._in_parts.recognise(analysis, context)
        judged = several or self._surer(analysis, self.judge.verdict(self._completing.better(analysis, followed)))
        if context and followed and self._staying.bound(analysis, context):
            judged = self._kept(judged, followed, analysis, context)
        if judged.verdict is not Verdict.ANSWER and among:
            return self.judge.missing(among[0], analysis.names)
        if judged.verdict is not Verdict.ANSWER and (first := self._first(analysis, context)):
            return first
        wanted = self.lister.asks_whether(analysis) or (self.lister.asks(analysis) if _is_bare(analysis) else None)
        # "Does the contract with SPSR end in 2014?" is about that contract, not about which have ended
        certain = wanted and wanted.names and wanted.statuses and judged.rule == matter.RULE
        if wanted and not certain and (judged.verdict is not Verdict.ANSWER or self._only_named(judged, wanted)):
            return self._listed(analysis, wanted)
        if judged.verdict is Verdict.OFFTOPIC and followed and _follows(analysis):
            return replace(judged, verdict=Verdict.SILENT, inherited=followed.merged.inherited, rule=_UNTOLD)
        return judged

    def _surer(self, analysis: Analysis, judged: Recognition) -> Recognition:
        """The answer to what is asked alone, without what is told beside it, if that is surer than the one to all."""
        alone = _alone(analysis, self._understanding.joints)
        if alone is None:
            return judged
        other = self.judge.verdict(self._completing.better(alone, None))
        if other.verdict is not Verdict.ANSWER:
            return judged
        surer = judged.verdict is not Verdict.ANSWER or other.confidence > judged.confidence
        return replace(other, analysis=analysis) if surer else judged

    def _leaning(
        self,
        analysis: Analysis,
        context: Context | None,
        followed: Candidate | None,
        among: tuple[Candidate, Reading] | None,
    ) -> Recognition | None:
        """What only the conversation tells: who "she" is, who is one of those listed, which ones, the other deal."""
        if followed and context and (who := self._referred(followed, context)):
            return who
        if among and among[1].polarity is not None:
            return self.judge.told(*among, "asks whether it is one of them")
        if rated := self._completing.rated(analysis, context):
            return self.judge.rated(*rated)
        if members := self._members.asked(analysis, context):
            return self.judge.listed(*members)
        return self._turned(analysis, context)

    def _of_listed(self, analysis: Analysis, context: Context | None) -> Recognition | None:
        """What is told of each of the deals just listed, or a choice among them; None if of none."""
        deals = self._narrowing.deals(context.listed) if context else ()
        told = [self.judge.verdict(candidate) for candidate in self._turning.of_each(analysis, deals)]
        return self.judge.of_several([one for one in told if one.verdict is Verdict.ANSWER])

    def _turned(self, analysis: Analysis, context: Context | None) -> Recognition | None:
        """The answer to the question before, asked of another deal now; None if that has none."""
        turned = self._turning.turned(analysis, context)
        judged = self.judge.verdict(turned) if turned else None
        return judged if judged and judged.verdict is Verdict.ANSWER else None

    def _kept(self, judged: Recognition, followed: Candidate, analysis: Analysis, context: Context) -> Recognition:
        """The answer if it stays with what the conversation is about; else what that has to say."""

        def stays(reading: Reading) -> bool:
            return self._staying.stays(reading.features, analysis, context)

        if judged.verdict is Verdict.SILENT and not analysis.names:  # what stands near is looked for there, too
            return replace(judged, readings=tuple(filter(stays, judged.readings)))
        if judged.verdict is not Verdict.ANSWER or stays(judged.chosen[0]):
            return judged
        near = [reading for reading in followed.readings if stays(reading)]
        if not near:
            return replace(judged, verdict=Verdict.SILENT, chosen=(), rule=_LEAVES)
        again = self.judge.verdict(replace(followed, found=replace(followed.found, readings=near)))
        if again.verdict is Verdict.ANSWER:
            return again
        return replace(again, verdict=Verdict.SILENT, inherited=followed.merged.inherited)

    def _listed(self, analysis: Analysis, wanted: Wanted, rule: str = "asks which deals there are") -> Recognition:
        """The deals asked for; where there are none, the reply says what stands near."""
        deals = self.lister.deals(wanted)
        entities = tuple(entity for unit in analysis.names for entity in unit.entities[:1])
        strange = tuple(unit for unit in wanted.names if not unit.entities)
        verdict = Verdict.SILENT if strange else Verdict.DEALS
        return Recognition(
            analysis,
            verdict,
            conflicts=strange,
            entities=entities,
            deals=deals,
            wanted=wanted,
            rule=rule,
        )

    def _first(self, analysis: Analysis, context: Context | None) -> Recognition | None:
        """What comes first of all deals, or of all that counts one thing, where that is asked for and can be told."""
        leaning = bool(context and context.facts)
        asked = self._understanding.superlatives.asked(analysis, leaning=leaning)
        ranked = self._understanding.ranking.of(asked) if asked else None
        if asked is None or ranked is None:
            return None
        return Recognition(
            analysis,
            Verdict.DEALS,
            entities=tuple(entity for unit in analysis.names for entity in unit.entities[:1]),
            deals=tuple(dict.fromkeys(fact.deal for fact in ranked.first)),
            wanted=asked.deals,
            ranked=ranked,
            rule="asks which comes first",
        )

    @property
    def attributes(self) -> AttributeFinder:
        """Finds the sides of deals that words speak for."""
        return self._understanding.attributes

    @property
    def lister(self) -> DealLister:
        """Finds deals by what is wanted."""
        return self._understanding.lister

    def left_out(self, analysis: Analysis) -> frozenset[str]:
        """Those whom a question leaves out ("besides Spain")."""
        _, without = named(analysis, self._understanding.joints)
        return frozenset(entity for unit in without for entity in unit.entities)

    def _only_named(self, judged: Recognition, wanted: Wanted) -> bool:
        """Does the answer only name a country with which there is no agreement, without saying yes or no to that?"""
        best = judged.chosen[0]
        return wanted.agreements and not best.itself and best.polarity is None and not self.lister.deals(wanted)

    def _referred(self, followed: Candidate, context: Context) -> Recognition | None:
        """Whoever a bare "Who is she?" means."""
        stated = [self._knowledge.facts[fact] for fact in context.facts if fact in self._knowledge.facts]
        persons = self._introductions.referred(followed.merged.analysis, stated, context.entities)
        return self.judge.introduced(followed, persons) if persons else None


def _alone(analysis: Analysis, joints: Joints) -> Analysis | None:
    """The clause that asks, if it names somebody itself, isn't joined to what is told before it, and all that is."""
    kept = [place for place, unit in enumerate(analysis.units) if unit.start not in analysis.beside]
    own = tuple(analysis.units[place] for place in kept)
    starts = [unit.start for unit in own if unit.kind != "operator"]
    if not analysis.beside or not starts or max(analysis.beside) > min(starts):
        return None
    joined = joints.join.search(analysis.text[max(analysis.beside) : min(starts)].replace(",", " "))
    if joined or not any(unit.kind == "entity" for unit in own):
        return None
    return replace(analysis, units=own, focus=tuple(kept.index(place) for place in analysis.focus if place in kept))


def _is_bare(analysis: Analysis) -> bool:
    """Does it ask for yes or no and name nobody? "Is there a contract yet?" asks about one deal."""
    return "yesno" in analysis.flags and not analysis.names


def _follows(analysis: Analysis) -> bool:
    """Is it a few words that only make sense after an answer: a bare question word, "and …", no theme of its own?"""
    return analysis.words <= SHORT and (not analysis.said or bool(analysis.flags & (LEANING - {"pronoun"})))


def _serious(analysis: Analysis, talk: Talk) -> bool:
    """Does what sounds like small talk name something, or ask a question that is only spelt like it ("Bis wann?")?"""
    if talk.kind in SWITCHES or (talk.kind in OF_THE_ANSWER and talk.likeness is not Likeness.IN_PIECES):
        return talk.likeness is Likeness.IN_PIECES and len(analysis.names) > 1
    if talk.likeness is Likeness.SAME:
        return bool(analysis.units) and len(analysis.names) == len(analysis.units)
    asks = bool(analysis.types) or analysis.text.rstrip().endswith("?")
    if talk.kind in POLITE and talk.likeness is Likeness.IN_PIECES and asks:  # "please name them", "am Tag?"
        return True
    named = [unit for unit in analysis.names if unit.correction is None]
    return bool(named) or (talk.likeness is Likeness.MISSPELT and bool(analysis.types))

"""A bare question word asks the question before with it in its place: "When was it signed? – *By whom?*".

What then has an answer is answered as if it had been asked in full, and what is known to have none has none. Nothing
else of the deal stands in for it: the reason of something else is no answer to "why?".
"""

from dataclasses import replace

from bot.facts.model import Knowledge
from bot.facts.values import Date
from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.declining import UNANSWERED
from bot.understanding.judging.followup import Merged, latest
from bot.understanding.judging.introductions import Introductions
from bot.understanding.judging.judgement import Judge
from bot.understanding.judging.recognition import Background, Recognition, Verdict
from bot.understanding.leaning.staying import Staying
from bot.understanding.readings.scoring import Scorer
from bot.understanding.utterance.units import Analysis

_OPEN = frozenset({"text", "definition", "list", "manner", "product", "name", "quote", "count", "amount", "money"})
"""Kinds of answers that ask for more than what was said already: "and what else?", "how much?"."""

_OTHERWISE = frozenset({"negation", "likewise", "correction", "other_one", "only", "most", "except", "yesno", "back"})
_WHOLE = frozenset({"text", "definition"})
"""Asked of a deal as a whole: any reason of it is the reason."""

_FORM = frozenset({"past", "outside", "several"})
"""Operators of the question before that still hold."""

_WHEN_OR_WHERE = frozenset({"date", "year", "place", "city", "country"})
OF_PERSON = "asks of somebody introduced what only dates their deeds"
"""Since when she is minister isn't told by when she signed."""

_REASON = "reason"
_LIGHT = 0.3
"""What weighs less is a filler; from here on it says something ("and who will be *chairman*?")."""


class Reasking:
    """Asks what was asked before with another question word."""

    def __init__(
        self, staying: Staying, scorer: Scorer, judge: Judge, introductions: Introductions, knowledge: Knowledge
    ) -> None:
        self._staying = staying
        self._scorer = scorer
        self._judge = judge
        self._introduced = introductions.asked
        self._analyse = introductions.analyser.analyse
        self._facts = knowledge.facts

    def recognised(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """The answer to the question so completed, or that there is none; None if this doesn't decide it."""
        if background is None or not (background.facts and background.told) or not _is_bare(analysis):
            return None
        before = self._analyse(latest(background), background.language)
        if analysis.types <= _WHEN_OR_WHERE and self._introduced(before):
            stated = (self._facts[fact] for fact in background.facts[:1] if fact in self._facts)
            dated = any(isinstance(value, Date) for fact in stated for value in fact.values.values())
            return None if dated else Recognition(analysis, Verdict.SILENT, inherited=before.units, rule=OF_PERSON)
        whole = bool(before.types) or "yesno" in before.flags  # "the second one" was no question
        if not (whole and before.said) or before.flags & (_OTHERWISE - {"yesno"}):
            return None
        asked = replace(
            before,
            types=analysis.types,
            flags=before.flags & _FORM | analysis.flags - {"followup", "pronoun"},
            focus=(),
            language=analysis.language or before.language,
        )
        judged = self._judge.verdict(Candidate(Merged(asked, ()), self._scorer.find(asked, asked.units)))
        new = _REASON not in analysis.types or _REASON in before.types or self._is_new(judged, background)
        told = tuple(one for one in judged.chosen if self._staying.stays(one.features, analysis, background))
        if judged.verdict is Verdict.ANSWER and new and told[:1] == judged.chosen[:1]:
            return replace(judged, chosen=told, inherited=before.units)
        judged = replace(judged, analysis=analysis, inherited=before.units)
        if _REASON in analysis.types and not before.types <= _WHOLE:
            return replace(judged, verdict=Verdict.SILENT, chosen=(), attribute=_REASON)
        return judged if judged.verdict is Verdict.SILENT and judged.rule == UNANSWERED else None

    @staticmethod
    def _is_new(judged: Recognition, background: Background) -> bool:
        """Is it something else than what was just told? That isn't the reason of itself."""
        return not any(reading.features.fact.id in background.facts for reading in judged.chosen[:1])


def _is_bare(analysis: Analysis) -> bool:
    """Does an utterance hold no more than a question word that asks for something certain?"""
    asks = bool(analysis.types) and not analysis.types & _OPEN
    says = any(unit.weight >= _LIGHT for unit in analysis.units)
    return asks and not says and not analysis.flags & _OTHERWISE

"""The figure told last, with something held against it: "only one billion?", "on a Monday?", "more than JD?".

A figure or date is compared with it, a name asks for the same of somebody else beside it; nothing else is meant.
"Exactly?" asks for it as it is told.
"""

from dataclasses import replace

from bot.facts.model import Knowledge
from bot.facts.values import FIGURES, Date, Duration, Percentage, Weekday
from bot.understanding.deals.subjects import SubjectFinder
from bot.understanding.deals.times import is_time
from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.completing import SHORT, Completing
from bot.understanding.judging.followup import COMPARING, LEANING, latest
from bot.understanding.judging.judgement import Judge
from bot.understanding.judging.recognised import told
from bot.understanding.judging.recognition import Background, Recognition, Verdict
from bot.understanding.readings.index import FactIndex
from bot.understanding.readings.scoring import Reading
from bot.understanding.utterance.answertypes import SHARE, TIMES
from bot.understanding.utterance.askedfigures import YEARS
from bot.understanding.utterance.comparatives import Comparatives
from bot.understanding.utterance.units import Analysis, Unit

_MAGNITUDES = frozenset({"hundred", "thousand", "million", "billion"})
_ONLY, _EXACT = "only", "exact"
_ASKING_MORE = frozenset({"followup", "likewise", "negation", "other_one"})
"""What asks for something else than was told ("*and* in February?") or turns it round."""

_AGAINST = frozenset({"more", "less", "at_least", "at_most"})
_DATED = frozenset({"before", "after"})
"""How a figure, or a date, may be held against what was told."""

HELD_AGAINST = "held against the figure told last"
_ITS_OWN = 0.6
"""How strongly a fact must hold a name to be about its bearer."""

_LEANS = LEANING - {"followup"}


class Measuring:
    """Finds what is held against the figure told last."""

    def __init__(
        self,
        index: FactIndex,
        comparatives: Comparatives,
        subjects: SubjectFinder,
        knowledge: Knowledge,
        completing: Completing,
        judge: Judge,
    ) -> None:
        self._number_of = index.number_of
        self._comparatives, self._subjects = comparatives, subjects
        self._knowledge = knowledge
        self._completing, self._judge = completing, judge

    def doubted(self, analysis: Analysis, background: Background | None) -> tuple[Candidate, Reading] | None:
        """The figure told last, if no more than a figure or a date is held against it; else None."""
        figure = analysis.figures or any(_counts(one) or is_time(one) for one in analysis.said)
        own = (_counts(one) or is_time(one) or _compares(analysis, one) for one in analysis.said)
        bare = figure and not (analysis.names or analysis.types) and all(own)
        only = _ONLY in analysis.flags
        against = only or any(one.relation in _AGAINST | _DATED for one in analysis.figures) or _is_put(analysis)
        if background is None or not (bare and against) or analysis.words > SHORT:
            return None
        if not self._tells(background, _meant(analysis)):
            return None
        before = self._completing.analyse(background.utterance, background.language)
        flags = before.flags if only else analysis.flags | {"yesno"}
        asked = replace(analysis, types=before.types, flags=flags)
        found = self._completing.of_fact(asked, before.units, background.facts[0])
        return (found[0], found[1]._replace(polarity=None)) if found else None

    def exactly(self, analysis: Analysis, background: Background | None) -> tuple[Candidate, Reading] | None:
        """The figure told last, if no more is asked than whether it is exact ("exactly?"); else None."""
        bare = _EXACT in analysis.flags and not (analysis.said or analysis.names or analysis.types)
        if background is None or background.offered or not bare or not _asks(analysis) or analysis.words > SHORT:
            return None
        if not self._tells(background, (*FIGURES, Weekday)):
            return None
        before = self._completing.analyse(background.utterance, background.language)
        asked = replace(analysis, types=before.types, flags=before.flags)
        return self._completing.of_fact(asked, before.units, background.facts[0])

    def against(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """The figure told last and that of whoever it is to be held against ("more than Alibaba?"), if one is told."""
        found = self._beside(analysis, background)
        if found is None:
            return None
        stated, swapped = found
        judged = self._judge.verdict(swapped)
        whose = [f"@{entity}" for entity in analysis.names[0].entities]
        side = stated[1].features.fact.attribute
        alike = {
            reading.number: reading
            for reading in (*judged.chosen, *swapped.readings)
            if reading.number != stated[1].number and reading.features.fact.attribute == side
            if max((reading.features.names.get(one, 0.0) for one in whose), default=0.0) >= _ITS_OWN
        }
        if len(alike) > 1:  # which of them isn't said
            return replace(judged, verdict=Verdict.SILENT, chosen=(), rule=HELD_AGAINST)
        if alike:
            return replace(told(*stated, HELD_AGAINST), chosen=(stated[1], *alike.values()))
        return replace(told(*stated, HELD_AGAINST), lacking=analysis.names)

    def _beside(
        self, analysis: Analysis, background: Background | None
    ) -> tuple[tuple[Candidate, Reading], Candidate] | None:
        """The figure told last, and what was asked then of whoever it is to be compared with; None if nobody is."""
        compares = analysis.flags & COMPARING and not analysis.flags & _LEANS
        bare = len(analysis.names) == 1 and not (analysis.types or analysis.figures) and analysis.words <= SHORT
        if background is None or not (compares and bare) or not self._tells(background, FIGURES):
            return None
        found = self._comparatives.found(analysis.text)
        if any(not (found and found[1] <= unit.start < found[2]) for unit in analysis.said if not self._only(unit)):
            return None
        before = self._completing.analyse(latest(background), background.language)
        asked = replace(analysis, units=(), types=before.types, flags=before.flags, focus=())
        stated = self._completing.of_fact(asked, before.units, background.facts[0])
        other = replace(analysis, units=analysis.names, focus=())
        return (stated, self._completing.of_others(other, before)) if stated else None

    def _tells(self, background: Background, kinds: tuple[type, ...]) -> bool:
        """Does the fact told last hold such a value?"""
        known = background.facts[:1] if background.told else ()
        listed = (self._knowledge.facts[fact].values.values() for fact in known if fact in self._number_of)
        return any(isinstance(value, kinds) for values in listed for value in values)

    def _only(self, unit: Unit) -> bool:
        """Does a word say no more than that something is compared?"""
        return unit.kind == "operator" or self._subjects.compares(unit)


def _counts(unit: Unit) -> bool:
    """Is it a figure, or part of one ("one *billion*")?"""
    return unit.measures or not _MAGNITUDES.isdisjoint(unit.keys)


def _compares(analysis: Analysis, unit: Unit) -> bool:
    """Is it one of the words that say how the figure is to be compared ("*more than* ten")?"""
    return any(figure.compared_by(unit) for figure in analysis.figures)


def _is_put(analysis: Analysis) -> bool:
    """Is a figure or date put against what was told by asking alone ("14 days?", "on a Monday?")?"""
    return _asks(analysis) and not analysis.flags & _ASKING_MORE


def _asks(analysis: Analysis) -> bool:
    return analysis.text.rstrip().endswith("?")


def _meant(analysis: Analysis) -> tuple[type, ...]:
    """The types of values that may be meant by the figure said: "only 51 per cent?" doubts no price."""
    said = {key for unit in analysis.units for key in unit.keys}
    relations = {figure.relation for figure in analysis.figures}
    years = any(figure.unit is None and figure.number in YEARS for figure in analysis.figures)
    if relations & _DATED or any(map(is_time, analysis.said)) or (years and not relations & _AGAINST):
        return (Date, Weekday)
    if SHARE in said:
        return (Percentage,)
    if said & TIMES:
        return (Duration,)
    return tuple(kind for kind in FIGURES if kind not in (Date, Duration)) if relations & _AGAINST else FIGURES

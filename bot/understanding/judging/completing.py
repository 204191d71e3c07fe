"""A question alone or with its conversation: both are looked up, and the better one goes to the judge."""

from collections.abc import Sequence
from dataclasses import replace

from bot.facts.model import Fact, Knowledge
from bot.facts.tells import Tells
from bot.facts.values import FIGURES
from bot.understanding.deals.finders import DealFinders
from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.followup import LEANING, REPEATED, Merged, compares, is_mute, latest, leans, merge
from bot.understanding.judging.recognition import Background
from bot.understanding.judging.whole import Whole
from bot.understanding.readings.matching import Matching
from bot.understanding.readings.scoring import EXPLAINED, Found, Reading, Scorer
from bot.understanding.rules.limiting import FIRM
from bot.understanding.rules.matter import told_at
from bot.understanding.utterance.contrast import without_contrast
from bot.understanding.utterance.hearing import Hearing
from bot.understanding.utterance.units import Analysis, Unit

SHORT = 5
"""So few words hardly are a question of their own."""

_LONG = 7
"""So many are one, if their answer doesn't depend on the conversation."""

_MOST_FAVOURED = 60
"""As many facts of the deal that is talked about come before others."""

_HAPPENED = "happened"
_AT_HOME, _UNKNOWN, _TELLING = 0.9, 0.35, 0.3
"""How surely the one must hold a word that shows another theme, how little the other, and how telling it must be."""

_SURELY = 60.0
"""The lead, in points, that the question with its conversation gets where it says nothing of its own."""

_OWN, _OWN_PRONOUN = 4.0, 8.0
"""That where it names somebody, and how much more if a pronoun leans back."""

_UNNAMED, _UNNAMED_SHORT = 30.0, 40.0
"""That where it says something but names nobody."""


class Completing:
    """Finds what a question asks for, by itself and completed by its conversation."""

    def __init__(
        self, hearing: Hearing, matching: Matching, deals: DealFinders, knowledge: Knowledge, scorer: Scorer
    ) -> None:
        self._hearing = hearing
        self._number_of = matching.index.number_of
        self._overviews = knowledge.telling(Tells.OVERVIEW)
        self._choosing, self._titles = deals.choosing, deals.titles
        self.whole = Whole(hearing.joints.join, knowledge.kinds)
        self._knowledge = knowledge
        self._scorer = scorer

    def analyse(self, text: str, language: str | None) -> Analysis:
        """What was said before, without names that it had ruled out itself."""
        analysis = self._hearing.analyser.analyse(text, language)
        return without_contrast(analysis, self._hearing.joints, self._knowledge.kinds)

    def completed(self, analysis: Analysis, background: Background | None) -> Candidate | None:
        """The question read with its conversation, if there is one that it leans on."""
        if background is None or not background.facts or not leans(analysis) or is_mute(analysis):
            return None
        merged = merge(analysis, background, self.analyse, self._knowledge.kinds)
        favoured = [self._number_of[fact] for fact in background.facts if fact in self._number_of]
        deal = self._knowledge.deals.get(background.deal or "")
        if deal and not analysis.names:
            favoured = [self._number_of[fact] for fact in deal.facts][:_MOST_FAVOURED]
        return Candidate(merged, self._scorer.find(merged.analysis, merged.units, favoured))

    def swapped(self, analysis: Analysis, background: Background | None) -> Candidate | None:
        """What was asked before, now of others alone ("and the *Austrian* one?"), whatever was named then."""
        bare = bool(analysis.names) and not analysis.said and not analysis.types and analysis.words <= SHORT
        leans = bool(analysis.flags & (LEANING - {"pronoun"})) and not analysis.refers
        if background is None or not background.told or not bare or not leans:
            return None
        before = self.analyse(latest(background), background.language)
        return self.of_others(analysis, before)

    def of_others(self, analysis: Analysis, before: Analysis) -> Candidate:
        """What was asked before, of whoever is named now."""
        merged = Merged(
            replace(analysis, types=before.types, flags=before.flags),
            tuple(unit.weighing(REPEATED) for unit in before.contents),
            before.names,
        )
        return Candidate(merged, self._scorer.find(merged.analysis, merged.units))

    def in_full(self, analysis: Analysis, background: Background | None) -> Candidate | None:
        """A yes/no question with the one name of the question before in place of its pronoun; None if there is none."""
        asks = analysis.refers and "yesno" in analysis.flags and not analysis.flags & (LEANING - {"pronoun"})
        if background is None or not background.told or background.listed or not asks or "also" in analysis.flags:
            return None
        before = self.analyse(latest(background), background.language).names
        if len(before) != 1 or not before[0].says:
            return None
        if any(set(unit.entities) & set(before[0].entities) for unit in analysis.names):
            return None
        named = replace(before[0], start=-1)
        full = replace(analysis, units=(named, *analysis.units), focus=tuple(place + 1 for place in analysis.focus))
        return Candidate(Merged(full, ()), self._scorer.find(full, full.units))

    def nearest(self, analysis: Analysis, background: Background, facts: Sequence[str]) -> tuple[Fact, ...]:
        """Facts by how near they are to what was asked before and now."""
        units = (*analysis.units, *self.analyse(background.utterance, background.language).units)
        own = {self._number_of[fact]: self._knowledge.facts[fact] for fact in facts if fact in self._number_of}
        found = self._scorer.find(replace(analysis, types=frozenset(), focus=()), units, list(own)).readings
        first = [own[reading.number] for reading in found if reading.number in own]
        return (*first, *(fact for fact in own.values() if fact not in first))

    def picked(self, analysis: Analysis, background: Background | None) -> tuple[Candidate, Reading] | None:
        """What was asked before, and the reading of it that is picked now; None if none is."""
        fact = self._choosing.fact(analysis, background.offered) if background and background.offered else None
        if background is None or fact is None or fact not in self._number_of:
            return None
        before = self.analyse(background.utterance, background.language)
        return self.of_fact(replace(analysis, types=before.types, flags=before.flags), before.units, fact)

    def of_deal(self, analysis: Analysis, deal: str) -> tuple[Candidate, Reading] | None:
        """What is asked and the reading that says what a deal is."""
        facts = [self._knowledge.facts[fact] for fact in self._knowledge.deals[deal].facts]
        overview = next((fact for fact in facts if fact.attribute in self._overviews), facts[0])
        return self.of_fact(replace(analysis, units=(), focus=()), (), overview.id)

    def stated(self, analysis: Analysis, background: Background | None) -> tuple[Candidate, Reading] | None:
        """What was stated last, if it is asked what came of that ("has it happened?"), and nothing else; else None."""
        bare = not analysis.names and analysis.words <= SHORT and _HAPPENED in analysis.flags
        known = [fact for fact in (background.facts if background else ()) if fact in self._number_of]
        if background is None or not known or not bare:
            return None
        before = self.analyse(background.utterance, background.language)
        return self.of_fact(analysis, before.units, known[0])

    def rated(self, analysis: Analysis, background: Background | None) -> tuple[Candidate, Reading] | None:
        """The figure stated last, if it is asked per some time and nothing else is ("per day?"); else None."""
        rate = self._hearing.rates.alone(analysis.text)
        known = [fact for fact in (background.facts if background else ()) if fact in self._number_of]
        if background is None or rate is None or not (known and background.told):
            return None
        fact = self._knowledge.facts[known[0]]
        if not any(isinstance(value, FIGURES) for value in fact.values.values()):
            return None
        before = self.analyse(background.utterance, background.language)
        found = self.of_fact(replace(analysis, types=before.types, flags=before.flags), before.units, fact.id)
        return (found[0], found[1]._replace(itself=told_at(fact, {rate}, self._hearing.rates))) if found else None

    def of_fact(self, asked: Analysis, before: Sequence[Unit], fact: str) -> tuple[Candidate, Reading] | None:
        """The reading of a question by one fact, with what was said before."""
        merged = Merged(asked, tuple(before))
        number = self._number_of[fact]
        readings = self._scorer.find(asked, merged.units, [number]).readings
        reading = next((reading for reading in readings if reading.number == number), None)
        return (Candidate(merged, Found([reading])), reading) if reading else None

    def better(self, analysis: Analysis, followed: Candidate | None) -> Candidate:
        """The question as it stands or, if that explains it about as well, with its conversation."""
        if not analysis.units and followed:
            return followed
        alone = Candidate(Merged(analysis, ()), self._scorer.find(analysis, analysis.units))
        if followed is None or not followed.readings:
            return alone
        if not alone.readings or compares(analysis):
            return followed
        if self._strange(analysis, followed) and (analysis.said or not analysis.flags & LEANING):  # another theme
            return alone
        if self.elsewhere(analysis, alone.readings[0], followed):
            return alone
        lead = _lead(analysis)
        return followed if followed.readings[0].score + lead >= alone.readings[0].score else alone

    def elsewhere(self, analysis: Analysis, alone: Reading, followed: Candidate) -> bool:
        """Does a whole question hold a telling word that is at home elsewhere, and unknown to what is talked about?

        Or one by which the deal that answers it alone is called; or is it long and asks for the same alone and with
        its conversation?
        """
        if not (analysis.said and self.whole.is_one(analysis, ())):
            return False
        if analysis.words >= _LONG and followed.readings[0].number == alone.number:
            return True
        deal = alone.features.fact.deal
        if deal != followed.readings[0].features.fact.deal and any(self._calls(unit, deal) for unit in analysis.said):
            return True
        rows = zip(analysis.units, alone.explained, followed.readings[0].explained, strict=False)
        return any(
            unit.says and there >= _AT_HOME and here < _UNKNOWN and self._scorer.rarity(unit) >= _TELLING
            for unit, there, here in rows
        )

    def _calls(self, unit: Unit, deal: str) -> bool:
        """Does a telling word alone call a deal by its name ("the *pavilions*")?"""
        return self._scorer.rarity(unit) >= _TELLING and self._titles.meant((unit,)) == deal

    @staticmethod
    def _strange(analysis: Analysis, followed: Candidate) -> bool:
        """Is somebody named whom what is talked about doesn't hold?"""
        explained = zip(analysis.units, followed.readings[0].explained, strict=False)
        return any(unit.kind == "entity" and unit.weight >= FIRM and match < EXPLAINED for unit, match in explained)


def _lead(analysis: Analysis) -> float:
    """How far behind the question with its conversation may be and still be the better one, in points."""
    leaning = "pronoun" in analysis.flags
    if not analysis.said:
        return _SURELY
    if analysis.names:
        return _OWN + _OWN_PRONOUN * leaning
    if leaning and analysis.language == "en":  # English pronouns are no articles: they tell more
        return _SURELY
    return _UNNAMED_SHORT if analysis.words <= SHORT else _UNNAMED

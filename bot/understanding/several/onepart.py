"""One of several questions in an utterance: its answer, and what a later one leans on.

A later question takes from the one before it what it lacks: the conversation, the name behind its pronoun, or the whole
question where it only names others ("what did A pay, *what B*?").
"""

from collections.abc import Collection
from dataclasses import replace

from bot.understanding.deals.subjects import SubjectFinder
from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.completing import Completing
from bot.understanding.judging.judgement import Judge
from bot.understanding.judging.recognition import Background, Recognition, Verdict
from bot.understanding.language.normalise import fold
from bot.understanding.readings.scoring import Reading
from bot.understanding.several.elided import Elided
from bot.understanding.utterance.hearing import Hearing
from bot.understanding.utterance.units import SAID, Analysis

_FEW = 1
"""So many words beside a comparative ask for nothing of their own ("what *takes* longer?")."""

_COUNTS = frozenset({"count", "money", "amount"})
_HELD = 0.6
"""How well what was told must hold each word of a part that asks for it again."""

_NEARLY = 0.7
"""How near to the best a fact must come to be told where that was told already."""


class OnePart:
    """Answers the parts of an utterance one by one."""

    def __init__(self, hearing: Hearing, completing: Completing, judge: Judge, subjects: SubjectFinder) -> None:
        self._analyse = hearing.analyser.analyse
        self._completing, self._judge = completing, judge
        self._compares, self._comparatives = subjects.compares, hearing.comparatives
        self._elided = Elided(self._analyse, subjects)

    def first(self, text: str, background: Background | None) -> Recognition | None:
        """The answer to one part."""
        return self._read(self._analyse(text), background)

    def further(self, text: str, background: Background | None) -> Recognition | None:
        """The answer to a part behind the first: words that only compare it to that one ask for nothing."""
        read = self._analyse(text)
        kept = tuple(unit for unit in read.units if not self._compares(unit))
        if len(kept) < len(read.units):
            read = replace(read, units=kept, focus=(), flags=read.flags - {"compare"})
        if background and (gapped := self._gapped(read, background)):
            return gapped
        told = self._read(read, background) or self._named(read, background)
        return told or (self._completed(read, background) if background else None)

    def lacks(self, text: str) -> bool:
        """Is it certain that a part isn't told, as the side of a deal or the name is known that it asks for?"""
        judged = self._judge.verdict(self._completing.better(self._analyse(text), None))
        return judged.verdict is Verdict.SILENT and bool(judged.attribute or judged.conflicts)

    def only_compares(self, text: str) -> bool:
        """Does a part say no more than that what the parts before ask is to be compared ("what takes longer?")?"""
        read, found = self._analyse(text), self._comparatives.found(text)
        own = [unit for unit in read.units if unit.kind != "operator" and not self._compares(unit)]
        _, start, end = found or ("", 0, 0)
        own = [unit for unit in own if unit.says and not start <= unit.start < end]
        counts = bool(read.types & _COUNTS)  # "and how many for the *first* million?"
        return bool(found) and not counts and len(own) <= _FEW and not any(unit.kind == "entity" for unit in own)

    @staticmethod
    def repeats(judged: Recognition) -> bool:
        """Does what was told already hold whom a part names itself, and all that it says?"""
        if judged.analysis.refers or not (judged.analysis.names or judged.analysis.types & _COUNTS):
            return False
        rows = zip(judged.analysis.units, judged.chosen[0].explained, strict=False)
        held = [match for unit, match in rows if unit.says and unit.kind != "operator"]
        return bool(held) and min(held) >= _HELD

    def of_the_same(self, text: str, first: str) -> Recognition | None:
        """The answer to a part that says only of whom else is asked what the first one asks."""
        same = self._elided.same(self._analyse(text), self._analyse(first))
        return self._answer(same) if same else None

    def _completed(self, read: Analysis, background: Background) -> Recognition | None:
        """The answer to a part that leaves out what the one before says."""
        before = self._analyse(background.utterance, background.language)
        if full := self._elided.noun(read, before):
            return self._read(self._analyse(full, read.language), background)
        same = self._elided.same(read, before)
        return self._answer(same) if same else None

    def _answer(self, read: Analysis) -> Recognition | None:
        judged = self._judge.verdict(self._completing.better(read, None))
        return judged if judged.verdict is Verdict.ANSWER else None

    def _named(self, read: Analysis, background: Background | None) -> Recognition | None:
        """The answer to a part with the one name of the part before in place of its pronoun."""
        before = self._analyse(background.utterance, background.language).names if background else ()
        if not read.refers or len(before) != 1 or before[0] in read.names:
            return None
        return self._read(
            replace(read, units=(replace(before[0], start=-1), *read.units), focus=(), refers=False), None
        )

    def _gapped(self, read: Analysis, background: Background) -> Recognition | None:
        """The answer to a part that only says of whom else the same is asked ("what did A pay, *what B*?")."""
        before = self._analyse(background.utterance, background.language)
        same = before.asking and read.asking and _word(before, before.asking[0]) == _word(read, read.asking[0])
        if not same or not read.names or not _only_names(read) or read.types == before.types:
            return None
        judged = self._judge.verdict(self._completing.of_others(read, before))
        return judged if judged.verdict is Verdict.ANSWER else None

    def _read(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """The answer to one part that is taken apart."""
        followed = self._completing.completed(analysis, background)
        if not analysis.units and followed is None:
            return None
        candidate = self._completing.better(analysis, followed)
        judged = self._judge.verdict(candidate)
        if judged.verdict is not Verdict.ANSWER:
            return None
        return judged if analysis.said or not analysis.types else self._bare(judged, candidate, background)

    @staticmethod
    def _bare(judged: Recognition, candidate: Candidate, background: Background | None) -> Recognition | None:
        """The answer to nothing but a question word: of the same deal, and what the word asks for itself."""
        best = judged.chosen[0]
        turns = background is None or any(
            set(unit.entities).isdisjoint(background.entities) for unit in judged.analysis.names
        )
        deal = best.features.fact.deal if turns or background is None else background.deal
        fits = best.type_fits and best.features.gives & judged.analysis.types and best.features.fact.deal == deal
        if best.itself or fits:
            return judged
        own = [one for one in candidate.readings if one.type_fits and one.features.fact.deal == deal]
        direct = [one for one in own if one.features.gives & judged.analysis.types] or own
        return replace(judged, chosen=tuple(direct[:1])) if direct else None


def fresh(judged: Recognition, asked: Collection[tuple[int, frozenset[str]]]) -> list[Reading]:
    """What is told that wasn't; of a part that says nothing itself, the next fact near it where the best was told."""
    new = [one for one in judged.chosen if (one.number, judged.analysis.types) not in asked]
    if new or not _only_names(judged.analysis) or not judged.analysis.names:
        return new
    best = judged.chosen[0]
    told = {number for number, _ in asked}
    near = [one for one in judged.readings if one.score >= _NEARLY * best.score and one.type_fits]
    near = [one for one in near if one.features.fact.deal == best.features.fact.deal and one.number not in told]
    return [one for one in near if one.features.gives & judged.analysis.types][:1]


def _only_names(analysis: Analysis) -> bool:
    """Is nothing said but names?"""
    return all(unit.kind in ("entity", "operator") or unit.weight < SAID for unit in analysis.units)


def _word(analysis: Analysis, start: int) -> str:
    """The folded word that begins at a place of the text."""
    return fold(analysis.text[start:]).split(maxsplit=1)[0]

"""Whether the same holds of two: "do A and B work for the *same firm*?", "do *both* A and B want it?".

Neither yes nor no is said: asked is which firm A works for, and which B, or whether A wants it, and whether B; both
answers are stated for the reader to compare, if both are surely told on the same side of deals. Where only one of them
has the same of which is asked, the other is named as lacking.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.facts.model import Knowledge
from bot.understanding.deals.subjects import SubjectFinder
from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.completing import Completing
from bot.understanding.judging.judgement import WITH_SIDES, Judge
from bot.understanding.judging.recognition import Recognition, Verdict
from bot.understanding.judging.sides import group
from bot.understanding.readings.attributes import AttributeFinder
from bot.understanding.readings.scoring import Reading
from bot.understanding.utterance.hearing import Hearing
from bot.understanding.utterance.units import Analysis, Unit

_OTHERWISE = frozenset({"negation", "except", "only"})
_OF_BOTH = frozenset({"compare", "each", "several", "also"})
_HELD = 0.7
"""How well a fact must hold each name of its side."""

_ONE = 0.95
"""How well one fact must hold all names to tell it of both itself."""

_SURELY = 0.7
"""How sure the answer to each side must be that is told."""


@dataclass(frozen=True)
class _Both:
    """The two questions and the names that tell one from the other."""

    texts: tuple[str, str]
    names: tuple[tuple[Unit, ...], tuple[Unit, ...]]


class OfBoth:
    """Recognises such questions."""

    def __init__(
        self,
        hearing: Hearing,
        attributes: AttributeFinder,
        subjects: SubjectFinder,
        knowledge: Knowledge,
        completing: Completing,
        judge: Judge,
    ) -> None:
        self._attributes = attributes
        self._analyse, self._joints, self._which = hearing.analyser.analyse, hearing.joints, hearing.which
        self._subjects, self._kinds = subjects, knowledge.kinds
        self._completing, self._judge = completing, judge

    def recognise(self, analysis: Analysis) -> Recognition | None:
        """The recognition of such a question, if at least one side has an answer of its own; else None."""
        if "yesno" not in analysis.flags or analysis.flags & _OTHERWISE or analysis.asking:
            return None
        same = self._joints.same.search(analysis.text)
        if not same and not self._joints.of_both.search(analysis.text) and "each" not in analysis.flags:
            return None
        both = self._both(analysis, same=same is not None)
        if both is None or self._held_by_one(analysis):
            return None
        read = [self._read(text, analysis) for text in both.texts]
        judged = [self._judge.verdict(one) for one in read]
        surely = [self._told(one) for one in judged]
        if not any(surely):
            return None
        told = [one or (self._alike(other, judged) if same else None) for one, other in zip(surely, read, strict=True)]
        chosen = tuple({one.number: one for one in told if one}.values())
        entities = tuple(dict.fromkeys(entity for unit in analysis.names for entity in unit.entities))
        both_told = Recognition(
            analysis, Verdict.ANSWER, chosen, chosen, rule=WITH_SIDES, entities=entities, offers=True
        )
        if any(found and one.confidence < _SURELY for one, found in zip(judged, surely, strict=True)):
            return None
        if len(chosen) == len(told):
            return both_told if chosen[0].features.attributes & chosen[1].features.attributes else None
        lacking = next((names for names, one in zip(both.names, told, strict=True) if one is None), ())
        spoken = any(self._attributes.speaks(analysis, name) for name in chosen[0].features.attributes)
        return replace(both_told, lacking=lacking) if same and lacking and spoken else None

    def _held_by_one(self, analysis: Analysis) -> bool:
        """Does the best fact hold all that are named?"""
        best = next(iter(self._completing.better(analysis, None).readings), None)
        rows = zip(analysis.units, best.explained, strict=False) if best else ()
        return best is not None and all(match >= _ONE for unit, match in rows if unit.kind == "entity")

    def _both(self, analysis: Analysis, *, same: bool) -> _Both | None:
        """The questions for either of the two; None if there aren't two."""
        both = self._joined(analysis) or self._behind(analysis)
        which = self._which.get(analysis.language or "", "")
        if both is None or not same or not which:
            return both
        one, other = (self._joints.same.sub(which, text, count=1) for text in both.texts)
        return replace(both, texts=(one, other))

    def _joined(self, analysis: Analysis) -> _Both | None:
        """Two that are joined ("A and B")."""
        text, joints = analysis.text, self._joints
        found = self._subjects.find(analysis, joints.item) or self._subjects.find(analysis, joints.alike)
        if found is None or found.left[-1].end > found.right[0].start:
            return None
        left, right = found.left, found.right
        one = f"{text[: left[-1].end]} {text[right[-1].end :]}"
        other = f"{text[: left[0].start]}{text[right[0].start :]}"
        return _Both((one, other), (_names(left), _names(right)))

    def _behind(self, analysis: Analysis) -> _Both | None:
        """One, and another of its kind with which it is compared at the end ("is A from the same city *as B*?")."""
        text = analysis.text
        for joint in self._joints.alike.finditer(text):
            right = [unit for unit in analysis.names if unit.start >= joint.end()]
            left = [unit for unit in analysis.names if unit.end <= joint.start()]
            if len(right) != 1:
                continue
            (last,) = right
            first = next((unit for unit in left[::-1] if group(unit, self._kinds) == group(last, self._kinds)), None)
            if first is None or set(first.entities) & set(last.entities):
                continue
            one = f"{text[: joint.start()]}?"
            other = f"{text[: first.start]}{last.text}{text[first.end : joint.start()]}?"
            return _Both((one, other), ((first,), (last,)))
        return None

    def _read(self, text: str, whole: Analysis) -> Candidate:
        """What one side asks."""
        read = self._analyse(text, whole.language)
        flags = read.flags - _OF_BOTH - ({"yesno"} if read.types else set())
        return self._completing.better(replace(read, flags=flags, language=whole.language), None)

    def _told(self, judged: Recognition) -> Reading | None:
        """The answer to one side, if it is a fact that holds its names."""
        if judged.verdict is not Verdict.ANSWER or judged.conflicts or judged.lacking:
            return None
        best = judged.chosen[0]
        return best if _holds(best, judged.analysis) and (best.type_fits or not judged.analysis.types) else None

    def _alike(self, side: Candidate, judged: Sequence[Recognition]) -> Reading | None:
        """What tells of a side the same that is surely told of the other one."""
        sure = next(told for one in judged if (told := self._told(one)))
        asked = side.merged.analysis
        near = (one for one in side.readings if one.features.fact.attribute == sure.features.fact.attribute)
        return next((one for one in near if _holds(one, asked)), None)


def _names(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    return tuple(unit for unit in units if unit.kind == "entity")


def _holds(reading: Reading, asked: Analysis) -> bool:
    """Does a fact hold all names that are asked of?"""
    rows = zip(asked.units, reading.explained, strict=False)
    return all(match >= _HELD for unit, match in rows if unit.kind == "entity")

"""Both halves of a comparison recognised as questions of their own; told only if each has its answer."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.facts.model import Knowledge
from bot.facts.tells import Tells
from bot.facts.values import FIGURES
from bot.understanding.deals.subjects import SubjectFinder
from bot.understanding.deals.titles import overview
from bot.understanding.judging.completing import Completing
from bot.understanding.judging.judgement import WITH_SIDES, Judge
from bot.understanding.judging.oneside import AGE, pair, tells
from bot.understanding.judging.recognition import Recognition, Verdict
from bot.understanding.readings.matching import Matching
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.several.halves import HalvesFinder
from bot.understanding.several.layouts import Halves
from bot.understanding.utterance.hearing import Hearing
from bot.understanding.utterance.units import Analysis

_OF_BOTH = frozenset({"compare", "each", "several"})
"""What is heard in a comparison and isn't asked of one half."""

_OPEN = frozenset({"definition", "text", "manner"})
"""What a half asks for that has no question word of its own."""

_TWO = 2
_OWN = 0.6
"""How well a fact must hold a half's names to tell its figure: a figure of its deal may be another's."""

_NEARLY = 0.8
"""How near a reading must come to the best to be told because it tells the same as the other half's."""


class InHalves:
    """Recognises the halves of a comparison one by one."""

    def __init__(
        self,
        hearing: Hearing,
        matching: Matching,
        subjects: SubjectFinder,
        knowledge: Knowledge,
        completing: Completing,
        judge: Judge,
    ) -> None:
        self._kinds = knowledge.kinds
        self._analyser = hearing.analyser
        self._finder = HalvesFinder(subjects, hearing.joints, hearing.comparatives, matching.attributes)
        self._subjects = subjects
        self._attributes = matching.attributes
        self._portraying = frozenset(knowledge.telling(Tells.PORTRAIT))
        self._overviews = frozenset(knowledge.telling(Tells.OVERVIEW))
        self._existence = frozenset(knowledge.telling(Tells.EXISTENCE))
        self._completing = completing
        self._judge = judge

    def recognise(self, analysis: Analysis) -> Recognition | None:
        """The recognition of a question with halves that all have an answer, each another; else None.

        What two are who are merely compared is told elsewhere (see `portraits`).
        """
        halves = self._finder.find(analysis)
        if (
            halves is None
            or self._compared_by_one(analysis)
            or (_only_opposed(halves) and self._judge.compares_itself(self._completing.better(analysis, None)))
        ):
            return None
        if halves.bare and not halves.figures and not self._of_persons(analysis, halves):
            return self._which(analysis, halves) if halves.apiece else None
        told = [self._half(text, analysis, halves) for text in (halves.named if halves.bare else halves.asked)]
        if not all(told):
            return None
        chosen = pair(*told) if len(told) == _TWO and not halves.unlike else tuple(readings[0] for readings in told)
        if len({reading.number for reading in chosen}) < len(told):
            return None
        unlike = len({type(reading.features.fact.value) for reading in chosen}) > 1
        alike = frozenset.intersection(*(reading.features.attributes for reading in chosen))
        figures = not unlike and isinstance(chosen[0].features.fact.value, FIGURES)
        if (unlike and halves.kind) or (halves.opposed and not alike and not figures):
            return None  # customers and euros aren't more or fewer than each other
        entities = tuple(dict.fromkeys(entity for unit in analysis.names for entity in unit.entities))
        return Recognition(analysis, Verdict.ANSWER, chosen, chosen, rule=WITH_SIDES, entities=entities)

    def _compared_by_one(self, analysis: Analysis) -> bool:
        """Does one fact say yes or no to all that is asked ("is it cheaper *by train than by air*?")?"""
        if "yesno" not in analysis.flags:
            return False
        best = next(iter(self._completing.better(analysis, None).readings), None)
        if best is None or best.polarity is None:
            return False
        rows = zip(analysis.units, best.explained, strict=False)
        return all(match >= _OWN for unit, match in rows if unit.says and unit.kind != "operator")

    def _which(self, analysis: Analysis, halves: Halves) -> Recognition | None:
        """Which of those named is what ("A, B: *which was bought, which has shops?*"), if all that is said is told."""
        asked = tuple(u for u in analysis.said if u.kind == "concept" and not self._subjects.compares(u))
        asked = tuple(u for u in asked if not any(u.text in one for one in halves.named))
        chosen: list[Reading] = []
        held: list[Sequence[float]] = []
        for half in halves.named:
            names = tuple(unit for unit in analysis.names if unit.text in half)
            side = replace(
                analysis, units=(*names, *asked), types=frozenset(), flags=analysis.flags - _OF_BOTH, focus=()
            )
            readings = self._completing.better(side, None).readings
            best = next((one for one in readings if all(one.features.holds(name, _OWN) for name in names)), None)
            if best is None or not names:
                return None
            chosen.append(best)
            held.append(best.explained[len(names) : len(names) + len(asked)])
        words = list(zip(*held, strict=True))
        told = all(max(word) >= EXPLAINED for word in words)
        own = {word.index(max(word)) for word in words}  # "who signed what?" asks the same of both
        if not told or len(own) < len(chosen) or len({one.number for one in chosen}) < len(chosen):
            return None
        entities = tuple(dict.fromkeys(entity for unit in analysis.names for entity in unit.entities))
        return Recognition(analysis, Verdict.ANSWER, tuple(chosen), tuple(chosen), rule=WITH_SIDES, entities=entities)

    def _of_persons(self, analysis: Analysis, halves: Halves) -> bool:
        """Is it asked who of several persons does what ("A and B: who runs what?")?"""
        named = [unit for unit in analysis.names if any(unit.text in one for one in halves.named)]
        does = [unit for unit in analysis.said if not self._subjects.compares(unit)]
        roles = all(self._attributes.spoken_for(unit, self._portraying)[0] for unit in does)
        persons = all(self._kinds.get(entity) == "person" for unit in named for entity in unit.entities)
        return halves.apiece and roles and persons

    def _half(self, text: str, whole: Analysis, halves: Halves) -> list[Reading]:
        """The readings that answer one half, best first; [] if it has no sure answer."""
        analysis = self._analyser.analyse(text, whole.language)
        flags = analysis.flags - _OF_BOTH | ({"summary"} if halves.bare else set())
        analysis = replace(analysis, flags=flags)
        if halves.kind:
            analysis = replace(analysis, types=frozenset({halves.kind}), focus=())
        elif halves.types and analysis.types <= _OPEN:
            analysis = replace(analysis, types=halves.types)
        candidate = self._completing.better(analysis, None)
        if halves.figures:
            told = [one for one in candidate.readings if _holds(one, analysis, ("number", "entity"))]
            return sorted(told, key=lambda one: not isinstance(one.features.fact.value, FIGURES))[:1]
        judged = self._judge.verdict(candidate)
        if judged.verdict is not Verdict.ANSWER or judged.conflicts or judged.lacking:
            return []
        best = judged.chosen[0]
        if not _holds(best, analysis, ("entity",)):
            return []
        if halves.bare:
            return [self._whole(analysis, judged.readings) or best]
        near = [one for one in (*judged.chosen, *judged.readings) if one.score >= _NEARLY * best.score]
        least = _OWN if halves.kind else EXPLAINED
        told = [one for one in near if _holds(one, analysis, ("entity",), least)]
        told = [one for one in told if not halves.kind or tells(one, halves.kind)]
        if halves.kind == AGE:
            told = [one for one in told if one.features.attributes & self._existence]
        return told if any(one in judged.chosen for one in told) else []

    def _whole(self, analysis: Analysis, readings: Sequence[Reading]) -> Reading | None:
        """What the one deal is that a half names, if it names one."""
        deals = self._subjects.deals(analysis.units, entities=True)
        return overview(next(iter(deals)), self._overviews, readings) if len(deals) == 1 else None


def _only_opposed(halves: Halves) -> bool:
    """Are two only set against each other, by no figure and with nothing of its own asked of either?"""
    return not (halves.kind or halves.apiece or halves.unlike or halves.figures)


def _holds(reading: Reading, analysis: Analysis, kinds: Collection[str], least: float = EXPLAINED) -> bool:
    """Does a fact hold all names, or all names and figures, of a half at least so well?"""
    pairs = zip(analysis.units, reading.explained, strict=False)
    return all(match >= least for unit, match in pairs if unit.kind in kinds)

"""What is told of each side of a question with sides; where one side has no fact, which one that is.

A figure that is asked of both ("how many customers has Alibaba compared to JD?") must be the same figure on both sides:
any other fact of the second company would only look like an answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.understanding.deals.titles import Titles
from bot.understanding.judging.candidate import Candidate, Limits
from bot.understanding.judging.companions import SEVERAL
from bot.understanding.judging.oneside import COUNTING, Sides, counts
from bot.understanding.judging.sides import alike, by_names
from bot.understanding.judging.twosubjects import Confidence, TwoSubjects
from bot.understanding.readings.scoring import Reading, Scorer
from bot.understanding.utterance.answertypes import MEASURED
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis, Unit

_YESNO = "yesno"
_SURE = 0.95
"""How well a fact must hold a name for the question not to have another side."""

_HELD = 0.6
"""How strongly a fact itself must hold a side's name to tell its figure."""

_AS_CENTRAL = 0.6
"""How central the thing asked for must be to a side's fact, beside the other's, to be the same figure."""


class EachSide:
    """Reads the sides of a question one by one."""

    def __init__(
        self,
        scorer: Scorer,
        kinds: Mapping[str, str],
        joints: Joints,
        confidence: Confidence,
        subjects: TwoSubjects,
        titles: Titles,
    ) -> None:
        self._scorer = scorer
        self._titles = titles
        self._kinds = kinds
        self._joints = joints
        self._confidence = confidence
        self._subjects = subjects

    def read(self, candidate: Candidate, limits: Limits) -> Sides | None:
        """What is told of each side, where the question has sides that no one fact holds; else None."""
        analysis, best = candidate.merged.analysis, candidate.readings[0]
        if self.compared_by_one(candidate, limits):
            return Sides((best,))
        if compared := self._subjects.read(candidate, limits):
            return compared
        split: list[tuple[Unit, ...]] = []
        if any(m < _SURE for u, m in zip(analysis.units, best.explained, strict=False) if u.kind == "entity"):
            split = by_names(analysis, self._kinds, self._joints)
        if split and self._compares(analysis) and (one := self._measured(candidate, split, limits)):
            return one
        return self._of_names(candidate, split, limits) if split else None

    def compared_by_one(self, candidate: Candidate, limits: Limits) -> bool:
        """Does the best fact compare both itself ("*unlike B*, A has …"), in what is said of them?"""
        analysis, best = candidate.merged.analysis, candidate.readings[0]
        open_ = "compare" in analysis.flags and _YESNO not in analysis.flags and not analysis.types & COUNTING
        split = by_names(analysis, self._kinds, self._joints) if open_ else []
        if not split:
            return False
        names = [tuple(unit for unit in units if unit.kind == "entity") for units in split]
        rows = list(zip(analysis.units, best.explained, strict=False))
        telling = [(u, m) for u, m in rows if u.says and u.kind not in ("entity", "operator")]
        said = [m for u, m in telling if u.start not in analysis.asking and not self._subjects.only(u)]
        held = bool(said) and min(said) >= _HELD
        both = held and self._subjects.speaks_of_both(best, names[0], names[1])
        return both and self._confidence(analysis, [best], candidate.readings) >= limits.acceptance.least

    def _of_names(self, candidate: Candidate, split: Sequence[tuple[Unit, ...]], limits: Limits) -> Sides | None:
        """What is told of each of two who are named."""
        sides: list[list[Reading]] = []
        for units in split:
            side, readings = self._read(candidate, units)
            readings = (
                self._of_party(units, readings) if "compare" in side.flags and not side.types & MEASURED else readings
            )
            if not readings or self._confidence(side, readings[:1], readings) < limits.side:
                return None
            sides.append(readings)
        if any(not counts(candidate.merged.analysis, units, side[0]) for units, side in zip(split, sides, strict=True)):
            return None
        told = tuple({reading.number: reading for reading in alike(sides) or [side[0] for side in sides]}.values())
        same = frozenset.intersection(*(reading.features.attributes for reading in told))
        return Sides(told) if len(told) > 1 and (same or candidate.merged.analysis.flags & SEVERAL) else None

    def _read(self, candidate: Candidate, units: tuple[Unit, ...]) -> tuple[Analysis, list[Reading]]:
        side = replace(candidate.merged.analysis, units=units, focus=())
        return side, self._scorer.readings(side, (*side.units, *candidate.merged.inherited))

    def _of_party(self, units: Sequence[Unit], readings: list[Reading]) -> list[Reading]:
        """The readings of deals that somebody named is a party to, if any: a rival's may only mention it."""
        own = frozenset[str]().union(*map(self._titles.having, (unit for unit in units if unit.kind == "entity")))
        return [reading for reading in readings if reading.features.fact.deal in own] or readings

    def _measured(self, candidate: Candidate, split: Sequence[tuple[Unit, ...]], limits: Limits) -> Sides | None:
        """The figure of the one side that has it, where the other hasn't; None where both or neither have."""
        asked = [candidate.merged.analysis.units[place] for place in candidate.merged.analysis.focus]
        one, other = (self._figure(candidate, units, asked, limits) for units in split)
        if one and other and not _same_figure(one, other):
            one, other = (one, None) if one[1] > other[1] else (None, other)
        if bool(one) == bool(other):
            return None
        told, lacking = (one, split[1]) if one else (other, split[0])
        held = split[0] if one else split[1]
        names = tuple(unit for unit in lacking if unit.kind == "entity" and unit not in held)
        if told and (beside := self._like(candidate, lacking, names, told[0])):
            return Sides((told[0], beside) if one else (beside, told[0]))
        return Sides((told[0],), names) if told else None

    def _like(
        self, candidate: Candidate, units: tuple[Unit, ...], names: Sequence[Unit], told: Reading
    ) -> Reading | None:
        """What tells of the other side the same as a figure, if only in words."""
        _, readings = self._read(candidate, units)
        alike = (one for one in readings if one.features.fact.attribute == told.features.fact.attribute)
        held = (one for one in alike if all(one.features.holds(unit, _HELD) for unit in names))
        return next((one for one in held if one.number != told.number), None)

    def _figure(
        self, candidate: Candidate, units: tuple[Unit, ...], asked: Sequence[Unit], limits: Limits
    ) -> tuple[Reading, float] | None:
        """The reading that tells a side's figure, if one surely does, and how central the thing asked for is to it."""
        side, readings = self._read(candidate, units)
        if not readings or self._confidence(side, readings[:1], readings) < limits.acceptance.least:
            return None
        best = readings[0]
        firm = [u for u in units if u.kind == "entity"]
        held = all(best.features.holds(unit, _HELD) for unit in firm if unit.entities)
        wanted = {unit.start for unit in asked}
        central = [c for unit, c in zip(units, best.centrality, strict=False) if unit.start in wanted]
        told = held and best.type_fits and counts(candidate.merged.analysis, units, best)
        return (best, max(central, default=0.0)) if told else None

    def _compares(self, analysis: Analysis) -> bool:
        """Is one figure asked for, of two that are compared or directly joined ("JD and Alibaba")?"""
        if not analysis.types & COUNTING:
            return False
        names = analysis.names
        return "compare" in analysis.flags or any(analysis.joined(*both, self._joints.item) for both in pairwise(names))


def _same_figure(one: tuple[Reading, float], other: tuple[Reading, float]) -> bool:
    """Do two readings tell the same side of deals, or are they about the thing asked for alike?"""
    alike = one[0].features.attributes & other[0].features.attributes
    low, high = sorted((one[1], other[1]))
    return bool(alike) or low >= _AS_CENTRAL * high

"""Questions with two sides: "JD versus Alibaba", "in the UK and in Austria".

A side is what would be asked if only that part had been said: its own names and aspects, with everything that both
sides share. Where one fact holds all names there is nothing to split.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from bot.understanding.readings.scoring import Reading
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis, Unit
from bot.understanding.utterance.wanted import named

_OTHER_SIDE = 0.5
_LOOKED_AT, _NEARLY = 4, 5.0

_FIRM = 0.9
"""From this weight on a name counts as one of a side; those in a clause before the question do."""

_GROUPS = {"company": "firm", "organisation": "firm", "programme": "firm", "product": "firm", "person": "person"}


def by_names(analysis: Analysis, kinds: Mapping[str, str], joints: Joints) -> list[tuple[Unit, ...]]:
    """The two sides of a question that names things of one kind on both sides of a joining word, if any."""
    kept, _ = named(analysis, joints)
    names = [unit for unit in kept if unit.weight >= _FIRM]
    if len(names) < 2:
        return []
    weak = joints.compared if "compare" in analysis.flags else joints.join
    for pattern in (joints.contrast,) if joints.together.search(analysis.text) else (joints.contrast, weak):
        for found in pattern.finditer(analysis.text):
            left = [unit for unit in names if unit.start < found.start()]
            right = [unit for unit in names if unit.start >= found.end()]
            shared = {group(unit, kinds) for unit in left} & {group(unit, kinds) for unit in right}
            if shared and not {key for unit in left for key in unit.entities} & {
                key for unit in right for key in unit.entities
            }:
                apart = _apart(analysis, left, right, joints) if pattern is joints.join else []
                left = [unit for unit in left if unit not in apart]
                return [
                    _side(analysis, left, right, kinds, apart, before=True, at=found.start()),
                    _side(analysis, right, left, kinds, apart, before=False, at=found.start()),
                ]
    return []


def _apart(analysis: Analysis, left: Sequence[Unit], right: Sequence[Unit], joints: Joints) -> list[Unit]:
    """The names before an enumeration, which both sides share: "what did *Amazon* pay for A, B and C?"."""
    if not all(analysis.joined(*both, joints.item) for both in pairwise(right)):
        return []
    begin = next((n for n in range(len(left) - 1, 0, -1) if not analysis.joined(left[n - 1], left[n], joints.item)), 0)
    return list(left[:begin])


def alike(sides: Sequence[Sequence[Reading]]) -> list[Reading]:
    """The best readings of all sides that tell the same of each, if they are nearly as good as the best; else []."""
    first, *others = sides or [()]
    best: tuple[float, list[Reading]] = (0.0, [])
    for attribute in {name for reading in first[:_LOOKED_AT] for name in reading.features.attributes}:
        pair = [next((r for r in side[:_LOOKED_AT] if attribute in r.features.attributes), None) for side in sides]
        told = [r for r, side in zip(pair, sides, strict=True) if r and r.score >= side[0].score - _NEARLY]
        if len(told) == len(sides):
            best = max(best, (sum(reading.score for reading in told), told), key=lambda one: one[0])
    return best[1] if others else []


def group(unit: Unit, kinds: Mapping[str, str]) -> str:
    """The kind of thing that a name stands for, as far as two of them can be sides: a firm, a person or a place."""
    return _GROUPS.get(kinds.get(unit.entities[0], "place"), "place") if unit.entities else ""


def _side(
    analysis: Analysis,
    own: Sequence[Unit],
    others: Sequence[Unit],
    kinds: Mapping[str, str],
    apart: Sequence[Unit],
    *,
    before: bool,
    at: int,
) -> tuple[Unit, ...]:
    """Own names, those `apart`, the other side's of other kinds, all contents; the other side's at half weight."""
    groups = {group(unit, kinds) for unit in own}
    shared = [unit for unit in others if group(unit, kinds) not in groups]
    contents = [
        unit if (unit.start < at) == before else unit.weighing(_OTHER_SIDE)
        for unit in analysis.units
        if unit not in own and unit not in others and unit not in apart
    ]
    return (*apart, *own, *shared, *contents)

"""Questions with two or more sides: "JD versus Alibaba", "in the UK and in Austria", "partner, delivery time, orders".

A side is what would be asked if only that part had been said: its own names and aspects, with everything that both
sides share. Where one fact holds all names there is nothing to split.
"""

import re
from collections.abc import Mapping, Sequence

from bot.understanding.units import Analysis, Unit

_STRONG = re.compile(
    r"\b(?:versus|vs|gegenüber|verglichen|vergleich|compared|unlike|while|whereas|während|hingegen|im gegensatz)\b",
    re.IGNORECASE,
)
_WEAK = re.compile(r"\b(?:und|and|oder|or|sowie|bzw|aber|but)\b|,", re.IGNORECASE)
_JOINT = re.compile(r"\b(?:zwischen|between|beide|both|zusammen|together|miteinander)\b", re.IGNORECASE)
"""Said of two together, not of each."""

_ITEM = re.compile(r"\s*(?:,|;|\bund\b|\band\b|\boder\b|\bor\b|&)\s*", re.IGNORECASE)
_ENUMERATION = re.compile(r"(?:^|[:(–-])([^:()?!.–]*,[^:()?!.–]*)")
_OTHER_SIDE = 0.5
_MOST = 4
_LONGEST_ITEM = 4

_GROUPS = {"company": "firm", "organisation": "firm", "programme": "firm", "product": "firm", "person": "person"}


def by_names(analysis: Analysis, kinds: Mapping[str, str]) -> list[tuple[Unit, ...]]:
    """The two sides of a question that names things of one kind on both sides of a joining word, if any."""
    names = [unit for unit in analysis.names if unit.weight >= _FIRM]
    if len(names) < 2:
        return []
    for pattern in (_STRONG,) if _JOINT.search(analysis.text) else (_STRONG, _WEAK):
        for found in pattern.finditer(analysis.text):
            left = [unit for unit in names if unit.start < found.start()]
            right = [unit for unit in names if unit.start >= found.end()]
            shared = {_group(unit, kinds) for unit in left} & {_group(unit, kinds) for unit in right}
            if shared and not {key for unit in left for key in unit.entities} & {
                key for unit in right for key in unit.entities
            }:
                return [
                    _side(analysis, left, right, kinds, before=True, at=found.start()),
                    _side(analysis, right, left, kinds, before=False, at=found.start()),
                ]
    return []


def by_aspects(analysis: Analysis) -> list[tuple[Unit, ...]]:
    """One side for each item of an enumeration ("partner, delivery time and orders"); [] if there is none."""
    for found in _ENUMERATION.finditer(analysis.text):
        start, items = found.start(1), []
        at = start
        for piece in _ITEM.split(found.group(1)):
            place = analysis.text.find(piece, at)
            at = place + len(piece)
            units = [unit for unit in analysis.units if place <= unit.start < at]
            if units and len(piece.split()) <= _LONGEST_ITEM:
                items.append(units)
        if len(items) >= 3:
            within = {id(unit) for units in items for unit in units}
            rest = [unit for unit in analysis.units if id(unit) not in within]
            return [(*rest, *units) for units in items[:_MOST]]
    return []


_FIRM = 0.9


def _group(unit: Unit, kinds: Mapping[str, str]) -> str:
    return _GROUPS.get(kinds.get(unit.entities[0], "place"), "place") if unit.entities else ""


def _side(
    analysis: Analysis,
    own: Sequence[Unit],
    others: Sequence[Unit],
    kinds: Mapping[str, str],
    *,
    before: bool,
    at: int,
) -> tuple[Unit, ...]:
    """Own names, the other side's of other kinds (shared), and all contents, the other side's at half weight."""
    groups = {_group(unit, kinds) for unit in own}
    shared = [unit for unit in others if _group(unit, kinds) not in groups]
    contents = [
        unit if (unit.start < at) == before else unit.weighing(_OTHER_SIDE)
        for unit in analysis.units
        if unit not in own and unit not in others
    ]
    return (*own, *shared, *contents)

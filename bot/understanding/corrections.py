"""Premises that a fact puts right: a person, a place or a figure swapped for another, all else being as it says.

"Does it have 300 million?" is answered by the fact that counts 266 million; a question for something else isn't.
"""

import re
from collections.abc import Sequence

from bot.facts.model import Knowledge
from bot.facts.values import UNITS, Count, Date, Duration, Money, Percentage
from bot.understanding.candidate import Candidate
from bot.understanding.matter import tells
from bot.understanding.objections import FIRM
from bot.understanding.scoring import EXPLAINED, Reading
from bot.understanding.times import asked_time, is_time, told_times
from bot.understanding.units import Analysis, Unit

_YEAR = re.compile(r"#[12]\d{3}")
_TIMES = frozenset({*UNITS, "decade"})
_NEAR = 10.0
_OWN_EVENT = 0.35
"""How central what is said besides names must be, on the whole, for the fact to be about that event."""
_OTHERWISE, _USUALLY = 0.75, 0.25
"""How well all but what is wrong must be explained, and how central it must be, for the fact to correct it."""


class Corrections:
    """Tells whether a fact corrects what is asked."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._kinds = knowledge.kinds

    def measured(self, candidate: Candidate) -> list[Reading]:
        """The readings; asked for yes or no by a figure or month, that which tells one goes first, if it is near."""
        analysis, readings = candidate.merged.analysis, candidate.readings
        asked = [unit for unit in analysis.units if unit.weight >= FIRM and (unit.kind == "number" or is_time(unit))]
        if len(asked) != 1 or "yesno" not in analysis.flags:
            return readings
        best = readings[0]
        own = (one for one in readings if one.features.fact.deal == best.features.fact.deal and one.type_fits)
        near = (one for one in own if one.score >= best.score - _NEAR)
        telling = next((one for one in near if self._comparable(analysis, one, asked[0])), best)
        return [telling, *(one for one in readings if one is not telling)]

    def corrected(self, analysis: Analysis, best: Reading, conflicts: Sequence[Unit], left: Sequence[Unit]) -> bool:
        """One person, place or figure swapped for another, all else fitting: the fact itself corrects the premise."""
        telling = [unit for unit in left if unit.says]
        if len(conflicts) != 1 or len(telling) != 1 or not best.type_fits:
            return False
        (swapped,) = conflicts
        if swapped.kind != "entity":  # "Does it have 300 million?": no, another number of the same kind
            comparable = "yesno" in analysis.flags and self._comparable(analysis, best, swapped)
            return comparable and _otherwise_fits(analysis, best, swapped)
        if self._is_another_place(analysis, best, swapped):
            return True
        return self._is_another_person(analysis, best, swapped) and _is_the_event(analysis, best)

    def _is_another_person(self, analysis: Analysis, best: Reading, asked: Unit) -> bool:
        """Is a person asked about, beside other names, where the fact tells another person?"""
        persons = bool(asked.entities) and all(self._kinds.get(entity) == "person" for entity in asked.entities)
        named = {entity for unit in analysis.names for entity in unit.entities}
        held = {key[1:] for key, strength in best.features.names.items() if strength >= 1.0}
        instead = {entity for entity in held - named if self._kinds.get(entity) == "person"}
        return persons and bool(instead) and any(unit is not asked for unit in analysis.names)

    def _is_another_place(self, analysis: Analysis, best: Reading, asked: Unit) -> bool:
        """Is it asked whether something is in one place, and the fact tells another ("is the centre in London?")?"""
        elsewhere = bool(asked.entities) and all(map(self._knowledge.is_place, asked.entities))
        told = self._knowledge.place_of(best.features.fact)
        return "yesno" in analysis.flags and elsewhere and told is not None and _otherwise_fits(analysis, best, asked)

    def _comparable(self, analysis: Analysis, best: Reading, asked: Unit) -> bool:
        """Does the fact hold another figure of the kind that is asked about, or another month?"""
        if time := asked_time((asked,)):
            return bool(told_times(best.features.fact, time))
        value = best.features.fact.value
        units = {figure.unit for figure in analysis.figures}
        if isinstance(value, Duration):
            return not units.isdisjoint(_TIMES)
        if isinstance(value, Percentage) or "percent" in units:
            return isinstance(value, Percentage) and "percent" in units
        if isinstance(value, Date):
            return value.year is not None and all(_YEAR.fullmatch(key) for key in asked.keys)
        return isinstance(value, Count | Money)


def _is_the_event(analysis: Analysis, best: Reading) -> bool:
    """Is all that is said besides names what the fact is usually asked with? Else it tells of another event."""
    said = [n for n, unit in enumerate(analysis.units) if unit.kind != "entity" and tells(analysis, n)]
    return all(best.explained[n] >= EXPLAINED for n in said) and (
        sum(best.centrality[n] for n in said) >= _OWN_EVENT * len(said)
    )


def _otherwise_fits(analysis: Analysis, best: Reading, swapped: Unit) -> bool:
    """Is all but what is swapped what the fact is usually asked with?"""
    rows = enumerate(zip(analysis.units, best.explained, best.centrality, strict=False))
    others = [
        (unit.weight, match, central)
        for place, (unit, match, central) in rows
        if unit is not swapped and (unit.kind == "entity" or tells(analysis, place))
    ]
    total = sum(weight for weight, _, _ in others)
    explained = sum(weight * match for weight, match, _ in others)
    central = sum(weight * usual for weight, _, usual in others)
    return total > 0 and explained >= _OTHERWISE * total and central >= _USUALLY * total

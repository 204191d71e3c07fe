"""Premises that a fact puts right: a person, a place or a figure swapped for another, all else being as it says.

"Does it have 300 million?" is answered by the fact that counts 266 million; a question for something else isn't.
"""

import re
from collections.abc import Sequence

from bot.facts.concerned import entities_in
from bot.facts.model import AHEAD, Fact, Knowledge
from bot.facts.values import UNITS, Count, Date, Duration, Money, Percentage
from bot.understanding.deals.times import asked_time, is_time, told_times
from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.companions import SEVERAL
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.rules import seats
from bot.understanding.rules.limiting import FIRM
from bot.understanding.rules.matter import tells
from bot.understanding.utterance.askedfigures import EITHER, EQUAL
from bot.understanding.utterance.units import Analysis, Unit

_YEAR = re.compile(r"#[12]\d{3}")
_TIMES = frozenset({*UNITS, "decade"})
_NEAR, _AS_GOOD, _LIKE, _LESS = 10.0, 2.0, 20.0, 0.35
_COUNTED = frozenset({"count", "amount", "money", "percent"})
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
        once = len(analysis.asking) <= 1 and not analysis.flags & SEVERAL
        if once and "already" in analysis.flags and analysis.types & _COUNTED:
            return self._reached(readings)
        asked = [unit for unit in analysis.units if unit.weight >= FIRM and (unit.kind == "number" or is_time(unit))]
        asked = _as_one(analysis, asked)
        if "yesno" in analysis.flags and not asked:
            return self._of_persons(analysis, readings)
        if len(asked) != 1 or "yesno" not in analysis.flags:
            return readings
        best = readings[0]
        own = (one for one in readings if one.features.fact.deal == best.features.fact.deal and one.type_fits)
        near = [one for one in own if one.score >= best.score - _NEAR and self._comparable(analysis, one, asked[0])]
        telling = max(near, key=lambda one: one.score + _LIKE * one.example, default=best)
        return [telling, *(one for one in readings if one is not telling)]

    @staticmethod
    def _reached(readings: list[Reading]) -> list[Reading]:
        """The readings; where a figure of now is asked for, one that is no plan goes before one that is."""
        best = readings[0]
        if best.features.fact.status not in AHEAD:
            return readings
        near = (one for one in readings if one.coverage >= best.coverage - _LESS and one.type_fits)
        own = (one for one in near if one.features.fact.deal == best.features.fact.deal)
        now = (one for one in own if one.features.fact.status not in AHEAD)
        reached = next(
            (one for one in now if isinstance(one.features.fact.value, type(best.features.fact.value))), best
        )
        return [reached, *(one for one in readings if one is not reached)]

    def _of_persons(self, analysis: Analysis, readings: list[Reading]) -> list[Reading]:
        """The readings; where a person is asked about, one that is as good and tells a person goes first."""
        if not any(self._kinds.get(entity) == "person" for unit in analysis.names for entity in unit.entities):
            return readings
        best = readings[0]
        near = (one for one in readings if one.score >= best.score - _AS_GOOD)
        own = (one for one in near if one.features.fact.deal == best.features.fact.deal)
        told = (one for one in own if any(self._kinds.get(e) == "person" for e in entities_in(one.features.fact)))
        telling = next(told, best)
        return [telling, *(one for one in readings if one is not telling)]

    def corrected(self, candidate: Candidate, best: Reading, conflicts: Sequence[Unit], left: Sequence[Unit]) -> bool:
        """One person, place or figure swapped for another, all else fitting: the fact itself corrects the premise."""
        analysis = candidate.merged.analysis
        conflicts = _as_one(analysis, conflicts)
        telling = _as_one(analysis, [unit for unit in left if unit.says and not _compares(analysis, unit)])
        if len(conflicts) != 1 or len(telling) != 1 or not best.type_fits:
            return False
        (swapped,) = conflicts
        if swapped.kind != "entity":  # "Does it have 300 million?": no, another number of the same kind
            comparable = "yesno" in analysis.flags and self._comparable(analysis, best, swapped)
            bare = (
                bool(candidate.merged.inherited)
                and best.number == candidate.readings[0].number
                and not _others(analysis, best, swapped)
            )  # "that's 300, right?"
            return comparable and (bare or _otherwise_fits(analysis, best, swapped))
        if self._is_another_place(analysis, best, swapped):
            return not seats.is_another_s(analysis, best.features.fact, self._knowledge)
        return self._is_another_person(analysis, best, swapped) and _is_the_event(analysis, best)

    def _is_another_person(self, analysis: Analysis, best: Reading, asked: Unit) -> bool:
        """Is a person asked about, beside other names, where the fact tells another person?"""
        persons = bool(asked.entities) and all(self._kinds.get(entity) == "person" for entity in asked.entities)
        named = {entity for unit in analysis.names for entity in unit.entities}
        held = {key[1:] for key, strength in best.features.names.items() if strength >= 1.0}
        instead = {
            entity
            for entity in held - named
            if self._told(best.features.fact, entity) and self._kinds.get(entity) == "person"
        }
        return persons and bool(instead) and any(unit is not asked for unit in analysis.names)

    def _told(self, fact: Fact, person: str) -> bool:
        """Does the fact itself name a person, in a value or in its sentence?"""
        known = self._knowledge.entities.get(person)
        if known is None:
            return False
        return person in entities_in(fact) or any(n in said for n in known.spoken for said in fact.wording.values())

    def _is_another_place(self, analysis: Analysis, best: Reading, asked: Unit) -> bool:
        """Is it asked whether something is in one place, and the fact tells another ("is the centre in London?")?"""
        elsewhere = bool(asked.entities) and all(map(self._knowledge.is_place, asked.entities))
        told = self._knowledge.place_of(best.features.fact)
        if told is None or any(self._knowledge.lies_in(told, entity) for entity in asked.entities):
            return False
        return "yesno" in analysis.flags and elsewhere and _otherwise_fits(analysis, best, asked)

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


def _as_one(analysis: Analysis, units: Sequence[Unit]) -> list[Unit]:
    """The units, of the parts of a date only its month: "5 February 2014" is one thing asked about."""
    starts = analysis.date.starts if analysis.date else frozenset[int]()
    if not any(unit.start in starts for unit in units):
        return list(units)
    month = next(unit for unit in analysis.units if unit.start in starts and is_time(unit))
    return [month, *(unit for unit in units if unit.start not in starts)]


def _compares(analysis: Analysis, unit: Unit) -> bool:
    """Does a word only say how a figure is meant ("*more than* 100", "*more* or *fewer* than 100")?"""
    end = unit.end
    return any(
        figure.relation != EQUAL
        and figure.start - end >= 0
        and len(analysis.text[end : figure.start].split()) <= (figure.relation == EITHER)
        for figure in analysis.figures
    )


def _others(analysis: Analysis, best: Reading, swapped: Unit) -> list[tuple[float, float, float]]:
    """Weight, match and centrality of all that is said but what is swapped."""
    rows = enumerate(zip(analysis.units, best.explained, best.centrality, strict=False))
    date = analysis.date.starts if analysis.date and swapped.start in analysis.date.starts else frozenset[int]()
    return [
        (unit.weight, match, central)
        for place, (unit, match, central) in rows
        if unit is not swapped
        and unit.start not in date
        and (unit.kind == "entity" or tells(analysis, place))
        and not _compares(analysis, unit)
    ]


def _otherwise_fits(analysis: Analysis, best: Reading, swapped: Unit) -> bool:
    """Is all but what is swapped what the fact is usually asked with?"""
    others = _others(analysis, best, swapped)
    total = sum(weight for weight, _, _ in others)
    explained = sum(weight * match for weight, match, _ in others)
    central = sum(weight * usual for weight, _, usual in others)
    return total > 0 and explained >= _OTHERWISE * total and central >= _USUALLY * total

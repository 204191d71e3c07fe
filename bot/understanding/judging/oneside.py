"""One side of a comparison: the readings about its subject, those that tell a figure, what goes with the other's."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.facts.values import Count, Date, Duration, Money, Percentage, Range
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.utterance.units import Analysis, Unit

_VALUES: Mapping[str, tuple[type, ...]] = {
    "duration": (Duration,),
    "money": (Money,),
    "date": (Date,),
    "age": (Date,),
    "amount": (Count, Money, Percentage, Range),
}
"""What a figure of each kind is."""

COUNTING = frozenset({"count", "money", "percent", "amount", "duration"})
"""What is asked for with a word for what is counted or measured."""

AGE = "age"
"""The kind that "older" asks for: a date, but only one since when something exists."""

_COUNTED = 0.5
"""How well a figure must explain what is said of both sides."""

_CENTRAL, _AS_CENTRAL = 0.2, 0.6
"""How usual in what is asked of a figure that must be which is counted, and how usual beside other figures."""

_HELD = 0.6
"""How strongly a fact must hold a subject's name to tell its figure."""

_NEAR = 0.7
"""How well a fact must hold what is counted: as a word that can nearly always stand for it."""

_MAIN = 15.0
"""What it is worth, in points, that both facts tell mainly the same."""


@dataclass(frozen=True)
class Side:
    """One side: its subject, what would be asked of it alone, and the readings that are about it."""

    subject: tuple[Unit, ...]
    analysis: Analysis
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Sides:
    """The readings of the sides that are told, and the names of the side that isn't; or both, if nothing is told."""

    readings: tuple[Reading, ...]
    lacking: tuple[Unit, ...] = ()


def is_about(reading: Reading, subject: Sequence[Unit], own: Collection[str], *, surely: bool) -> bool:
    """Is a reading about a subject: of its own deals, where it has any, else holding its names?"""
    if own:
        return reading.features.fact.deal in own
    pairs = zip(subject, reading.explained, strict=False)
    return all(
        reading.features.holds(unit, _HELD) if surely else match >= EXPLAINED
        for unit, match in pairs
        if unit.kind == "entity"
    )


def counts(asked: Analysis, units: Sequence[Unit], reading: Reading) -> bool:
    """Does the reading of a side's units explain what a figure is asked of ("how many *brands* …")?"""
    wanted = {asked.units[place].start for place in asked.focus} if asked.types & COUNTING else set[int]()
    rows = zip(units, reading.explained, strict=False)
    return all(match >= _NEAR for unit, match in rows if unit.start in wanted)


def fitting(side: Side, kind: str, counted: frozenset[int]) -> list[Reading]:
    """The readings that tell a figure of the kind, of what is said of both sides; the most of what is counted."""
    fitting = []
    for reading in side.readings:
        said = said_of(side, reading)
        if tells(reading, kind) and (not said or sum(said) >= _COUNTED * len(said)):
            fitting.append(reading)
    if not counted:
        return fitting
    places = [place for place, unit in enumerate(side.analysis.units) if unit.start in counted]
    central = [max(reading.centrality[place] for place in places) for reading in fitting]
    least = max(_CENTRAL, _AS_CENTRAL * max(central, default=0.0))
    return [reading for reading, share in zip(fitting, central, strict=True) if share >= least]


def tells(reading: Reading, kind: str) -> bool:
    """Does a fact tell a figure of the kind that a comparative asks for?"""
    return any(isinstance(value, _VALUES[kind]) for value in reading.features.fact.values.values())


def said_of(side: Side, reading: Reading) -> list[float]:
    """How well a reading explains each word that is said of both sides."""
    pairs = zip(side.analysis.units, reading.explained, strict=False)
    return [match for unit, match in pairs if unit.says and unit not in side.subject and unit.kind != "operator"]


def pair(one: Sequence[Reading], other: Sequence[Reading]) -> tuple[Reading, ...]:
    """The best of both that tell the same side of their deals, else the best of each; two facts rather than one."""
    alike = [(a, b) for a in one for b in other if a.features.attributes & b.features.attributes]
    first, second = max(alike, key=_worth, default=(one[0], other[0]))
    return (first,) if first.number == second.number else (first, second)


def _worth(both: tuple[Reading, Reading]) -> tuple[bool, float]:
    first, second = both
    mainly = first.features.fact.attribute == second.features.fact.attribute
    return first.number != second.number, first.score + second.score + _MAIN * mainly

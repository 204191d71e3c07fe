"""The pieces that an utterance is understood as: units, and the analysis that holds them.

A unit is one content word, phrase, name or number with the feature keys that it may stand for. Keys are strings with a
mark: "customer" a concept, "~wort" a word stem without a concept, "@jd" an entity, "#266000000" a number.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

WEIGHT = {"entity": 1.3, "number": 1.3, "concept": 1.0, "word": 1.2, "compound": 1.2}
"""How much a unit counts when it is left unexplained, by its kind."""

TELLING = frozenset({"concept", "compound", "word"})
"""The kinds of units that are words, not names, numbers or operators."""

_MARKS = "~@#%!"

SAID = 0.5
"""A lighter unit says nothing by itself: it stands beside the question, or only turns to it."""


_DIRECTLY = re.compile(r"[\s\"„“»«’‘'-]*")


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of meaning. `keys` maps each feature that it may stand for to its strength (0 to 1).

    `parts` are the pieces of a compound, the head last. `weight` says how much it counts when left unexplained,
    `start` where it stands in the utterance.
    """

    text: str
    kind: str
    keys: Mapping[str, float]
    weight: float
    clause: int = 0
    start: int = 0
    parts: tuple["Unit", ...] = ()
    correction: str | None = None

    @property
    def entities(self) -> tuple[str, ...]:
        """The entities that a name may stand for."""
        return tuple([key[1:] for key, strength in self.keys.items() if key[0] == "@" and strength > 0.8])

    @property
    def concepts(self) -> set[str]:
        """The concepts that it may stand for: the keys without a mark."""
        return {key for key in self.keys if key[0] not in _MARKS}

    @property
    def end(self) -> int:
        """Where it ends in the utterance."""
        return self.start + len(self.text)

    @property
    def says(self) -> bool:
        """Does it count enough to say something by itself?"""
        return self.weight >= SAID

    @property
    def measures(self) -> bool:
        """Is it a figure, or what figures are measured in ("5", "years", "dollars")?"""
        return self.kind == "number" or any(key.startswith("unit_") for key in self.keys)

    def weighing(self, factor: float) -> "Unit":
        """The same unit, counting more or less."""
        return self if factor == 1.0 else self.placed(self.start, self.weight * factor)

    def placed(self, start: int, weight: float) -> "Unit":
        """The same unit with another place and weight; many are made, and `replace` takes its time."""
        return Unit(self.text, self.kind, self.keys, weight, self.clause, start, self.parts, self.correction)


def follows(text: str, unit: Unit, other: Unit) -> bool:
    """Does a unit of a text stand directly behind one?"""
    return _DIRECTLY.fullmatch(text[unit.end : other.start]) is not None


@dataclass(frozen=True, slots=True)
class AskedFigure:
    """A figure of a question. `relation` is a key of comparisons.yaml or "equal", `unit` one of numbers.yaml.

    `start` says where it stands in the utterance, `begin` where the words that compare it do, `end` where such words
    behind it end.
    """

    number: Decimal
    relation: str
    unit: str | None
    start: int = field(default=0, compare=False)
    begin: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    def compared_by(self, unit: Unit) -> bool:
        """Is a unit one of the words that say how the figure is to be compared ("*more than* ten")?"""
        return self.begin <= unit.start < self.start or self.start < unit.start < self.end


@dataclass(frozen=True, slots=True)
class AskedDate:
    """A month of a question with the day and year beside it, as far as they are said.

    `relation` is that of a figure; `starts` say where its parts stand in the utterance.
    """

    month: int
    year: int | None
    day: int | None
    relation: str
    starts: frozenset[int] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class Analysis:
    """An utterance taken apart.

    `types` are the answer types asked for, `flags` the operators heard, `focus` the places among the units of the thing
    that is asked for ("how many *brands*"), `asking` and `leaving_out` where in the text question words
    and words like "without" stand, `figures` the numbers with their units, `date` the one month with day and year;
    `refers`: a pronoun stands for something said before. `beside` is where words stand that belong to no clause that
    asks. `most` is how many are to be named, if it says so.
    """

    text: str
    language: str | None
    units: tuple[Unit, ...]
    types: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    words: int = 0
    known: int = 0
    notes: tuple[str, ...] = field(default=())
    focus: tuple[int, ...] = ()
    asking: tuple[int, ...] = ()
    leaving_out: tuple[int, ...] = ()
    figures: tuple[AskedFigure, ...] = ()
    date: AskedDate | None = None
    refers: bool = False
    beside: frozenset[int] = frozenset()
    most: int = 0

    @property
    def names(self) -> tuple[Unit, ...]:
        """The units that name an entity."""
        return tuple(unit for unit in self.units if unit.kind == "entity")

    @property
    def contents(self) -> tuple[Unit, ...]:
        """The units that are no names: what is said about the named."""
        return tuple(unit for unit in self.units if unit.kind != "entity")

    @property
    def said(self) -> tuple[Unit, ...]:
        """Those of the contents that say something by themselves."""
        return tuple(unit for unit in self.contents if unit.says)

    def between(self, one: Unit, other: Unit) -> str:
        """What stands between two units, the first of which stands before the second."""
        return self.text[one.end : other.start]

    def joined(self, one: Unit, other: Unit, joint: re.Pattern[str]) -> bool:
        """Does nothing but a joint stand between two units, the first of which stands before the second?"""
        return joint.fullmatch(self.between(one, other)) is not None

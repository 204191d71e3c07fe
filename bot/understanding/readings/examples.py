"""Example questions and templates as arrays: how alike a question is to each, and which fact has the nearest.

Likeness is the weighed Dice coefficient of the question's units and an example's. A fact's own examples count in full,
its attributes' templates less; templates serve many facts and are compared once.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from bot.understanding.language.remembered import Remembered
from bot.understanding.readings.altered import altered
from bot.understanding.readings.bythings import ranges
from bot.understanding.readings.example import Example
from bot.understanding.readings.gathered import Numbers, Strengths
from bot.understanding.readings.polar import APART, DECISIVE, Flags, Polar

ITSELF = 0.97
"""An example this alike is the question itself, but for function words."""

_VOTERS, _SHARPNESS = 12, 8.0
"""As many of the nearest examples vote, and how much sooner the nearest ones win."""

_HOPELESS = 0.4
"""An example this far behind the nearest has no weight."""

Weigh = Callable[[float, Sequence[str]], float]
"""What a unit of an example weighs, by its own weight and its keys."""

Bits = npt.NDArray[np.uint64]


class TypeBits:
    """Answer types as bits of one number."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}

    def of(self, types: Iterable[str]) -> int:
        """The bits of some types."""
        mask = 0
        for kind in sorted(types):
            mask |= 1 << self._bits.setdefault(kind, len(self._bits) % 64)
        return mask

    def known(self, types: Iterable[str]) -> np.uint64:
        """The bits of those types that something has."""
        mask = 0
        for kind in types:
            mask |= 1 << self._bits[kind] if kind in self._bits else 0
        return np.uint64(mask)


class Examples:
    """Examples in the order of what they belong to, with what they are compared by.

    `named` is how many names each holds. Each owner has an empty example too: none is without.
    """

    def __init__(self, owned: Sequence[Sequence[Example]], weigh: Weigh, bits: TypeBits) -> None:
        self.sizes: Numbers = np.array([len(examples) + 1 for examples in owned], np.int32)
        self._starts: Numbers = np.cumsum(self.sizes, dtype=np.int32) - self.sizes
        self._owners: Numbers = np.repeat(np.arange(len(owned), dtype=np.int32), self.sizes)
        kept = [example for examples in owned for example in (*examples, None)]
        self._kept = kept
        weights: Remembered[tuple[float, tuple[str, ...]], float] = Remembered(lambda load: weigh(*load))
        totals = [sum(map(weights, one.loads)) if one else np.inf for one in kept]
        self._totals: Strengths = np.array(totals, np.float32)
        named = [sum(keys[0][0] == "@" for _, keys in one.loads if keys) if one else 0 for one in kept]
        self.named: Strengths = np.array(named, np.float32)
        self._types: Bits = np.array([bits.of(one.types) if one else 0 for one in kept], np.uint64)
        self.polar = Polar(kept)

    def __len__(self) -> int:
        return len(self._totals)

    def only(self, owners: Numbers) -> tuple[Self, Numbers]:
        """The examples of these owners, which are numbered anew in this order; and the examples' old numbers."""
        sizes = self.sizes[owners]
        chosen = ranges(self._starts[owners], sizes)
        part = altered(
            self,
            sizes=sizes,
            named=self.named[chosen],
            _starts=np.cumsum(sizes, dtype=np.int32) - sizes,
            _owners=np.repeat(np.arange(len(owners), dtype=np.int32), sizes),
            _totals=self._totals[chosen],
            _types=self._types[chosen],
            polar=self.polar.only(chosen),
        )
        return part, chosen

    def best(self, values: Strengths) -> Strengths:
        """The greatest value of each owner's examples."""
        return np.maximum.reduceat(values, self._starts) if len(self._starts) else values

    def votes(self, values: Strengths) -> dict[int, float]:
        """Whose the nearest examples are: for each owner its share of the vote, in which the nearest count most."""
        if not len(values):
            return {}
        most = values.max()
        voters = np.flatnonzero(values > most - _HOPELESS)
        if len(voters) > _VOTERS:
            voters = voters[np.argpartition(-values[voters], _VOTERS)[:_VOTERS]]
        weights = np.exp(_SHARPNESS * (values[voters] - most))
        votes: dict[int, float] = {}
        for owner, weight in zip(self._owners[voters].tolist(), (weights / weights.sum()).tolist(), strict=True):
            votes[owner] = votes.get(owner, 0.0) + weight
        return votes

    def likeness(self, shared: Strengths, total: float) -> Strengths:
        """The likeness of a question of this weight to each example, by what the two share."""
        # two words of the question that mean one thing of the example count once
        likeness: Strengths = 2 * np.minimum(shared, self._totals) / (np.float32(total) + self._totals)
        return likeness

    def share(self, likeness: Strengths, total: float) -> Strengths:
        """How much of each example a question of this weight says, by its likeness to it."""
        share: Strengths = likeness * (np.float32(total) / self._totals + 1) / 2
        return share

    def alike(self, types: np.uint64, *, asks: bool) -> Flags:
        """Which examples ask for the same kind of answer."""
        alike: Flags = (self._types & types) != 0
        return alike | self.polar.asking if asks else alike

    def said(self, values: Strengths, *, yes: bool) -> Strengths:
        """The greatest value of each owner's examples to which it says yes, or no; `values` are of yes/no examples."""
        said = self.polar.saying(values, yes=yes)
        best = np.zeros(len(self.sizes), np.float32)
        np.maximum.at(best, self._owners[self.polar.places[said]], values[said])
        return best

    def without_rows(self) -> Iterator[frozenset[str]]:
        """Give away the keys, once, to stand in a table."""
        kept, self._kept = self._kept, []
        return (one.keys if one else frozenset() for one in kept)


@dataclass(frozen=True, slots=True)
class Nearest:
    """For each fact its nearest example's likeness, whether one is the question itself, what yes and no come to.

    `votes` says whose the nearest examples of all are.
    """

    likeness: Strengths
    itself: Flags
    votes: dict[int, float]
    yes: Strengths | None = None
    no: Strengths | None = None

    def polarity(self, number: int) -> bool | None:
        """Does a fact say yes or no to the question? None where neither is clear, or nothing of the kind was asked."""
        if self.yes is None or self.no is None:
            return None
        yes, no = float(self.yes[number]), float(self.no[number])
        return yes > no if abs(yes - no) >= APART and max(yes, no) >= DECISIVE else None

    def leans_yes(self, number: int) -> bool:
        """Are the nearest yes/no examples of a fact those to which it says yes?"""
        return self.yes is not None and self.no is not None and bool(self.yes[number] > self.no[number])


def padded(columns: Sequence[Sequence[int]], padding: int) -> Numbers:
    """Columns of unequal length as one table, filled up with a number; at least one row."""
    most = max((len(column) for column in columns), default=0) or 1
    table = [[*column, *[padding] * (most - len(column))] for column in columns]
    return np.ascontiguousarray(np.array(table, np.int32).reshape(len(columns), most).T)


def greatest(values: Strengths, table: Numbers) -> Strengths:
    """For each column of a table the greatest of the values that it numbers; the number behind the last stands for 0.

    Row by row: along its few rows numpy is many times quicker than along each of the many short columns.
    """
    best: Strengths = np.append(values, np.float32(0)).take(table).max(axis=0)
    return best


def different(examples: Iterable[Example]) -> list[Example]:
    """Equal examples once."""
    kept: dict[tuple[frozenset[str], frozenset[str], bool | None], Example] = {}
    for example in examples:
        kept.setdefault((example.keys, example.types, example.polarity), example)
    return list(kept.values())

"""The example questions of all facts and the templates of all attributes, as tables: how alike a question is to each.

Likeness is the weighed Dice coefficient of the question's units and an example's. A fact's own examples count in full,
its attributes' templates less; templates serve many facts and stand in the table once.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.understanding.example import Example
from bot.understanding.features import FactFeatures
from bot.understanding.postings import Numbers, Postings, Relations, Strengths, Widened, strongest
from bot.understanding.units import Analysis, Unit

_ITSELF = 0.97
"""An example this alike is the question itself, but for function words."""

_DECISIVE, _APART, _NAME_MISSING = 0.72, 0.15, 0.15
"""To decide yes or no an example must be this alike, and this much nearer than any to the contrary; each of the
question's names that it lacks takes it further away."""

Weigh = Callable[[float, Sequence[str]], float]
"""What a unit of an example weighs, by its own weight and its keys."""

Bits = npt.NDArray[np.uint64]


@dataclass(frozen=True)
class Nearest:
    """For each fact its nearest example's likeness, whether one is the question itself, and what yes and no come to."""

    likeness: Strengths
    itself: npt.NDArray[np.bool_]
    yes: Strengths
    no: Strengths

    def polarity(self, number: int) -> bool | None:
        """Does a fact say yes or no to the question? None where neither is clear."""
        yes, no = float(self.yes[number]), float(self.no[number])
        return yes > no if abs(yes - no) >= _APART and max(yes, no) >= _DECISIVE else None


class Group:
    """Examples in the order of what they belong to, with what they are compared by."""

    def __init__(
        self,
        owned: Sequence[Sequence[Example]],
        related: Relations,
        opened: Strengths,
        weigh: Weigh,
        bits: "TypeBits",
    ) -> None:
        sizes = [len(examples) + 1 for examples in owned]  # an empty one each: no owner without any
        self.starts: Numbers = np.cumsum([0, *sizes[:-1]], dtype=np.int32) if sizes else np.zeros(0, np.int32)
        rows = [example for examples in owned for example in (*examples, None)]
        self.held = Widened(
            Postings(dict.fromkeys(one.keys, 1.0) if one else {} for one in rows), related, np.repeat(opened, sizes)
        )
        totals = [sum(weigh(weight, keys) for weight, keys in one.loads) if one else np.inf for one in rows]
        self.totals: Strengths = np.array(totals, np.float32)
        self.types: Bits = np.array([bits.of(one.types) if one else 0 for one in rows], np.uint64)
        self.polarity = np.array([0 if one is None or one.polarity is None else 2 * one.polarity - 1 for one in rows])

    def best(self, values: Strengths) -> Strengths:
        """The greatest value of each owner's examples."""
        return np.maximum.reduceat(values, self.starts) if len(self.starts) else values

    def likeness(self, reached: Sequence[Sequence[tuple[str, float]]], weights: Sequence[float]) -> Strengths:
        """The likeness of a question to each example: what its units reach, and what they weigh."""
        shared = np.zeros(self.held.count, np.float32)
        for keys, weight in zip(reached, weights, strict=True):
            shared += np.float32(weight) * self.held.best(keys)
        shared = np.minimum(shared, self.totals)  # two words that mean one thing of the example count once
        likeness: Strengths = 2 * shared / (np.float32(sum(weights)) + self.totals)
        return likeness

    def missing(self, units: Iterable[Unit]) -> Strengths:
        """How many of the question's names each example doesn't hold."""
        missing = np.zeros(self.held.count, np.float32)
        for unit in units:
            if unit.kind == "entity" and unit.weight >= 1.0:
                missing += strongest(self.held.postings, ((k, 1.0) for k in unit.keys if k[0] == "@")) == 0.0
        return missing


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
        return np.uint64(sum(1 << self._bits[kind] for kind in set(types) if kind in self._bits))


class ExampleTable:
    """All examples and templates of an index."""

    def __init__(self, features: Sequence[FactFeatures], related: Relations, opened: Strengths, weigh: Weigh) -> None:
        self._bits = TypeBits()
        self._own = Group([_different(one.examples) for one in features], related, opened, weigh, self._bits)
        templates = {name: examples for one in features for name, examples in one.templates.items()}
        wide = np.ones(len(templates), np.float32)
        places = {name: place for place, name in enumerate(templates)}
        self._templates = Group([_different(kept) for kept in templates.values()], related, wide, weigh, self._bits)
        self._share = next((example.share for kept in templates.values() for example in kept), 0.0)
        self._attributes = padded([[places[name] for name in one.templates] for one in features], len(places))
        self.gives: Bits = np.array([self._bits.of(one.gives) for one in features], np.uint64)

    def fits(self, kinds: Iterable[str]) -> npt.NDArray[np.bool_]:
        """Which facts give one of these kinds of answer."""
        fits: npt.NDArray[np.bool_] = (self.gives & self._bits.known(kinds)) != 0
        return fits

    def nearest(
        self,
        analysis: Analysis,
        units: Sequence[Unit],
        reached: Sequence[Sequence[tuple[str, float]]],
        weights: Sequence[float],
        same_type: float,
    ) -> Nearest:
        """A question's nearest examples; `same_type` is what one gains that asks for the same kind of answer."""
        asks, types = "yesno" in analysis.flags, self._bits.known(analysis.types)

        def nearness(group: Group, likeness: Strengths) -> Strengths:
            alike = (group.types & types) != 0
            if asks:
                alike |= group.polarity != 0
            near: Strengths = likeness + np.float32(same_type) * alike
            return near

        own = self._own.likeness(reached, weights)
        best = self._own.best(nearness(self._own, own))
        if len(self._templates.starts):
            template = nearness(self._templates, self._templates.likeness(reached, weights) * np.float32(self._share))
            by_attribute = np.append(self._templates.best(template), np.float32(0.0))
            best = np.maximum(best, by_attribute[self._attributes].max(axis=1))
        missing = self._own.missing(units)
        itself = self._own.best(np.where((own >= _ITSELF) & (missing == 0), own, np.float32(0))) > 0
        decided = own - np.float32(_NAME_MISSING) * missing if asks else np.zeros_like(own)
        yes, no = (self._own.best(np.where(self._own.polarity == sign, decided, np.float32(0))) for sign in (1, -1))
        return Nearest(best, itself, yes, no)


def padded(rows: Sequence[Sequence[int]], padding: int) -> Numbers:
    """Rows of unequal length as one table, filled up with a number; at least one column."""
    most = max((len(row) for row in rows), default=0) or 1
    table = [[*row, *[padding] * (most - len(row))] for row in rows]
    return np.array(table, np.int32).reshape(len(rows), most)


def _different(examples: Iterable[Example]) -> list[Example]:
    """Equal examples once."""
    kept: dict[tuple[frozenset[str], frozenset[str], bool | None], Example] = {}
    for example in examples:
        kept.setdefault((example.keys, example.types, example.polarity), example)
    return list(kept.values())

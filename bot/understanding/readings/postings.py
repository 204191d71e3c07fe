"""Which things hold a feature key, and how strongly: arrays, so that asking all of them costs a few additions.

Facts, examples and attributes are numbered; a key's row is the numbers that hold it with their strengths.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.understanding.readings.altered import altered
from bot.understanding.readings.gathered import Gathered, Numbers, Spans, Strengths, small, spans

Row = tuple[npt.NDArray[np.integer[Any]], Strengths]
Relations = Mapping[str, Mapping[str, float]]
"""What a key also finds: related keys, with how far they count."""

_MOST_KEPT = 1_500_000
"""Entries of widened rows kept for the next question; some 5 MB."""

_FAINT = 0.03
"""What a related key counts less than this counts nothing: it decides nothing, and would be most of what is kept."""


class Postings:
    """Rows by key. `count` is how many things there are."""

    def __init__(self, things: Iterable[Mapping[str, float]] | Gathered) -> None:
        held = things if isinstance(things, Gathered) else Gathered(things)
        numbers, keys = held.things(), held.keys()
        order = np.argsort(keys, kind="stable")  # rows stay in the order of things
        self.count = len(held)
        self._numbers = small(numbers[order], self.count)
        self._strengths: Strengths = held.strengths()[order]
        self._spans = spans(held.names, keys)

    @staticmethod
    def of_rows(count: int, numbers: Numbers, strengths: Strengths, spans: Spans) -> "Postings":
        """From rows that are known."""
        return altered(_EMPTY, count=count, _numbers=small(numbers, count), _strengths=strengths, _spans=spans)

    def __contains__(self, key: str) -> bool:
        return key in self._spans

    def spread(self, key: str) -> int:
        """How many hold a key."""
        start, end = self._spans.of(key) or (0, 0)
        return end - start

    def row(self, key: str) -> Row | None:
        """A key's row; None if nothing holds it."""
        spans = self._spans
        row = spans.rows.get(key)
        if row is None:
            return None
        begin, end = spans.bounds[row], spans.bounds[row + 1]
        return self._numbers[begin:end], self._strengths[begin:end]


_EMPTY = Postings(())


class Widened:
    """Postings in which a key also finds what holds its related keys, less strongly. Rows are kept for next time.

    `openness` is how far each thing lets related keys count: the more ways of asking it knows, the less a guess tells.
    """

    def __init__(self, postings: Postings, related: Relations, openness: Strengths) -> None:
        self.postings = postings
        self._related = related
        self._openness = openness
        self._kept: dict[str, Row | None] = {}
        self._size = 0

    def row(self, key: str) -> Row | None:
        """A key's row; None if nothing holds it or a related one."""
        if key not in self._related:
            return self.postings.row(key)
        kept = self._kept
        if key in kept:
            return kept[key]
        row = self._widen(key)
        if self._size > _MOST_KEPT:  # a new one: another thread may be reading the old one
            self._kept, self._size = {}, 0
        self._kept[key] = row
        self._size += len(row[0]) if row else 0
        return row

    def _widen(self, key: str) -> Row | None:
        best = strongest(self.postings, self._related[key].items())
        numbers = np.flatnonzero(best != 0)  # few of all things: what follows is done with these alone
        near = best[numbers] * self._openness[numbers]
        near[near < _FAINT] = 0
        best[numbers] = near
        if own := self.postings.row(key):
            numbers = own[0].astype(np.intp)
            best[numbers] = np.maximum(best[numbers], own[1])
        numbers = np.flatnonzero(best != 0)
        return (small(numbers, self.count), best[numbers]) if len(numbers) else None

    def best(self, reached: Iterable[tuple[str, float]]) -> Strengths:
        """For each thing the strongest of the keys that it holds; 0 where it holds none."""
        return strongest(self, reached)

    @property
    def count(self) -> int:
        """How many things there are."""
        return self.postings.count

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_kept": {}, "_size": 0}


def strongest(held: Postings | Widened, reached: Iterable[tuple[str, float]]) -> Strengths:
    """For each thing the strongest of the keys that it holds, each with how far it counts."""
    best = np.zeros(held.count, np.float32)
    empty = True
    for key, strength in reached:
        row = held.row(key)
        if row:
            numbers, strengths = row[0].astype(np.intp), row[1]  # numpy is slow to index by any others
            if strength != 1.0:
                strengths = strengths * np.float32(strength)
            best[numbers] = strengths if empty else np.maximum(best[numbers], strengths)
            empty = False
    return best


def summed(held: Postings, reached: Iterable[tuple[str, float]]) -> Strengths:
    """For each thing the sum of the keys that it holds, each with how far it counts."""
    rows = [(row, strength) for key, strength in reached if (row := held.row(key))]
    if not rows:
        return np.zeros(held.count, np.float32)
    numbers = np.concatenate([numbers for (numbers, _), _ in rows])
    strengths = np.concatenate([own * np.float32(strength) for (_, own), strength in rows])
    return np.bincount(numbers, strengths, held.count).astype(np.float32)


def relations(pairs: Sequence[tuple[str, str, float]]) -> dict[str, dict[str, float]]:
    """Pairs of related keys with how far each counts for the other, as a mapping in both directions."""
    related: dict[str, dict[str, float]] = {}
    for one, other, strength in pairs:
        for key, near in ((one, other), (other, one)):
            known = related.setdefault(key, {})
            known[near] = max(strength, known.get(near, 0.0))
    return related

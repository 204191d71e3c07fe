"""Things with their keys as they are read, one after the other, in a few bytes a key: what postings are made of."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.signedinteger[Any]]
Strengths = npt.NDArray[np.floating[Any]]


class Gathered:
    """Which keys each thing holds, and how strongly; `names` numbers the keys and may be shared by several."""

    def __init__(self, things: Iterable[Mapping[str, float]] = (), names: dict[str, int] | None = None) -> None:
        self.names = numbering() if names is None else names
        self._keys, self._strengths, self._sizes = array("i"), array("f"), array("i")
        for thing in things:
            self.add(thing)

    def __len__(self) -> int:
        return len(self._sizes)

    def add(self, thing: Mapping[str, float]) -> None:
        """Take in the next thing."""
        self._keys.extend(map(self.names.__getitem__, thing))
        self._strengths.extend(thing.values())
        self._sizes.append(len(thing))

    def add_all(self, keys: Collection[str]) -> None:
        """Take in a thing that holds these keys fully."""
        self._keys.extend(map(self.names.__getitem__, keys))
        self._strengths.extend([1.0] * len(keys))
        self._sizes.append(len(keys))

    def take(self, others: "Gathered") -> None:
        """Take in all things of another one that shares the numbering."""
        self._keys.frombytes(others.keys().tobytes())
        self._strengths.frombytes(others.strengths().tobytes())
        self._sizes.frombytes(others.sizes().tobytes())

    def spreads(self, most: int) -> dict[str, int]:
        """How many of the first things hold each key."""
        keys = self.keys()[: int(self.sizes()[:most].sum())]
        counts = np.bincount(keys, minlength=len(self.names)).tolist()
        return {key: counts[number] for key, number in self.names.items() if counts[number]}

    def keys(self) -> Numbers:
        """The key of each entry, thing by thing."""
        return np.frombuffer(self._keys, np.int32) if self._keys else np.zeros(0, np.int32)

    def strengths(self) -> Strengths:
        """The strength of each entry."""
        return np.frombuffer(self._strengths, np.float32) if self._strengths else np.zeros(0, np.float32)

    def weigh(self, strengths: Iterable[float]) -> None:
        """Give the entries other strengths, in their order."""
        self._strengths = array("f", strengths)

    def sizes(self) -> Numbers:
        """How many keys each thing holds."""
        return np.array(self._sizes, np.int32)

    def things(self) -> Numbers:
        """The thing of each entry."""
        return np.repeat(np.arange(len(self), dtype=np.int32), self.sizes())


def numbering() -> dict[str, int]:
    """Numbers each key when it is first asked for."""
    names: defaultdict[str, int] = defaultdict()
    names.default_factory = names.__len__
    return names


def spans(names: Mapping[str, int], keys: Numbers) -> "Spans":
    """The rows of the keys once entries are sorted by them."""
    return Spans(names, np.bincount(keys, minlength=len(names)).tolist())


class Spans:
    """Where the row of each key begins and ends among sorted entries; `counts` are those of the keys in their order.

    `rows` numbers the keys that have entries, `bounds` says where each row begins, and behind the last where it ends.
    """

    def __init__(self, names: Iterable[str], counts: Sequence[int]) -> None:
        held = [(key, count) for key, count in zip(names, counts, strict=True) if count]
        self.rows = {key: row for row, (key, _) in enumerate(held)}
        self.bounds = array("q", accumulate((count for _, count in held), initial=0))

    def __contains__(self, key: str) -> bool:
        return key in self.rows

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def of(self, key: str) -> tuple[int, int] | None:
        """Begin and end of a key's row; None for one without entries."""
        row = self.rows.get(key)
        return None if row is None else (self.bounds[row], self.bounds[row + 1])


def small(numbers: Numbers, count: int) -> npt.NDArray[np.integer[Any]]:
    """Numbers of `count` things in as few bytes as they need."""
    return numbers.astype(np.min_scalar_type(count))

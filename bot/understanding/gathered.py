"""Things with their keys as they are read, one after the other, in a few bytes a key: what postings are made of."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.signedinteger[Any]]
Strengths = npt.NDArray[np.floating[Any]]

_SWIFT = 4_000_000
"""So many numbers are kept as numpy indexes by them: twice as quick, twice as large."""


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


def spans(names: Mapping[str, int], keys: Numbers) -> dict[str, tuple[int, int]]:
    """Where the row of each key begins and ends once entries are sorted; keys without entries are left out."""
    ends = np.cumsum(np.bincount(keys, minlength=len(names))).tolist() if len(names) else []
    begins = [0, *ends]
    return {key: (begins[n], ends[n]) for key, n in names.items() if begins[n] < ends[n]}


def swift(numbers: Numbers) -> Numbers:
    """The same numbers as numpy indexes by them quickest, unless they are too many to take twice the room."""
    return numbers.astype(np.intp) if len(numbers) <= _SWIFT else numbers

"""Texts found again by a number made of each: a few bytes a text, where a dictionary of strings takes a hundred."""

from array import array
from hashlib import blake2b

import numpy as np


class Marks:
    """Numbers of things by texts; settled after the last one is added, then found by binary search."""

    def __init__(self) -> None:
        self._new: tuple[array[int], array[int]] | None = (array("Q"), array("i"))
        self._marks, self._numbers = np.zeros(0, np.uint64), np.zeros(0, np.int32)

    def add(self, text: str, number: int) -> None:
        """Let a text stand for a number; a text may stand for several."""
        if self._new is None:
            self._new = array("Q", self._marks.tolist()), array("i", self._numbers.tolist())
        marks, numbers = self._new
        marks.append(_mark(text))
        numbers.append(number)

    def settle(self) -> None:
        """Put what was added in order."""
        if self._new:
            marks, numbers = np.array(self._new[0], np.uint64), np.array(self._new[1], np.int32)
            order = np.argsort(marks, kind="stable")
            self._marks, self._numbers, self._new = marks[order], numbers[order], None

    def find(self, text: str) -> list[int]:
        """The numbers that a text stands for, in the order of adding."""
        mark = np.uint64(_mark(text))
        start = int(self._marks.searchsorted(mark))
        if start == len(self._marks) or self._marks[start] != mark:  # most texts stand for nothing
            return []
        end = int(self._marks.searchsorted(mark, "right"))
        return list(map(int, self._numbers[start:end]))


def _mark(text: str) -> int:
    """A number for a text, the same in every process."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())

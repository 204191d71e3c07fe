"""Words of one length, of which only those are compared with a misspelt one that could be it.

Each edit takes away one letter at most and brings in another: words that lack more of each other's letters than that
are left out by a look at all their letters at once, before any distance is measured.
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

_LETTERS = 32
_FEW = 32
"""So few words are compared without a choice."""


class SameLength:
    """The words, in the order in which they came."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._letters: npt.NDArray[np.uint32] | None = None

    def add(self, words: Iterable[str]) -> None:
        """Take in further words."""
        self.words.extend(words)
        self._letters = None

    def alike(self, word: str, edits: int) -> list[str]:
        """At least the words that are so many edits away, in their order."""
        if len(self.words) <= _FEW:
            return self.words
        letters = self._letters
        if letters is None:
            letters = self._letters = np.array([_letters(known) for known in self.words], np.uint32)
        own = np.uint32(_letters(word))
        near = (np.bitwise_count(letters & ~own) <= edits) & (np.bitwise_count(own & ~letters) <= edits)
        return [self.words[place] for place in np.flatnonzero(near).tolist()]


def _letters(word: str) -> int:
    """The letters of a word as bits; some share one."""
    bits = 0
    for letter in word:
        bits |= 1 << ord(letter) % _LETTERS
    return bits

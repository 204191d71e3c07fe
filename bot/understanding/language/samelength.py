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
        self._letters: npt.NDArray[np.uint32] = np.zeros(0, np.uint32)

    def add(self, words: Iterable[str]) -> None:
        """Take in further words."""
        self.words.extend(words)

    def settle(self) -> None:
        """Look at the letters of the words that came last now, so that no question waits for it."""
        new = [_letters(word) for word in self.words[len(self._letters) :]]
        self._letters = np.append(self._letters, np.array(new, np.uint32))

    def alike(self, word: str, edits: int) -> list[str]:
        """At least the words that are so many edits away, in their order."""
        if len(self.words) <= _FEW:
            return self.words
        if len(self._letters) < len(self.words):
            self.settle()
        letters, own = self._letters, np.uint32(_letters(word))
        near = (np.bitwise_count(letters & ~own) <= edits) & (np.bitwise_count(own & ~letters) <= edits)
        return [self.words[place] for place in np.flatnonzero(near).tolist()]


def _letters(word: str) -> int:
    """The letters of a word as bits; some share one."""
    bits = 0
    for letter in word:
        bits |= 1 << ord(letter) % _LETTERS
    return bits

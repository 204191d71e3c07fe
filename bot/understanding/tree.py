"""A tree of phrases: finds the longest phrase that starts at a word, at a cost that doesn't grow with their number.

"…" in a phrase stands for one to nine words. Used for question forms, operators and phrases of the thesaurus.
"""

from collections.abc import Sequence
from typing import cast

GAP = "…"
_LONGEST_GAP = 9
_NAMES = ""
"""The key under which a node keeps the names of the phrases that end there."""

_Node = dict[str, "_Node | tuple[str, ...]"]


class PhraseTree:
    """Phrases by their words, each with a name."""

    def __init__(self) -> None:
        self._root: _Node = {}
        self.words: set[str] = set()

    def add(self, words: Sequence[str], name: str) -> None:
        """Let a run of words stand for a name; a run may have several."""
        node = self._root
        self.words.update(words)
        for word in words:
            node = cast("_Node", node.setdefault(word, {}))
        if node is not self._root:
            node[_NAMES] = (*cast("tuple[str, ...]", node.get(_NAMES, ())), name)

    def begins(self, word: str) -> bool:
        """Does a phrase begin with this word?"""
        return word in self._root

    def longest(self, words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
        """How many words the longest phrase from here takes (0 for none), and its names."""
        if words[at] not in self._root and GAP not in self._root:
            return 0, ()
        return _longest(words, at, self._root)

    def shortest(self, words: Sequence[str], at: int, wanted: frozenset[str]) -> int:
        """How many words the shortest phrase from here takes whose name is wanted; 0 for none, gaps aside."""
        node = self._root
        for length, word in enumerate(words[at:], 1):
            following = node.get(word)
            if not isinstance(following, dict):
                return 0
            node = following
            if not wanted.isdisjoint(cast("tuple[str, ...]", node.get(_NAMES, ()))):
                return length
        return 0

    def all(self, words: Sequence[str]) -> list[tuple[str, int, int]]:
        """The names of the longest phrase at each place, with the place of its first word and that after its last."""
        found: list[tuple[str, int, int]] = []
        root, begun = self._root, 0
        gapped = GAP in root
        for at, word in enumerate(words):
            if at < begun or not (gapped or word in root):  # most words begin no phrase
                continue
            length, names = _longest(words, at, root)
            found += [(name, at, at + length) for name in names]
            begun = at + max(length, 1)
        return found


def _longest(words: Sequence[str], at: int, node: _Node) -> tuple[int, tuple[str, ...]]:
    names = node.get(_NAMES)
    best: tuple[int, tuple[str, ...]] = (0, names) if isinstance(names, tuple) else (0, ())
    if at < len(words):
        following = node.get(words[at])
        if isinstance(following, dict):
            length, further = _longest(words, at + 1, following)
            if further:
                best = (length + 1, further)
    gap = node.get(GAP)
    if isinstance(gap, dict):
        for skipped in range(1, min(_LONGEST_GAP, len(words) - at) + 1):
            length, further = _longest(words, at + skipped, gap)
            if further and length + skipped > best[0] and (length or skipped == 1):
                best = (length + skipped, further)
    return best

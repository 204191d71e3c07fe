"""A tree of phrases: finds the longest phrase that starts at a word, at a cost that doesn't grow with their number.

"…" in a phrase stands for one to nine words. Used for question forms, operators and phrases of the thesaurus.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from bot.understanding.language.normalise import tokenise

GAP = "…"
_LONGEST_GAP = 9
_APART = 3
"""So many words at least take a phrase with others between its halves."""

_NAMES = " "
"""The key under which a node keeps the names of the phrases that end there; no word. A node that has only these is kept
as the names alone: most have, and a dictionary takes as much room as the rest of a phrase."""

_Names = tuple[str, ...]
_Node = dict[str, "_Node | _Names"]


class PhraseTree:
    """Phrases by their words, each with a name."""

    def __init__(self) -> None:
        self._root: _Node = {}
        self.words: set[str] = set()

    def add(self, words: Sequence[str], name: str) -> None:
        """Let a run of words stand for a name; a run may have several."""
        node = self._root
        self.words.update(words)
        for word in words[:-1]:
            node = _opened(node, word)
        if words:
            there = node.get(words[-1], ())
            if isinstance(there, dict):
                there[_NAMES] = (*_names(there), name)
            else:
                node[words[-1]] = (*there, name)

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
            following = node.get(word, ())
            if not wanted.isdisjoint(_names(following)):
                return length
            if not isinstance(following, dict):
                return 0
            node = following
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


def phrase_tree(phrases: Mapping[str, Iterable[str]]) -> PhraseTree:
    """The tree of phrases listed by their names."""
    tree = PhraseTree()
    for name, texts in phrases.items():
        for text in texts:
            tree.add(_pieces(text), name)
    return tree


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in text.split():
        pieces.extend([GAP] if piece == GAP else [token.folded for token in tokenise(piece)])
    return pieces


def _opened(node: _Node, word: str) -> _Node:
    """The node behind a word, made where there is none."""
    there = node.get(word)
    if isinstance(there, dict):
        return there
    made: _Node = {} if there is None else {_NAMES: there}
    node[word] = made
    return made


def _names(node: _Node | _Names) -> _Names:
    """The names of the phrases that end at a node."""
    return cast("_Names", node.get(_NAMES, ())) if isinstance(node, dict) else node


def _longest(words: Sequence[str], at: int, node: _Node | _Names) -> tuple[int, _Names]:
    if not isinstance(node, dict):
        return 0, node
    best = 0, cast("_Names", node.get(_NAMES, ()))
    if at < len(words):
        following = node.get(words[at])
        if isinstance(following, tuple):
            best = (1, following)
        elif following is not None:
            length, further = _longest(words, at + 1, following)
            if further:
                best = (length + 1, further)
    gap = node.get(GAP)
    if gap is not None:
        for skipped in range(1, min(_LONGEST_GAP, len(words) - at) + 1):
            length, further = _longest(words, at + skipped, gap)
            if further and length + skipped > best[0] and (length or skipped == 1):
                best = (length + skipped, further)
    return best


def beginnings(found: Iterable[tuple[str, int, int]]) -> list[int]:
    """Where phrases begin, and the last word of those with others between their halves: "*neither* in X *nor* in Y"."""
    halves = ((at, end - 1) if end - at >= _APART else (at,) for _, at, end in found)
    return sorted({at for half in halves for at in half})

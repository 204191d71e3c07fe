"""What kind of answer an utterance wants: answer types by question words, operators, and the clauses that ask.

Read from questions.yaml and operators.yaml of both languages; "…" in a phrase stands for one to four words. The longest
phrase wins at each place. A yes/no question is known by its form: it ends in a question mark and holds no question word.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.understanding.normalise import Token, tokenise
from bot.understanding.vocabulary import Words

_GAP = "…"
_LONGEST_GAP = 4
_OPEN = frozenset({"list", "text", "manner", "definition", "name", "quote", "product", "language"})
_JOINING = frozenset({"und", "and", "oder", "or", "sowie", "bzw", "plus", "u", "n"})
_NAMES = ""
"""The key under which a node of the phrase tree keeps the names of the phrases that end there."""

_Tree = dict[str, "_Tree | tuple[str, ...]"]


@dataclass(frozen=True)
class QuestionForm:
    """What a question looks like: the answer types it asks for, its operators, the clauses that carry it.

    `asked` counts the places where a certain kind of answer (a number, a person, a date …) is asked for.
    """

    types: frozenset[str]
    flags: frozenset[str]
    clauses: frozenset[int]
    asked: int = 0


class QuestionForms:
    """Reads question forms in both languages."""

    def __init__(self, languages: Mapping[str, Words]) -> None:
        self._types = {language: _tree(words.questions) for language, words in languages.items()}
        self._flags = {language: _tree(words.operators) for language, words in languages.items()}

    def read(self, tokens: Sequence[Token], text: str, order: Sequence[str]) -> QuestionForm:
        """The form of a tokenised utterance; the first language of `order` speaks first."""
        words = [token.folded for token in tokens]
        types: list[tuple[str, int]] = []
        for language in order:
            types = _found(words, self._types[language])
            if types:
                break
        flags: set[str] = set()
        for language in order:
            found = _found(words, self._flags[language])
            flags |= {name for name, _ in found}
            if found:
                break
        asking = _asking(tokens, text) if "?" in text else set()
        types = [(kind, at) for kind, at in types if _asks(tokens, text, at, types)]
        kinds = {kind for kind, _ in types}
        if not kinds - {"list"} and any(sum(token.clause == clause for token in tokens) > 2 for clause in asking):
            flags.add("yesno")
        clauses = asking or {tokens[at].clause for _, at in types}
        places = {at for kind, at in types if kind not in _OPEN and (not clauses or tokens[at].clause in clauses)}
        return QuestionForm(frozenset(kinds), frozenset(flags), frozenset(clauses), len(places))


def _tree(phrases: Mapping[str, Sequence[str]]) -> _Tree:
    """The phrases as a tree of words, so that finding costs the same however many there are."""
    root: _Tree = {}
    for name, texts in phrases.items():
        for text in texts:
            node = root
            for piece in _pieces(text):
                following = node.setdefault(piece, {})
                assert isinstance(following, dict)
                node = following
            if node is not root:
                names = node.get(_NAMES, ())
                node[_NAMES] = (*names, name) if isinstance(names, tuple) else (name,)
    return root


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in text.split():
        pieces.extend([_GAP] if piece == _GAP else [token.folded for token in tokenise(piece)])
    return pieces


def _found(words: Sequence[str], tree: _Tree) -> list[tuple[str, int]]:
    """The names of the longest phrase at each place, with the place of its first word."""
    found: list[tuple[str, int]] = []
    at = 0
    while at < len(words):
        length, names = _longest(words, at, tree)
        found.extend((name, at) for name in names)
        at += max(length, 1)
    return found


def _longest(words: Sequence[str], at: int, node: _Tree) -> tuple[int, tuple[str, ...]]:
    """How many words the longest phrase from here takes, and its names."""
    names = node.get(_NAMES)
    best: tuple[int, tuple[str, ...]] = (0, names) if isinstance(names, tuple) else (0, ())
    if at < len(words):
        following = node.get(words[at])
        if isinstance(following, dict):
            length, further = _longest(words, at + 1, following)
            if further:
                best = (length + 1, further)
    gap = node.get(_GAP)
    if isinstance(gap, dict):
        for skipped in range(1, min(_LONGEST_GAP, len(words) - at) + 1):
            length, further = _longest(words, at + skipped, gap)
            if further and length + skipped > best[0] and (length or skipped == 1):
                best = (length + skipped, further)
    return best


def _asks(tokens: Sequence[Token], text: str, at: int, types: Sequence[tuple[str, int]]) -> bool:
    """A question word asks if it is the first of its clause, or joined to an earlier one ("wann und wo", ", and who")."""
    clause = tokens[at].clause
    if at == min(place for _, place in types if tokens[place].clause == clause):
        return True
    before = tokens[max(0, at - 2) : at]
    between = text[before[0].start : tokens[at].start] if before else ""
    return any(token.folded in _JOINING for token in before) or "," in between or "/" in between


def _asking(tokens: Sequence[Token], text: str) -> set[int]:
    """The clauses that end in a question mark."""
    asking: set[int] = set()
    for found in re.finditer(r"\?", text):
        before = [token for token in tokens if token.start < found.start()]
        if before:
            asking.add(before[-1].clause)
    return asking

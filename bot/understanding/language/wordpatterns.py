"""Lists of words and phrases as one pattern: the longest of them is found first."""

import re
from collections.abc import Iterable, Sequence

_NOTHING = r"(?!)"
_GAP = "…"


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of these, between the bounds of words; nothing if there are none."""
    return rf"\b{within(words)}\b"


def pattern_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of these, in whatever case."""
    return re.compile(any_of(phrases), re.IGNORECASE)


def ending_in(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of these at the end."""
    return re.compile(rf"{any_of(phrases)}$", re.IGNORECASE)


def within(words: Iterable[str]) -> str:
    """The same wherever they stand, for a longer pattern."""
    found = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, found))})" if found else _NOTHING


def _patterns(phrases: Iterable[str]) -> list[re.Pattern[str]]:
    """Phrases of which each piece is a group; other words of the sentence may stand where they hold "…"."""
    pieces = ([rf"\b({re.escape(piece.strip())})\b" for piece in phrase.split(_GAP)] for phrase in phrases)
    return [re.compile(r"[^?.!;]*?".join(parts), re.IGNORECASE) for parts in pieces]


class Phrases:
    """Phrases of which each piece is told apart; other words of the sentence may stand where they hold "…".

    Heard `loosely`, a letter may be doubled or not, as people mistype them ("komen vor", "is mentionned").
    """

    def __init__(self, phrases: Iterable[str], *, loosely: bool = False) -> None:
        self._loosely = loosely
        listed = tuple(_squeezed(phrase)[0] if loosely else phrase for phrase in phrases)
        self._patterns = _patterns(listed)
        self._any = re.compile(any_of(phrase.split(_GAP)[0].strip() for phrase in listed), re.IGNORECASE)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the pieces stand that are said; most texts hold none, which one look shows."""
        heard, places = _squeezed(text) if self._loosely else (text, range(len(text) + 1))
        if not self._any.search(heard):
            return []
        matches = (match for pattern in self._patterns for match in pattern.finditer(heard))
        found = (match.span(group) for match in matches for group in range(1, match.re.groups + 1))
        return [(places[start], places[end]) for start, end in found]


def _squeezed(text: str) -> tuple[str, Sequence[int]]:
    """A text without doubled letters, and where in it each letter that is left stood, and its end."""
    kept = [at for at, letter in enumerate(text) if not (at and letter.isalpha() and text[at - 1] == letter)]
    return "".join(text[at] for at in kept), (*kept, len(text))

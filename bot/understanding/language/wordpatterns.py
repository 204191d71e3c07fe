"""Lists of words and phrases as one pattern: the longest of them is found first."""

import re
from collections.abc import Iterable

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
    """Phrases of which each piece is told apart; other words of the sentence may stand where they hold "…"."""

    def __init__(self, phrases: Iterable[str]) -> None:
        listed = tuple(phrases)
        self._patterns = _patterns(listed)
        self._any = re.compile(any_of(phrase.split(_GAP)[0].strip() for phrase in listed), re.IGNORECASE)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the pieces stand that are said; most texts hold none, which one look shows."""
        if not self._any.search(text):
            return []
        found = (match for pattern in self._patterns for match in pattern.finditer(text))
        return [match.span(group) for match in found for group in range(1, match.re.groups + 1)]

"""Lists of words and phrases as one pattern: the longest of them is found first."""

import re
from collections.abc import Iterable

_NOTHING = r"(?!)"


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of these, between the bounds of words; nothing if there are none."""
    return rf"\b{within(words)}\b"


def within(words: Iterable[str]) -> str:
    """The same wherever they stand, for a longer pattern."""
    found = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, found))})" if found else _NOTHING

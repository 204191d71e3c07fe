"""What is wanted of two sides where it is asked which of them is "longer", "dearer" or "earlier": a kind of figure."""

import re
from collections.abc import Iterable, Mapping

from bot.understanding.language.wordpatterns import any_of

_LESS = "less"
"""The key under which those of the words stand that ask for the lesser or earlier one."""


class Comparatives:
    """The words of comparatives.yaml of all languages, by the answer type that they ask for."""

    def __init__(self, languages: Iterable[Mapping[str, tuple[str, ...]]]) -> None:
        listed = [(kind, word.lower()) for words in languages for kind, said in words.items() for word in said]
        self._kinds = {word: kind for kind, word in listed if kind != _LESS}
        self._less = frozenset(word for kind, word in listed if kind == _LESS)
        self._words = re.compile(any_of(self._kinds))

    def found(self, text: str) -> tuple[str, int, int] | None:
        """The answer type that the first such word asks for, and where it begins and ends; None if there is none."""
        found = self._words.search(text.lower())
        return (self._kinds[found.group()], found.start(), found.end()) if found else None

    def asks_for_less(self, word: str) -> bool:
        """Does such a word ask for the lesser or earlier one ("cheaper", "first")?"""
        return word.lower() in self._less

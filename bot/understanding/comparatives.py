"""What is wanted of two sides where it is asked which of them is "longer", "dearer" or "earlier": a kind of figure."""

import re
from collections.abc import Iterable, Mapping

from bot.understanding.wordpatterns import any_of


class Comparatives:
    """The words of comparatives.yaml of all languages, by the answer type that they ask for."""

    def __init__(self, languages: Iterable[Mapping[str, tuple[str, ...]]]) -> None:
        self._kinds = {word.lower(): kind for words in languages for kind, listed in words.items() for word in listed}
        self._words = re.compile(any_of(self._kinds))

    def found(self, text: str) -> tuple[str, int, int] | None:
        """The answer type that the first such word asks for, and where it begins and ends; None if there is none."""
        found = self._words.search(text.lower())
        return (self._kinds[found.group()], found.start(), found.end()) if found else None

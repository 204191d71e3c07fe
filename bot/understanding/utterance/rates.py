"""Figures per time: "how many orders per day?" isn't answered by how many there are a month."""

import re
from collections.abc import Iterable, Mapping

from bot.understanding.language.wordpatterns import within

_EACH, _WITHIN, _BEGINNING = "each", "within", "beginning"


class Rates:
    """Finds per what time something is asked or told; `rates` and `units` are the languages' words (see rates.yaml)."""

    def __init__(
        self, rates: Iterable[Mapping[str, Iterable[str]]], units: Iterable[Mapping[str, Iterable[str]]]
    ) -> None:
        listed, measures = list(rates), list(units)
        each, loose, start = (
            within(word for words in listed for word in words.get(key, ())) for key in (_EACH, _WITHIN, _BEGINNING)
        )
        self._patterns, self._alone = {}, {}
        for unit in dict.fromkeys(name for words in listed for name in words):
            if unit in (_EACH, _WITHIN, _BEGINNING):
                continue
            adverbs = within(word for words in listed for word in words.get(unit, ()))
            forms = within(word for words in measures for word in words.get(unit, ()))
            self._patterns[unit] = re.compile(rf"(?<!\w)(?:{adverbs}|{each}\s+{forms})(?!\w)", re.IGNORECASE)
            bare = rf"\W*(?:{start}\W+)*(?:{adverbs}|(?:{each}|{loose})\s+{forms})\W*"
            self._alone[unit] = re.compile(bare, re.IGNORECASE)

    def alone(self, text: str) -> str | None:
        """The time of a rate, if that is all that is said ("und am Tag?")."""
        return next((unit for unit, pattern in self._alone.items() if pattern.fullmatch(text)), None)

    def of(self, text: str) -> frozenset[str]:
        """The times that a text speaks of as a rate: "month", "year" …"""
        return frozenset(unit for unit, pattern in self._patterns.items() if pattern.search(text))

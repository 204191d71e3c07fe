"""An example question with its company exchanged for another one, where that can be done cleanly.

Used by `bot.proof.rivals`. A name is found as it stands in the gazetteer, with its capitals, and as a genitive
("Alibabas Umsatz", "Alibaba's sales"). Left alone are compounds ("JD-Aktie"), names that two things share, those whose
article is another one, and German ones behind a word that goes by their gender.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.facts.entities import FIRMS, Entity
from bot.facts.model import LANGUAGES
from bot.proof.habits import Habits
from bot.understanding.language.wordpatterns import within

_JOINING = frozenset("-‐‑–/&")


@dataclass(frozen=True)
class Named:
    """A company found in a question, where it stands, and with which ending of a genitive."""

    entity: str
    spans: tuple[tuple[int, int, str], ...]


class Swaps:
    """Knows the names of all companies and organisations of a folder."""

    def __init__(self, entities: Mapping[str, Entity], habits: Mapping[str, Habits]) -> None:
        self._habits = habits
        self._entities = {entity.id: entity for entity in entities.values() if entity.kind in FIRMS}
        self._owners: dict[str, dict[str, set[str]]] = {language: defaultdict(set) for language in LANGUAGES}
        for entity in entities.values():  # those of persons and places, too: what they share isn't clean
            for language, names in entity.names.items():
                for name in names:
                    self._owners[language][name].add(entity.id)
        self._patterns = {
            language: _pattern(owners, habits[language].genitive) for language, owners in self._owners.items()
        }

    def named(self, question: str, language: str) -> list[Named]:
        """The companies that the question names cleanly."""
        spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        spoilt: set[str] = set()
        for found in self._patterns[language].finditer(question):
            owners = self._owners[language][found["name"]]
            clean = len(owners) == 1 and _alone(question, found.start(), found.end())
            for owner in owners:
                spans[owner].append((found.start(), found.end("name"), found["ending"] or ""))
                if not clean:
                    spoilt.add(owner)
        return [
            Named(owner, tuple(places))
            for owner, places in spans.items()
            if owner in self._entities and owner not in spoilt
        ]

    def mentioned(self, text: str, language: str) -> set[str]:
        """All that the text names, cleanly or not."""
        found = self._patterns[language].finditer(text)
        return {owner for name in found for owner in self._owners[language][name["name"]]}

    def swapped(self, question: str, language: str, named: Named, rival: str) -> str | None:
        """The question about the rival; None where its name can't just stand there."""
        habits = self._habits[language]
        old, new = self._entities[named.entity], self._entities[rival]
        name = new.names[language][0]
        if old.article.get(language) != new.article.get(language):
            return None
        parts, at = [], 0
        for start, end, genitive in named.spans:
            before = question[at:start]
            if _bends(before, habits.bending) or _doubled(before, name, habits.own_articles):
                return None
            parts += [before, name]
            if genitive:
                parts.append("’" if name.endswith(habits.hissing) else genitive)
            at = end + len(genitive)
        return "".join(parts) + question[at:]


def _pattern(names: Iterable[str], genitive: Sequence[str]) -> re.Pattern[str]:
    """Finds names, the longest first, with the ending of a genitive."""
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?P<name>{listed})(?P<ending>{within(genitive)})?(?!\w)")


def _alone(question: str, start: int, end: int) -> bool:
    """Is what stands there no part of a compound?"""
    return _JOINING.isdisjoint((question[max(start - 1, 0) : start], question[end : end + 1]))


def _doubled(before: str, name: str, articles: Sequence[str]) -> bool:
    """Would an article stand twice ("the The Economist")?"""
    twice = (f"{article} " for article in articles)
    return any(before.casefold().endswith(one) and name.casefold().startswith(one) for one in twice)


def _bends(before: str, bending: Collection[str]) -> bool:
    words = before.split()
    return bool(words) and words[-1].lower() in bending

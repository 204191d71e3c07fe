"""Finds wordings that are the article's own sentence: nine words in a row from a cited source, names not counted.

Part of the check against the source texts (bot.facts.evidence). Names can't be said in other words, so those of the
gazetteer and of countries, and what a person is called beside the name ("Prime Minister"), make up no row of nine.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from babel import Locale

from bot.errors import Problem
from bot.facts.entities import Entity
from bot.facts.gazetteer_reader import country_codes
from bot.facts.model import LANGUAGES, Fact

COPIED_WORDS = 9
"""A wording with as many words in a row from its source, besides names, is the article's sentence, not our own."""

_PIECE = re.compile(r"\{[^{}]*\}|\w+")
"""A word, or a placeholder: that stands in no text and so ends a row."""

_GENITIVE = "s"
"""What is left of "Alibaba's" behind the name."""

_Row = tuple[str, ...]


@dataclass(frozen=True)
class _Words:
    """A text's words, folded, and where each stands in it."""

    folded: _Row
    spans: tuple[tuple[int, int], ...]


class Copied:
    """Holds wordings against the texts, a source's paragraphs by its id."""

    def __init__(self, texts: Mapping[str, Sequence[str]], entities: Mapping[str, Entity]) -> None:
        self._rows: dict[str, dict[_Row, set[int]]] = {}
        for source, paragraphs in texts.items():
            rows = self._rows[source] = defaultdict(set)
            for number, paragraph in enumerate(paragraphs, 1):
                for _, row in _rows(_read(paragraph).folded):
                    rows[row].add(number)
        self._names = _Names(entities)

    def problems(self, fact: Fact) -> Iterator[Problem]:
        """A problem for each wording that is copied, with the longest row as it is printed in the wording."""
        for language, wording in fact.wording.items():
            words = _read(wording)
            for source in dict.fromkeys(citation.source for citation in fact.citations):
                found = max(self._copied(words, self._rows.get(source, {})), default=None)
                if found is None:
                    continue
                count, first, end, paragraph = found
                remedy = (
                    f"{count} words in a row, names not counted, stand in paragraph {paragraph} of source {source}: "
                    "say it in your own words"
                )
                printed = wording[words.spans[first][0] : words.spans[end - 1][1]]
                yield Problem(fact.file, fact.place(f"wording.{language}"), printed, remedy)

    def _copied(self, words: _Words, printed: Mapping[_Row, set[int]]) -> Iterator[tuple[int, int, int, int]]:
        """Each row that is long enough: its words besides names, its first word, the one behind its last, paragraph."""
        ends: dict[tuple[int, int], int] = {}
        for at, row in _rows(words.folded):
            for paragraph in printed.get(row, ()):
                first = next((first for (number, first), end in ends.items() if (number, end) == (paragraph, at)), at)
                ends[paragraph, first] = at + 1
        named = self._names.places(words.folded) if ends else frozenset()
        for (paragraph, first), last in ends.items():
            end = last + COPIED_WORDS - 1
            count = sum(place not in named for place in range(first, end))
            if count >= COPIED_WORDS:
                yield count, first, end, paragraph


class _Names:
    """Knows which words of a text are names."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._names: dict[str, list[tuple[_Row, frozenset[str]]]] = defaultdict(list)
        for entity in entities.values():
            titles = frozenset(word for role in (entity.role or {}).values() for word in _read(role).folded)
            for name in {*entity.misheard, *entity.spoken}:
                self._take(name, titles)
        for language in LANGUAGES:
            territories = Locale(language).territories
            for code in country_codes():
                self._take(territories.get(code, ""), frozenset())

    def _take(self, name: str, titles: frozenset[str]) -> None:
        row = _read(name).folded
        if row:
            self._names[_bare(row[0])].append((tuple(map(_bare, row)), titles))

    def places(self, words: Sequence[str]) -> frozenset[int]:
        """The places of the words of names, declined ones too, and of a person's title beside the name."""
        found: set[int] = set()
        for at, word in enumerate(words):
            for name, titles in self._names.get(_bare(word), ()):
                first, end = at, at + len(name)
                if tuple(map(_bare, words[at:end])) != name:
                    continue
                while first > 0 and words[first - 1] in titles:
                    first -= 1
                while end < len(words) and (words[end] in titles or words[end] == _GENITIVE):
                    end += 1
                found.update(range(first, end))
        return frozenset(found)


def _rows(words: _Row) -> Iterator[tuple[int, _Row]]:
    return ((at, words[at : at + COPIED_WORDS]) for at in range(len(words) - COPIED_WORDS + 1))


def _bare(word: str) -> str:
    """Without what German declension adds: "Alibabas", "Vereinigten Staaten"."""
    return word.rstrip("nrs") or word


def _read(text: str) -> _Words:
    found = list(_PIECE.finditer(text))
    return _Words(tuple(piece[0].casefold() for piece in found), tuple(piece.span() for piece in found))

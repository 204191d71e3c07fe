"""German names in their cases: the adjectives that a name begins with go by the article that it bears.

"Europäische Kommission" is "der Europäischen Kommission" behind "mit". Which words are adjectives, how they end, the
articles and what prepositions make of them are data (locales/<language>/declension.yaml); what that doesn't tell, an
editor says at the name (`declined` in gazetteer.yaml).
A language whose file lists no adjectives leaves its names as they are.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.facts.section_reader import Lists, read_sections

DATIVE = "dative"

_SHORTEST = 4
_SEVERAL = "die (plural)"
_Cases = Mapping[str, str]
_Listed = tuple[str, ...]


@dataclass(frozen=True)
class DeclensionWords:
    """What declension.yaml says, by its keys."""

    adjective_endings: _Listed = ()
    adjectives: _Listed = ()
    without_article: Mapping[str, str] = field(default_factory=dict)
    behind_article: Mapping[str, _Cases] = field(default_factory=dict)
    noun_endings: Lists = field(default_factory=dict)
    contractions: Mapping[str, str] = field(default_factory=dict)
    articles: Mapping[str, _Cases] = field(default_factory=dict)
    inside: Mapping[str, str] = field(default_factory=dict)
    for_articles: _Listed = ()


class Declension:
    """Finds a name's adjectives and puts them into a case. Raises KnowledgeError for a file with a mistake in it."""

    def __init__(self, locales: Path, language: str) -> None:
        read = read_sections(DeclensionWords, locales, f"{language}/declension.yaml")
        self.contractions, self.inside, self.articles = read.contractions, read.inside, read.articles
        self.for_articles = frozenset(read.for_articles)
        self._told, self._behind = read.without_article, read.behind_article
        self._nouns = read.noun_endings
        self._stems = read.adjective_endings
        self._adjectives = frozenset(word.casefold() for word in read.adjectives)
        behind = (ending for cases in read.behind_article.values() for ending in cases.values())
        endings = sorted({*read.without_article.values(), *behind}, key=len, reverse=True)
        self._ending = re.compile(rf"(?<=.)(?:{'|'.join(endings)})$") if endings else None

    def declined(self, name: str, article: str, case: str) -> str:
        """The name as it stands behind its article in a case."""
        words = name.split(" ")
        number = len(self.adjectives(name))
        if not number:
            return name
        ending = self._behind[article][case]
        return " ".join([*(self._parted(word)[0] + ending for word in words[:number]), *words[number:]])

    def behind_number(self, name: str) -> str:
        """The name of what is counted in the dative: "schwedischen Kronen" of "(3) schwedische Kronen"."""
        return self.declined(name, _SEVERAL, DATIVE) if _SEVERAL in self._behind else name

    def adjectives(self, name: str) -> list[str]:
        """The words that a name begins with and that are adjectives before a noun: "Europäische" of the Commission."""
        found = []
        for word in name.split(" ")[:-1]:
            if not self._is_adjective(word):
                break
            found.append(word)
        return found

    def article(self, name: str) -> str | None:
        """The article that a name's first adjective tells, where that is clear; None where it isn't.

        A small letter is no proof: foreign firms write themselves so ("super duper").
        """
        adjectives = self.adjectives(name)
        if not adjectives or adjectives[0].islower():
            return None
        told = self.told_by(adjectives[0])
        if len(told) < 2:
            return next(iter(told), None)
        noun = name.split(" ")[len(adjectives)].casefold()
        return next((one for one in told if noun.endswith(self._nouns.get(one, ()))), None)

    def told_by(self, adjective: str) -> tuple[str, ...]:
        """The articles that the ending of an adjective without one before it may stand for."""
        ending = self._parted(adjective)[1]
        return tuple(article for article, own in self._told.items() if own == ending)

    def bare(self, name: str, article: str) -> str:
        """The name as it stands without the article that it bears: "Europäischer Rat" of "der Europäische Rat"."""
        first, *others = name.split(" ")
        return " ".join([self._parted(first)[0] + self._told[article], *others]) if self.adjectives(name) else name

    def _is_adjective(self, word: str) -> bool:
        stem, ending = self._parted(word)
        if not ending:
            return False
        small = stem.casefold()
        written_small = word.islower() and len(small) >= _SHORTEST  # a German name begins so with an adjective only
        return small.endswith(self._stems) or small in self._adjectives or written_small

    def _parted(self, word: str) -> tuple[str, str]:
        """A word's stem and the ending that it would have as an adjective, "" for none."""
        found = self._ending.search(word) if self._ending else None
        return (word[: found.start()], found.group()) if found else (word, "")

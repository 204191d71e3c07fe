"""German names in their cases: the adjectives that a name begins with go by the article that it bears.

"Europäische Kommission" is "der Europäischen Kommission" behind "mit". Which words are adjectives, the articles and
what prepositions make of them are data (locales/<language>/declension.yaml); what that doesn't tell, an editor says at
the name (`declined` in gazetteer.yaml).
A language whose file lists no adjectives leaves its names as they are.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.errors import CatalogError
from bot.facts.problems import Problems
from bot.facts.yaml_reader import read_yaml

STRONG = {"der": "er", "die": "e", "das": "es", "die (plural)": "e"}
"""How an adjective ends that stands before a noun without an article; it tells which article that would be."""
_WEAK = {"nominative": "e", "accusative": "e", "dative": "en"}
_ENDING = re.compile(r"(?<=.)e[rsn]?$")
_SHORTEST = 4
_PLURAL = "die (plural)"
_LISTS = ("adjective_endings", "adjectives", "feminine_endings", "for_articles")
_TABLES = ("contractions", "inside", "articles")
"""The keys of declension.yaml, by what they hold."""


class Declension:
    """Finds a name's adjectives and puts them into a case. Raises CatalogError for a file with a mistake in it."""

    def __init__(self, path: Path) -> None:
        problems = Problems()
        plain = read_yaml(path.read_bytes(), path.name, problems) if path.is_file() else {}
        if problems.found:
            raise CatalogError(f"{path}: {problems.found[0]}")
        told: Mapping[str, Any] = plain or {}
        for key, value in told.items():
            if key not in (*_LISTS, *_TABLES):
                raise CatalogError(f"{path}: {key}: unknown key; known here: {', '.join((*_LISTS, *_TABLES))}")
            if not isinstance(value, list if key in _LISTS else dict):
                raise CatalogError(f"{path}: {key}: write {'a list' if key in _LISTS else 'a table'} of words")
        self.contractions: Mapping[str, str] = told.get("contractions", {})
        self.inside: Mapping[str, str] = told.get("inside", {})
        self.articles: Mapping[str, Mapping[str, str]] = told.get("articles", {})
        self.for_articles = frozenset(told.get("for_articles", ()))
        self._endings = tuple(told.get("adjective_endings", ()))
        self._adjectives = frozenset(word.casefold() for word in told.get("adjectives", ()))
        self._feminine = tuple(told.get("feminine_endings", ()))

    def declined(self, name: str, article: str, case: str) -> str:
        """The name as it stands behind its article in a case."""
        words = name.split(" ")
        number = len(self.adjectives(name))
        if not number:
            return name
        singular = article != _PLURAL
        ending = "en" if not singular or (article, case) == ("der", "accusative") else _WEAK[case]
        return " ".join([*(_ENDING.sub("", word) + ending for word in words[:number]), *words[number:]])

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
        if adjectives[0].endswith(("er", "es")):
            return "der" if adjectives[0].endswith("er") else "das"
        noun = name.split(" ")[len(adjectives)].casefold()
        return "die" if adjectives[0].endswith("e") and noun.endswith(self._feminine) else None

    def bare(self, name: str, article: str) -> str:
        """The name as it stands without the article that it bears: "Europäischer Rat" of "der Europäische Rat"."""
        first, *others = name.split(" ")
        return " ".join([_ENDING.sub("", first) + STRONG[article], *others]) if self.adjectives(name) else name

    def _is_adjective(self, word: str) -> bool:
        stem = _ENDING.sub("", word)
        if stem == word:
            return False
        small = stem.casefold()
        written_small = word.islower() and len(small) >= _SHORTEST  # a German name begins so with an adjective only
        return small.endswith(self._endings) or small in self._adjectives or written_small

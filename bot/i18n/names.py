"""Names of entities and countries, and the forms that a sentence needs: "die Schweiz", "in den USA", "to the UK".

Countries come from CLDR; locales/<lang>/regions.yaml corrects what reads badly and knows articles and cases.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from babel import Locale
from babel.lists import format_list

from bot.facts.entities import Entity
from bot.i18n.declension import Declension

CASES = ("nominative", "accusative", "dative")
NAME_FORMS = ("plain", *CASES, "in", "to")
_BARE = frozenset({"person"})
"""Kinds of things whose names bear no article unless the gazetteer states it, whatever they begin with."""


@dataclass(frozen=True)
class Regions:
    """What a language's regions.yaml says: per country code the name, article and irregular cases; currency names."""

    territories: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    currencies: Mapping[str, str] = field(default_factory=dict)
    capital_in_currencies: tuple[str, ...] | None = None


class Names:
    """Says names in one language."""

    def __init__(
        self, language: str, locale: str, regions: Regions, entities: Mapping[str, Entity], declension: Declension
    ) -> None:
        self._language = language
        self._locale = Locale.parse(locale)
        self._regions = regions
        self._declension = declension
        self._entities = entities

    def name(self, entity: str, form: str = "plain") -> str:
        """The name in a form: plain, nominative, accusative, dative, in, to. An unknown id is said as it is."""
        article = self._article(entity)
        if form == "in":
            return self._inside(f"in {self._cased(entity, 'dative', article)}")
        if form == "to":
            if self._language == "de":
                preposition = "in" if article else "nach"
                return self._inside(f"{preposition} {self._cased(entity, 'accusative', article)}")
            return f"to {self._cased(entity, 'accusative', article)}"
        if form in CASES:
            return self._cased(entity, form, article)
        return self._plain(entity)

    def names(self, entities: Sequence[str], form: str = "plain") -> str:
        """The names as a list in the reader's language, a preposition once where it can be shared."""
        shared = form in ("in", "to") and (self._language == "en" or not any(map(self._article, entities)))
        rest = "nominative" if shared else form
        said = [self.name(entity, rest if number else form) for number, entity in enumerate(entities)]
        return self.joined(said)

    def tongue(self, code: str) -> str:
        """A language's name: "Französisch", "French"; an unknown code is said as it is."""
        said: str = self._locale.languages.get(code, code)
        return said

    def joined(self, texts: Sequence[str], *, either: bool = False) -> str:
        """The texts as a list: "a, b und c", or where `either` is meant "a, b oder c"."""
        return format_list(list(texts), style="or" if either else "standard", locale=self._locale)

    def contracted(self, before: str, name: str) -> tuple[str, str]:
        """What stands before a name, and the name, with preposition and article in one: "zu", "der Schweiz": "zur"."""
        preposition, (article, _, rest) = before.rstrip(" ").rpartition(" ")[2], name.partition(" ")
        short = self._declension.contractions.get(f"{preposition} {article}".casefold()) if rest else None
        if short is None or not before.endswith(" "):
            return before, name
        short = short.capitalize() if preposition[:1].isupper() else short
        return before[: -len(preposition) - 1], f"{short} {rest}"

    def _inside(self, text: str) -> str:
        """A text with the preposition and the article that it begins with in one word, where they are said so."""
        for long, short in self._declension.inside.items():
            if text.startswith(f"{long} "):
                return short + text[len(long) :]
        return text

    def _plain(self, entity: str) -> str:
        if known := self._entities.get(entity):
            return known.names[self._language][0]
        override = self._regions.territories.get(entity, {}).get("name")
        said: str = override or self._locale.territories.get(entity, entity)
        return said

    def _article(self, entity: str) -> str | None:
        if known := self._entities.get(entity):
            stated = known.article.get(self._language)
            return stated or (None if known.kind in _BARE else self._declension.article(self._plain(entity)))
        return self._regions.territories.get(entity, {}).get("article")

    def _cased(self, entity: str, case: str, article: str | None) -> str:
        if article is None:
            return self._plain(entity)
        name = self._plain(entity)
        known = self._entities.get(entity)
        if known is None:
            own = self._regions.territories[entity].get(case)
        else:
            own = known.declined.get(case) if self._language == "de" else None
        return f"{self._declension.articles[article][case]} {own or self._declension.declined(name, article, case)}"

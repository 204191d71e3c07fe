"""Names in an utterance: entities of the gazetteer, countries and their demonyms; misspelt ones in `nearnames`.

Names come before everything else, so that "Jack Ma" isn't read as a filler and "About You" not as small talk. A window
of up to five tokens is squeezed into one key, which makes "Ali Express", "AliExpress" and "ali-express" the same.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.facts.entities import PLACE, Entity
from bot.understanding.language.normalise import Token, clean, squeeze, tokenise
from bot.understanding.language.remembered import Remembered
from bot.understanding.language.stems import stem
from bot.understanding.language.territories import territories
from bot.understanding.language.words import Words
from bot.understanding.utterance.nearnames import NearNames

LONGEST_NAME = 6
_START, _LONGEST_START = 2, 5
_SHORTEST_SURNAME = 3
_GENITIVES = ("s", "ns", "es")
_LAST_LETTERS = frozenset(ending[-1] for ending in _GENITIVES)


class NameFinder:
    """Finds the entities that a row of tokens names. Built once from the gazetteer and Babel's territories."""

    def __init__(self, entities: Mapping[str, Entity], languages: Mapping[str, Words]) -> None:
        self._names: dict[str, tuple[str, ...]] = {}
        self._short: set[str] = set()
        self._surnames: set[str] = set()
        self._several: dict[str, tuple[str, ...]] = {}
        self._countries: set[str] = set()
        self._spoken: dict[str, tuple[str, ...]] = {}
        self._demonyms: dict[str, dict[str, str]] = {language: {} for language in languages}
        self._add_countries(languages)
        for entity in entities.values():
            for name in {*entity.spoken, *entity.misheard}:
                self._add(name, entity.id)
            if entity.kind == PLACE:
                self._call_place(entity)
        self._wholes = {
            entity.id: tuple(filter(None, (entity.part_of, entity.country)))
            for entity in entities.values()
            if entity.kind == PLACE or (entity.kind == "person" and not entity.bystander)
            if entity.part_of or entity.country
        }
        self._bystanders = frozenset(one.id for one in entities.values() if one.bystander)
        self._members = {one.id: one.countries for one in entities.values() if one.bystander and one.countries}
        ordinary = _ordinary(languages)
        for entity in entities.values():
            if entity.kind == "person":
                self._add_surname(entity, ordinary if entity.bystander else frozenset())
        self.misspelt = NearNames(self._names, self._several, self._bystanders)
        for language, words in languages.items():
            self._add_townwords(entities.values(), language, words)
            self._add_case_forms(entities.values(), language, words)
        self._longest: dict[str, int] = {}
        for name in self._names:
            start = name[:_START]
            self._longest[start] = max(self._longest.get(start, 0), len(name))
        self._starts = {name[:size] for name in self._names for size in range(1, _LONGEST_START + 1)}
        self._starts |= {(name + ending)[:_LONGEST_START] for name in self._names for ending in _GENITIVES}
        self._country_of = Remembered(self._search_demonym)

    def _add_countries(self, languages: Mapping[str, Words]) -> None:
        """The countries' names, their people and adjectives."""
        for language in languages:
            for code, name in territories(language).items():
                self._add(name, code)
                self._countries.add(squeeze(name))
                self._call(squeeze(name), language)
        for language, words in languages.items():
            for code, demonyms in words.demonyms.items():
                for demonym in demonyms:
                    self._add(demonym, code)
                    if squeeze(demonym) not in self._countries:  # "Deutschland" stays German in an English sentence
                        self._call(squeeze(demonym), language)
                    if len(squeeze(demonym)) > 3 and " " not in demonym:
                        self._demonyms[language].setdefault(stem(demonym, language), code)

    def _call_place(self, place: Entity) -> None:
        """What a place is called in one language alone tells that language ("Moscow")."""
        listed = {language: {*map(squeeze, names)} for language, names in place.names.items()}
        for language, names in listed.items():
            others = (called for other, called in listed.items() if other != language)
            for name in names.difference(*others):
                self._call(name, language)

    def _add(self, name: str, entity: str) -> None:
        tokens = tokenise(clean(name))
        key = "".join(token.folded for token in tokens)
        known = self._names.get(key, ())
        if key and entity not in known:
            self._names[key] = (*known, entity)
        if len(tokens) > 1:
            self._several[key] = tuple(token.folded for token in tokens)

    def _add_townwords(self, entities: Iterable[Entity], language: str, words: Words) -> None:
        """Adjectives of towns ("die *Berliner* Firma"), where nothing else is called so; none misspelt."""
        towns = [one for one in entities if one.kind == PLACE and not one.countries]
        names = [(name, town.id) for town in towns for name in town.names[language]]
        called = [(word, town) for name, town in names for word in words.wordforms.of_town(name)]
        new = [(word, town) for word, town in called if squeeze(word) not in self._names]
        for word, town in new:
            self._add(word, town)

    def _add_case_forms(self, entities: Iterable[Entity], language: str, words: Words) -> None:
        """Names in their cases ("der *Europäischen* Union"), where nothing else is called so; none misspelt."""
        listed = [(name, one.id) for one in entities if one.kind != "person" for name in one.names[language]]
        countries = [(name, code) for code, name in territories(language).items()]
        countries += [(name, code) for code, names in words.demonyms.items() for name in names]
        forms = [(form, owner) for name, owner in (*countries, *listed) for form in words.wordforms.in_cases(name)]
        for form, owner in [(form, owner) for form, owner in forms if squeeze(form) not in self._names]:
            self._add(form, owner)

    def _call(self, name: str, language: str) -> None:
        known = self._spoken.get(name, ())
        if language not in known:
            self._spoken[name] = (*known, language)

    def _add_surname(self, entity: Entity, ordinary: Collection[str]) -> None:
        """People are called by their last name, unless it is `ordinary`; one of two letters only with its capital."""
        for names in entity.names.values():
            parts = tokenise(names[0])
            if len(parts) > 1 and parts[-1].folded not in ordinary:
                key = parts[-1].folded
                self._add(key, entity.id)
                self._surnames.add(key)
                if len(key) < _SHORTEST_SURNAME:
                    self._short.add(key)

    def exact(self, tokens: Sequence[Token], at: int) -> tuple[tuple[str, ...], int] | None:
        """The entities named by the longest window that starts at a token, and its length in tokens."""
        first = tokens[at].folded
        if first[:_LONGEST_START] not in self._starts:  # no name begins like this
            return self._demonym(tokens[at])
        longest = self._longest.get(first[:_START], 0)
        keys: list[tuple[int, str]] = []
        key, clause = "", tokens[at].clause
        for size, token in enumerate(tokens[at : at + LONGEST_NAME], 1):
            key += token.folded
            if longest and len(key) > longest + 2:
                break
            if token.clause == clause or len(token.folded) <= 4:
                keys.append((size, key))
        for size, key in reversed(keys):
            found = self._lookup(key)
            if found and not (size == 1 and key in self._short and not tokens[at].capitalised):
                return found, size
        return self._demonym(tokens[at])

    def one_word(self, window: Sequence[Token]) -> bool:
        """Is the name that these words spell together written as one word only?"""
        key = "".join(token.folded for token in window)
        return not any(key.removesuffix(ending) in self._several for ending in ("", *_GENITIVES))

    def surname(self, token: Token) -> bool:
        """Is this somebody's last name?"""
        return token.folded in self._surnames

    def stranger(self, token: Token) -> bool:
        """Is this a name of nobody in the facts?"""
        return self.strangers(self._names.get(token.folded, ()))

    def strangers(self, entities: Iterable[str]) -> bool:
        """Is no fact about any of these?"""
        return self._bystanders.issuperset(entities)

    def adjective(self, token: Token) -> bool:
        """Is this a country's adjective or its people, not its name?"""
        return self._demonym(token) is not None and token.folded not in self._countries

    def country(self, word: str) -> str | None:
        """The country whose adjective or people this is; None for its name."""
        return None if word in self._countries else self._country_of(word)

    def names(self, token: Token) -> bool:
        """Is this single word a name, or the adjective of one?"""
        return self._demonym(token) is not None or (token.capitalised and self.knows(token.folded))

    def whole(self, entity: str) -> tuple[str, ...]:
        """What a place is part of: a city's country."""
        return self._wholes.get(entity, ())

    def members(self, entity: str) -> tuple[str, ...]:
        """The countries of a region that no fact is about."""
        return self._members.get(entity, ())

    def languages(self, window: Sequence[Token]) -> tuple[str, ...]:
        """The languages that call a thing by this name, as far as names of places and their people tell."""
        key = "".join(token.folded for token in window)
        if key in self._spoken:
            return self._spoken[key]
        return tuple(language for language, known in self._demonyms.items() if stem(window[0].text, language) in known)

    def _demonym(self, token: Token) -> tuple[tuple[str, ...], int] | None:
        """Inflected adjectives and inhabitants: "britischen", "Österreicherinnen"."""
        code = self._country_of(token.text) if len(token.folded) > 3 else None
        return ((code,), 1) if code else None

    def _search_demonym(self, word: str) -> str | None:
        found = (demonyms.get(stem(word, language)) for language, demonyms in self._demonyms.items())
        return next(filter(None, found), None)

    def _lookup(self, key: str) -> tuple[str, ...] | None:
        if key in self._names:
            return self._names[key]
        if key[-1:] not in _LAST_LETTERS:
            return None
        for ending in _GENITIVES:
            if key.endswith(ending) and len(key) - len(ending) >= 2 and key[: -len(ending)] in self._names:
                return self._names[key[: -len(ending)]]
        return None

    def knows(self, word: str) -> bool:
        """Is this squeezed word a name by itself?"""
        return self._lookup(word) is not None


def _ordinary(languages: Mapping[str, Words]) -> frozenset[str]:
    """The words of every language ("Jobs"): nobody of whom no fact tells is meant by one of them alone."""
    known = [{squeeze(word) for said in words.concepts.values() for word in said} for words in languages.values()]
    return frozenset(set.intersection(*known)) if known else frozenset()

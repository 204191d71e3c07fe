"""The noun that asks for several: "which *benefits* …", "unter welchen *Bedingungen*", "list the *goals*"; "all of it".

A plural is known by its singular: a word that ends as nouns do in the plural is one if what is left of it is listed for
a concept that it stands for itself. So no plural has to be listed, and "Rolle" or "business" is none.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from bot.understanding.language.normalise import fold
from bot.understanding.language.once import Once
from bot.understanding.language.wordpatterns import any_of, pattern_of
from bot.understanding.language.words import Words
from bot.understanding.utterance.units import TELLING, Analysis, Unit

_FAINT = 0.2
"""A word as light as an auxiliary verb ends the search: "what *do* brands get" asks for no brands."""

_BEHIND = 4
"""So many words may stand behind a verb that wishes for a list, before what is to be listed ("nennen Sie mir")."""

_WORD = re.compile(r"\s*([^\s,;:.?!()]+)")
_SHORTEST = 3


class Plurals:
    """Finds it, by the words of all languages."""

    def __init__(self, languages: Mapping[str, Words]) -> None:
        once = Once[frozenset[str]]()
        self._singulars = {
            language: {word: once(frozenset(held)) for word, held in _listed(language, words).items()}
            for language, words in languages.items()
        }
        self._endings = {language: words.wordforms.plurals for language, words in languages.items()}
        spoken = languages.values()
        self._far = {word: far for words in spoken for word, far in words.nouns.asking.items()}
        self._asking = pattern_of(self._far)
        self._listing = re.compile(
            rf"^\W*(?:\w+\W+){{0,3}}?{any_of(one for words in spoken for one in words.nouns.listing)}", re.IGNORECASE
        )
        self._all = pattern_of(one for words in spoken for one in words.nouns.all_told)

    def wants_all(self, analysis: Analysis) -> bool:
        """Is all of it wanted ("everything that …", "Punkt für Punkt")?"""
        return self._all.search(analysis.text) is not None

    def asked(self, analysis: Analysis) -> Unit | None:
        """The noun in the plural that is asked for, behind a question word or a verb that wishes for a list."""
        units = {unit.start: unit for unit in analysis.units if unit.kind in (*TELLING, "entity")}
        for found in self._asking.finditer(analysis.text):
            far = self._far.get(found[0].casefold(), 1)
            if noun := self._first(analysis, units, found.end(), far, small=False):
                return noun
        listing = None if analysis.asking else self._listing.match(analysis.text)
        return self._first(analysis, units, listing.end(), _BEHIND, small=True) if listing else None

    def _first(self, analysis: Analysis, units: Mapping[int, Unit], at: int, far: int, *, small: bool) -> Unit | None:
        """The first plural among the next words; names and adjectives are passed over, `small` words if they may be.

        Before a name it is a verb: "what drives Alibaba".
        """
        passed = 0
        while passed <= far and (word := _WORD.match(analysis.text, at)):
            unit = units.get(word.start(1))
            at = unit.end if unit else word.end()
            passed += 1
            if unit and unit.kind != "entity" and unit.weight > _FAINT and self._is_plural(unit, analysis.language):
                behind = _WORD.match(analysis.text, at)
                after = units.get(behind.start(1)) if behind else None
                return None if after and after.kind == "entity" else unit
            if (unit is None or unit.weight <= _FAINT) and not small:
                return None
        return None

    def _is_plural(self, unit: Unit, language: str | None) -> bool:
        head = unit.parts[-1] if unit.parts else unit
        word = fold(unit.correction or unit.text)
        for spoken, singulars in self._singulars.items():
            for singular in self._before(word, spoken) if language in (None, spoken) else ():
                tails = [singular[at:] for at in range(len(singular) - _SHORTEST)] if unit.parts else [singular]
                if any(not singulars.get(tail, frozenset()).isdisjoint(head.keys) for tail in tails):
                    return True
        return False

    def _before(self, word: str, language: str) -> Iterator[str]:
        """What a word may be in the singular."""
        for ending, forms in self._endings[language].items():
            yield from (word.removesuffix(form) + ending for form in forms if word.endswith(form))


def _listed(language: str, words: Words) -> Mapping[str, set[str]]:
    """The concepts of each listed word that may be a noun; German ones have a capital."""
    found: dict[str, set[str]] = defaultdict(set)
    for concept, listed in words.concepts.items():
        for word in listed:
            if " " not in word and (language != "de" or word[:1].isupper()):
                found[fold(word)].add(concept)
    return found

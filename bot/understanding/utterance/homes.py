"""Companies called by where they are at home: "the *Dubai* firm", "der *niederländische* Konzern".

A place between an article and such a noun may stand for the companies from there that are party to a deal, if they are
few. Without an article or in the plural ("*Dutch* firms") anybody from there is meant.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.facts.entities import FIRMS
from bot.facts.model import Knowledge
from bot.understanding.language.wordforms import WordForms
from bot.understanding.language.wordpatterns import any_of
from bot.understanding.utterance.units import Unit

_FEW = 3
"""Of more companies than these a place tells none."""

_LONGEST_OF_BOTH = 2
"""A plural ending no longer than this may be that of one as well ("der Modehändler")."""

_NEXT = re.compile(r"(?:-|'s|’s)?\s*|\s*-\s*")
_NOUN = 0.4
"""What stays of the weight of the noun, which says nothing that a source would have to tell."""


class OneOrSeveral:
    """Tells by articles and endings, of all languages at once, whether one firm is meant or several."""

    def __init__(self, languages: Iterable[WordForms]) -> None:
        forms = list(languages)
        self._one = _before(word for one in forms for word in one.one)
        self._only_one = _before(word for one in forms for word in one.only_one)
        self._several = _before(word for one in forms for word in one.several)
        self._maybe_several = _before(word for one in forms for word in one.maybe_several)
        within = [word for one in forms for word in one.within_names]
        self._begun = tuple(f"{spelt} " for word in within for spelt in (word, word.capitalize()))
        self._plurals = tuple(ending for one in forms for ending in one.plural_endings)
        self._singulars = tuple(ending for one in forms for ending in one.singular_endings)
        self._nouns = tuple(ending for one in forms for ending in one.plural_nouns)
        self._surely = tuple(ending for ending in self._nouns if len(ending) > _LONGEST_OF_BOTH)
        self._adjectives = tuple(ending for one in forms for ending in one.plural_adjectives)

    def is_one(self, before: str, name: str, noun: str) -> bool:
        """Is one firm meant by an article, the name of where it is from, and a noun?

        The article may be part of the name itself ("the Dutch").
        """
        if not (name.startswith(self._begun) or self._one.search(before)):
            return False
        if self.ends_as_several(before, noun):
            return False
        if not (self._adjectives and name.endswith(self._adjectives)):
            return True
        if self._several.search(before):
            return False
        return not (self._maybe_several.search(before) and noun.lower().endswith(self._nouns))

    def means_one(self, before: str, noun: str) -> bool:
        """Is one firm meant by an article and a noun alone, whose plural may look like its singular?"""
        if not self._one.search(before) or self.ends_as_several(before, noun):
            return False
        if self._several.search(before):  # "die Modehändler", but "die Modekette"
            return not noun.lower().endswith((*self._nouns, *self._adjectives))
        return not (self._maybe_several.search(before) and noun.lower().endswith(self._surely))

    def ends_as_several(self, before: str, noun: str) -> bool:
        """Is it "the Indian *firms*"? "Des indischen Konzern*s*" is one."""
        plural = noun.endswith(self._plurals) and not noun.endswith(self._singulars)
        return plural and not self._only_one.search(before)


@dataclass(frozen=True)
class Homes:
    """`nouns` are concepts for companies, `firms` are the companies by country, `wholes` says what a place lies in."""

    nouns: frozenset[str]
    firms: Mapping[str, Sequence[str]]
    is_place: Callable[[str], bool]
    wholes: Callable[[str], Collection[str]]
    numbers: OneOrSeveral

    def heard(self, units: Sequence[Unit], text: str) -> list[Unit]:
        """The units of a text; a place that may stand for companies has their keys, too."""
        own = list(units)
        for at, (unit, noun) in enumerate(pairwise(units)):
            if self._calls(unit, noun, text) and (firms := self._at_home(unit)):
                keys = {f"@{firm}": 1.0 for firm in firms}
                own[at] = replace(unit, keys={**keys, **unit.keys} if len(firms) == 1 else {**unit.keys, **keys})
                own[at + 1] = noun.weighing(_NOUN)
        return own

    def _at_home(self, unit: Unit) -> tuple[str, ...]:
        """The companies that are at home where a unit names, if that is all it names and they are few."""
        if len(unit.entities) != 1 or not self.is_place(unit.entities[0]):
            return ()
        found = tuple({firm: None for place in self.wholes(unit.entities[0]) for firm in self.firms.get(place, ())})
        return found if len(found) <= _FEW else ()

    def _calls(self, unit: Unit, noun: Unit, text: str) -> bool:
        """Does a noun for a company follow a name directly, with an article before, and mean one?"""
        if unit.kind != "entity" or self.nouns.isdisjoint(noun.keys):
            return False
        before, between = text[: unit.start], text[unit.end : noun.start]
        return bool(_NEXT.fullmatch(between)) and self.numbers.is_one(before, unit.text, noun.text)


def _before(articles: Iterable[str]) -> re.Pattern[str]:
    """Finds an article at the end, and maybe a word or two behind it."""
    return re.compile(rf"{any_of(articles)}\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)


def firms_at_home(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """The companies that are party to a deal, by their country."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for party in (party for deal in knowledge.deals.values() for party in deal.parties):
        entity = knowledge.entities.get(party)
        if entity and entity.kind in FIRMS and entity.country:
            found[entity.country][party] = None
    return {country: tuple(firms) for country, firms in found.items()}

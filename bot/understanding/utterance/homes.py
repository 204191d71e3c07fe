"""Companies called by where they are at home: "the *Dubai* firm", "der *niederländische* Konzern".

A place between an article and such a noun may stand for the companies from there that are party to a deal, if they are
few. Without an article or in the plural ("*Dutch* firms") anybody from there is meant.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.facts.model import Knowledge
from bot.understanding.utterance.units import Unit

_FEW = 3
"""Of more companies than these a place tells none."""

_FIRMS = frozenset({"company", "organisation"})
_ONE = re.compile(r"\b(?:der|die|das|dem|den|des|beim|vom|zum|zur|the)\s+(?:\w+\s+)?$", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:die|der|den)\s+(?:\w+\s+)?$", re.IGNORECASE)
_PLURALS = ("er", "firmen", "gruppen", "ketten", "lern", "tern")
"""How German nouns for companies end in the plural, where nothing before tells ("der indischen Händler")."""

_ARTICLE = ("the ", "The ")
"""It may be part of the name itself ("the Dutch")."""

_OF_ONE = re.compile(r"\b(?:das|dem|des|beim|vom|zum|im|am)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_NEXT = re.compile(r"(?:-|'s|’s)?\s*|\s*-\s*")
_NOUN = 0.4
"""What stays of the weight of the noun, which says nothing that a source would have to tell."""


@dataclass(frozen=True)
class Homes:
    """`nouns` are concepts for companies, `firms` are the companies by country, `wholes` says what a place lies in."""

    nouns: frozenset[str]
    firms: Mapping[str, Sequence[str]]
    is_place: Callable[[str], bool]
    wholes: Callable[[str], Collection[str]]

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
        before, between = text[: unit.start], text[unit.start + len(unit.text) : noun.start]
        one = unit.text.startswith(_ARTICLE) or _ONE.search(before)
        if not one or not _NEXT.fullmatch(between):
            return False
        return not is_several(before, noun, described=unit.text.endswith("en"))


def is_several(before: str, noun: Unit, *, described: bool = True) -> bool:
    """Does a noun for companies mean several, as its form or what stands before it in the text tells?

    `described`: an adjective before it, if any, has the ending that German ones have in the plural.
    """
    if noun.text.endswith("s") and not noun.text.endswith("ss") and not _OF_ONE.search(before):
        return True  # "the Indian firms"; "des indischen Konzerns" and "das Auktionshaus" are one
    several = _SEVERAL.search(before) if described else None
    return several is not None and (several.group()[:3].lower() == "die" or noun.text.lower().endswith(_PLURALS))


def firms_at_home(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """The companies that are party to a deal, by their country."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for party in (party for deal in knowledge.deals.values() for party in deal.parties):
        entity = knowledge.entities.get(party)
        if entity and entity.kind in _FIRMS and entity.country:
            found[entity.country][party] = None
    return {country: tuple(firms) for country, firms in found.items()}

"""Companies called by whoever has to do with them: "*Bezos's* delivery club", "bei *Jack Ma*", "*Alibaba's* rival".

Before a noun, in the genitive, and behind words like "bei", a person also stands for the company that he or she belongs
to; whoever is named before a rival or behind "rival of" stands for those who compete with them, as facts tell.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from bot.facts.concerned import entities_in
from bot.facts.entities import FIRMS
from bot.facts.model import Knowledge
from bot.facts.tells import Tells
from bot.understanding.language.wordpatterns import any_of
from bot.understanding.utterance.homes import OneOrSeveral
from bot.understanding.utterance.units import TELLING, Unit

_PERSON = "person"

_FEW = 3
"""Of more rivals than these none is meant."""

_OWN = 0.5
"""How surely the rival of somebody is meant by that name itself."""

_NOUN = 0.3
"""What stays of the weight of "rival", which says nothing that a source would have to tell."""

_NEXT = re.compile(r"['’]?s?[\s-]+|-")
_ENDS = re.compile(r"[s'’]$", re.IGNORECASE)
_APOSTROPHES = ("'", "’")
_BETWEEN = re.compile(r"['’]?\s+(?:\w+\s+)?|-")
"""Between a name and the rival it has: perhaps one more word ("Alibabas größter Rivale")."""


@dataclass(frozen=True)
class Associates:
    """`firms` are the companies of persons, `rivals` those who compete, `nouns` the concepts for a rival.

    `names` are those of the persons that end like a genitive ("Bezos"); `numbers` tells one rival from several; `of`
    ends before the one whose rival it is, `beside` before a person at whose company something is.
    """

    firms: Mapping[str, str]
    names: frozenset[str]
    rivals: Mapping[str, Sequence[str]]
    nouns: frozenset[str]
    numbers: OneOrSeveral
    of: re.Pattern[str]
    beside: re.Pattern[str]

    def heard(self, units: Sequence[Unit], text: str) -> list[Unit]:
        """The units of a text; such a name has the keys of the company, too, or of the rivals instead."""
        own = list(units)
        for at, unit in enumerate(units):
            if unit.kind != "entity":
                continue
            behind = units[at + 1] if at + 1 < len(units) else None
            if firms := {self.firms[one] for one in unit.entities if one in self.firms}:
                if self._owns(unit, behind, text):
                    own[at] = replace(unit, keys={**unit.keys, **{f"@{firm}": 1.0 for firm in sorted(firms)}})
                continue
            noun = self._rival(units, at, text)
            meant = {f"@{one}": 1.0 for name in unit.entities for one in self.rivals.get(name, ())}
            if noun is not None and meant and self._is_one(units, at, noun, text):
                kept = {key: min(strength, _OWN) for key, strength in unit.keys.items()}
                own[at] = replace(unit, keys={**meant, **{key: kept[key] for key in kept if key not in meant}})
                own[noun] = units[noun].weighing(_NOUN)
        return own

    def _owns(self, unit: Unit, behind: Unit | None, text: str) -> bool:
        """Is something said to be a person's, or to be at that person's?"""
        if self.beside.search(text[: unit.start]):
            return True
        if behind is None or behind.kind not in TELLING:
            return False
        between = text[unit.end : behind.start]
        genitive = _ENDS.search(unit.text) and unit.text.casefold() not in self.names
        return _NEXT.fullmatch(between) is not None and bool(genitive or between.startswith(_APOSTROPHES))

    def _rival(self, units: Sequence[Unit], at: int, text: str) -> int | None:
        """Where the rival of a name stands: behind it or before "of"."""
        unit = units[at]
        for place in (at + 1, at + 2):
            if place < len(units) and self._is_rival(units[place]):
                return place if _BETWEEN.fullmatch(text[unit.end : units[place].start]) else None
        before = at - 1
        if before >= 0 and self._is_rival(noun := units[before]) and self.of.fullmatch(text[noun.end : unit.start]):
            return before if self.numbers.means_one(text[: noun.start], noun.text) else None  # not "which rival of A"
        return None

    def _is_rival(self, unit: Unit) -> bool:
        return unit.kind in TELLING and not self.nouns.isdisjoint(unit.keys)

    def _is_one(self, units: Sequence[Unit], at: int, noun: int, text: str) -> bool:
        """Is it one rival, of whom more is asked than who that is ("who is Alibaba's main rival?")?"""
        if self.numbers.ends_as_several(text[: min(units[at].start, units[noun].start)], units[noun].text):
            return False
        within = range(min(at, noun), max(at, noun) + 1)
        named = any(unit.kind == "entity" for unit in units[within.stop : within.stop + 1])
        beyond = (unit for place, unit in enumerate(units) if place not in within)
        return not named and any(unit.says and unit.kind in TELLING for unit in beyond)


def associates(
    knowledge: Knowledge, nouns: Iterable[str], numbers: OneOrSeveral, of: Iterable[str], beside: Iterable[str]
) -> Associates:
    """Those of a knowledge folder; `of` and `beside` are the words of all languages."""
    firms = dict(_firms(knowledge))
    spoken = (name for one in firms for name in knowledge.entities[one].spoken)
    return Associates(
        firms,
        frozenset(name.casefold() for name in spoken if _ENDS.search(name)),
        _rivals(knowledge),
        frozenset(nouns),
        numbers,
        re.compile(rf"\s+{any_of(of)}\s+(?:\w+\s+)?", re.IGNORECASE),
        re.compile(rf"{any_of(beside)}\s+$", re.IGNORECASE),
    )


def _firms(knowledge: Knowledge) -> Iterable[tuple[str, str]]:
    """The company of each person who is part of one."""
    for entity in knowledge.entities.values():
        whole = knowledge.entities.get(entity.part_of or "")
        if entity.kind == _PERSON and whole and whole.kind in FIRMS and not whole.bystander:
            yield entity.id, whole.id


def _rivals(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """Who competes with whom: a deal's companies with those whom a fact on competitors names, if these are few."""
    telling = frozenset(knowledge.telling(Tells.RIVALRY))
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for fact in (fact for fact in knowledge.facts.values() if fact.attribute in telling):
        firms = [one for one in knowledge.deals[fact.deal].parties if knowledge.kind_of(one) in FIRMS]
        others = [one for one in entities_in(fact) if knowledge.kind_of(one) in FIRMS and one not in firms]
        for one, other in product(firms, others):
            found[one][other] = found[other][one] = None
    return {one: tuple(others) for one, others in found.items() if len(others) <= _FEW}

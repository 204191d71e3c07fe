"""Where firms and persons are at home, and at which place those asked for are to be: "*Chinese* firms", "Belgians".

A firm is from the country that the gazetteer gives it. A person is from what it is part of, if that is a place, or from
where its role says it holds it ("*British* prime minister", "king *of Denmark*"), unless that names a firm: the head of
somebody's French business need not be French. A name may be such a role, too ("*Belgian* king").
"""

import re
from collections.abc import Collection, Sequence

from bot.facts.entities import PLACE
from bot.facts.model import Knowledge
from bot.understanding.deals.offices import Offices
from bot.understanding.language.normalise import fold
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis, Unit

_PERSON = "person"
_ROLE = 2
"""Of so many words is a name that is a role: where, and what."""

_SAME = 3
"""So many letters of a region's name begin its adjective, too ("Europe", "European")."""


class Origins:
    """Knows them."""

    def __init__(
        self, knowledge: Knowledge, told: ToldNames, analyser: Analyser, joints: Joints, offices: Offices
    ) -> None:
        self._knowledge, self._told, self._analyser, self._offices = knowledge, told, analyser, offices
        self._parting = re.compile(rf"\s+(?:{joints.belonging.pattern}\s+)?")
        self._of = re.compile(rf"{joints.belonging.pattern}\s*$", re.IGNORECASE)
        self._held: dict[str, frozenset[str]] = {}
        self._serving: dict[str, frozenset[str]] = {}
        for entity in knowledge.entities.values():
            if entity.kind == _PERSON and entity.role:
                firms = (self._firms(analyser.units(text, one)) for one, text in entity.role.items())
                self._serving[entity.id] = frozenset.intersection(*firms)
                read = (self._holding(text, analyser.units(text, one)) for one, text in entity.role.items())
                named = (self._named(name, one) for one, names in entity.names.items() for name in names)
                self._held[entity.id] = frozenset.intersection(*read).union(*named)

    def adjectives(self, analysis: Analysis) -> dict[int, str]:
        """The places whose adjectives stand before a noun, by where they stand in the text."""
        found: dict[int, str] = {}
        for unit, place in ((unit, self._adjective(unit)) for unit in analysis.units):
            behind = analysis.text[unit.end :].lstrip()
            following = any(one.start == len(analysis.text) - len(behind) for one in analysis.contents)
            if place and following:
                found[unit.start] = place
        return found

    def peoples(self, analysis: Analysis) -> dict[int, str]:
        """The places whose people are named ("Belgians"), by where they stand in the text."""
        named = ((unit, self._adjective(unit)) for unit in analysis.units)
        return {u.start: place for u, place in named if place and not self._of.search(analysis.text[: u.start])}

    def works_for(self, name: str, home: str) -> bool:
        """Is a firm that a person is part of, or whose office he or she holds, from a place?"""
        return any(self.is_from(firm, home) for firm in self._of_firms(name))

    def belongs(self, name: str, owners: Collection[str]) -> bool:
        """Is a firm or person part of one of these, or does the person's role say so ("head *of eBay*")?"""
        wholes = self._knowledge.wholes(name).union(*map(self._knowledge.wholes, self._serving.get(name, ())))
        return name not in owners and not wholes.isdisjoint(owners)

    def _of_firms(self, name: str) -> set[str]:
        whole = self._knowledge.entities[name].part_of
        own = {whole} if whole and self._told.is_firm(whole) else set()
        return own.union(self._serving.get(name, ()))

    def is_from(self, name: str, home: str) -> bool:
        """Is a firm or person from a place, or a place in it? A firm's owner may be from elsewhere."""
        return any(self._knowledge.lies_in(one, home) for one in self._of_name(name))

    def is_homeless(self, name: str) -> bool:
        """Does nobody say where a firm or person is from?"""
        return all(whole in self._knowledge.entities for whole in self._knowledge.wholes(name))

    def _of_name(self, name: str) -> frozenset[str]:
        if self._knowledge.is_place(name):
            return frozenset({name})
        known = self._knowledge.entities[name]
        own = {known.country} if known.country else set[str]()
        if known.kind == _PERSON:
            own |= {known.part_of} if known.part_of and self._knowledge.is_place(known.part_of) else set()
            own |= self._held.get(name, frozenset())
        return frozenset(own)

    def _holding(self, role: str, units: Sequence[Unit]) -> frozenset[str]:
        """The places that a role says it is held at; none if it names a firm."""
        names = [unit for unit in units if unit.kind == "entity" and unit.entities]
        if self._firms(units):
            return frozenset()
        held = (unit for unit in names if self._adjective(unit) or self._of.search(role[: unit.start]))
        return frozenset(entity for unit in held for entity in unit.entities[:1] if self._knowledge.is_place(entity))

    def _firms(self, units: Sequence[Unit]) -> frozenset[str]:
        named = (entity for unit in units if unit.kind == "entity" for entity in unit.entities)
        return frozenset(entity for entity in named if self._told.is_firm(entity))

    def _named(self, name: str, language: str) -> frozenset[str]:
        """The places in a name that is a role: "*Belgian* king", "king of *Belgium*"; read word by word."""
        words = [unit for word in self._parting.split(name)[:_ROLE] for unit in self._analyser.units(word, language)]
        if len(words) != _ROLE or not any(map(self._offices.roles, words)):
            return frozenset()
        found = (unit.entities[0] for unit in words if unit.kind == "entity" and unit.entities)
        return frozenset(place for place in found if self._knowledge.is_place(place))

    def _adjective(self, unit: Unit) -> str:
        """The country or continent whose adjective a word is; "" if it is none."""
        if unit.kind == "entity":
            return unit.entities[0] if unit.entities and any(key[0] == "%" for key in unit.keys) else ""
        for key in unit.keys:
            known = self._knowledge.entities.get(key)
            if not (known and known.kind == PLACE and known.countries):
                continue
            if any(fold(name)[:_SAME] == fold(unit.text)[:_SAME] for name in known.spoken):
                return key
        return ""

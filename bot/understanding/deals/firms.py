"""Firms asked for by what they are ("which *payment services* are named?") or whose ("which *belong to* Alibaba?").

What they are, statements say; what belongs to whom, the gazetteer says, and a statement that names both. Where they are
at home may limit any of it: "which *Chinese* companies".
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.facts.entities import PLACE
from bot.facts.model import Fact, Knowledge
from bot.facts.tells import Tells
from bot.understanding.deals.roll import Roll
from bot.understanding.language.concepts import FirmConcepts
from bot.understanding.language.normalise import fold
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis, Unit
from bot.understanding.utterance.wanted import named

COMPANY = "company"
_LISTED = frozenset({"company", "organisation", "list", "product", "text"})
_SAME = 3
"""So many letters of a region's name begin its adjective, too ("Europe", "European")."""

_LOOKED_AT = 60


class Firms:
    """Finds them; `about` are the facts about each entity."""

    def __init__(
        self,
        knowledge: Knowledge,
        about: Mapping[str, Sequence[Fact]],
        told: ToldNames,
        joints: Joints,
        concepts: FirmConcepts,
    ) -> None:
        self._knowledge, self._about, self._told, self._joints = knowledge, about, told, joints
        self._owners = frozenset(knowledge.telling(Tells.OWNER))
        self._callings = concepts.callings
        self._belongings = frozenset((*concepts.belongings, *concepts.natures))
        self._owning, self._giving_up = frozenset(concepts.owning), frozenset(concepts.giving_up)
        self._parts: dict[str, list[str]] = {}
        for name, entity in knowledge.entities.items():
            if entity.part_of and told.is_firm(name) and not entity.bystander:
                self._parts.setdefault(entity.part_of, []).append(name)

    def natures(self, unit: Unit) -> frozenset[str]:
        """What a noun says that a firm is, and what else it covers: a marketplace is a platform, too.

        Of several the narrowest count: "department store chains" are no other chains.
        """
        said = self._told.nature(unit)
        own = {key for key in said if said.isdisjoint({*self._callings.get(key, ())} - {key})}
        return frozenset((*own, *(other for key in own for other in self._callings.get(key, ()))))

    def called(self, natures: Collection[str]) -> dict[str, Fact]:
        """The firms that statements call so, each with the first fact that does, the most told of first."""
        found: dict[str, str] = {}
        for noun in sorted(natures):
            found = self._told.called(noun) | found
        names = sorted(found, key=lambda name: -len(self._about.get(name, ())))
        return {name: self._knowledge.facts[found[name]] for name in names if name in self._about}

    def fits(self, noun: Unit, fact: Fact) -> bool:
        """Does a fact say all that a firm is to be: of "filling station chains" not just that it is a chain?"""
        plain = all(map(self._told.nature, noun.parts[:-1]))
        return plain or not self._told.said(fact.id).isdisjoint(noun.keys)

    def homes(self, analysis: Analysis) -> dict[int, str]:
        """The places at which what is asked for is to be at home, by where their adjectives stand in the text."""
        found: dict[int, str] = {}
        for unit, place in ((unit, self._adjective(unit)) for unit in analysis.units):
            behind = analysis.text[unit.end :].lstrip()
            following = any(one.start == len(analysis.text) - len(behind) for one in analysis.contents)
            if place and following:
                found[unit.start] = place
        return found

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

    def is_from(self, name: str, home: str) -> bool:
        """Is a firm or person from a place? What it is part of may be from elsewhere, and so may a chain's owner."""
        own = self._knowledge.entities[name].country
        return own is not None and self._knowledge.lies_in(own, home)

    def is_homeless(self, name: str) -> bool:
        """Does nobody say where a firm or person is from?"""
        return all(whole in self._knowledge.entities for whole in self._knowledge.wholes(name))

    def telling(self, name: str, others: Collection[str]) -> Fact | None:
        """A fact that names an entity and one of these others; None if none does."""
        facts = self._about.get(name, ())[:_LOOKED_AT]
        return next((fact for fact in facts if self._names(fact, name) and self._names_any(fact, others)), None)

    def belonging(self, analysis: Analysis) -> Roll | None:
        """What belongs to the one firm named, if that is asked for and nothing else."""
        names, without = named(analysis, self._joints)
        if len(names) != 1 or without or not analysis.types <= _LISTED or not names[0].entities:
            return None
        (name,) = names
        (owner, *_) = name.entities
        behind = self._joints.owning.match(analysis.text, name.end)
        if owner not in self._parts or not (behind or self._joints.owned.search(analysis.text[: name.start])):
            return None
        nouns = [unit for unit in analysis.contents if not self._belongings.isdisjoint(unit.keys)]
        others = (unit for unit in analysis.said if unit not in nouns and unit.kind != "operator")
        if any(self._owning.isdisjoint(unit.keys) for unit in others):
            return None
        natures = frozenset().union(*map(self.natures, nouns))
        natures = natures if all(map(self.natures, nouns)) else frozenset()  # "companies and *shops*": any of it
        called = self.called(natures) if natures else {}
        parts = self._within(owner)
        found = ((part, self._owned(part, name.entities)) for part in parts)
        told = {part: fact for part, fact in found if fact}
        kept = {part: fact for part, fact in told.items() if not natures or part in called}
        return Roll(COMPANY, tuple(kept.items()), (name,), owned=True) if kept else None

    def _owned(self, part: str, owners: Collection[str]) -> Fact | None:
        """A fact that says that something belongs to one of these; not one that names both because it was sold."""
        facts = sorted(self._about[part][:_LOOKED_AT], key=lambda fact: fact.attribute not in self._owners)
        return next((fact for fact in facts if self._says_owned(fact, part, owners)), None)

    def _says_owned(self, fact: Fact, part: str, owners: Collection[str]) -> bool:
        said = self._told.said(fact.id)
        named_both = self._names(fact, part) and self._names_any(fact, owners)
        says = fact.attribute in self._owners or not self._owning.isdisjoint(said)
        return named_both and says and self._giving_up.isdisjoint(said)

    def _within(self, owner: str) -> list[str]:
        """All that is part of a firm, and their parts, the most told of first; a stake makes nothing a part."""
        found: dict[str, None] = {}
        waiting = list(self._parts.get(owner, ()))
        while waiting:
            part = waiting.pop()
            if part not in found:
                found[part] = None
                waiting += self._parts.get(part, ())
        known = [part for part in found if part in self._about]
        return sorted(known, key=lambda part: (-len(self._about[part]), part))

    def _names(self, fact: Fact, entity: str) -> bool:
        return entity in self._told.of(fact.id)

    def _names_any(self, fact: Fact, others: Iterable[str]) -> bool:
        return any(self._names(fact, one) for one in others)

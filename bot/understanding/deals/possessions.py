"""What belongs to firms: "which companies *belong to* Alibaba?", "what *shops* are *now with* Amazon or Alibaba?".

The gazetteer says what is part of what; only that is called of which a statement says it, naming both.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from bot.facts.model import Fact, Knowledge
from bot.facts.tells import Tells
from bot.understanding.deals.firms import COMPANY, Firms
from bot.understanding.deals.roll import Roll
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis, Unit
from bot.understanding.utterance.wanted import named

_LISTED = frozenset({"company", "organisation", "list", "product", "text"})
_LOOKED_AT = 60


class Possessions:
    """Calls it; `about` are the facts about each entity."""

    def __init__(
        self,
        knowledge: Knowledge,
        about: Mapping[str, Sequence[Fact]],
        told: ToldNames,
        joints: Joints,
        words: Vocabulary,
        firms: Firms,
    ) -> None:
        concepts = words.firms
        self._about, self._told, self._joints, self._firms = about, told, joints, firms
        self._owners = frozenset(knowledge.telling(Tells.OWNER))
        self._belongings = frozenset((*concepts.belongings, *concepts.natures))
        self._owning, self._giving_up = frozenset(concepts.owning), frozenset(concepts.giving_up)
        self._listing = frozenset(words.lists.listing)
        self._parts: dict[str, list[str]] = {}
        for name, entity in knowledge.entities.items():
            if entity.part_of and told.is_firm(name) and not entity.bystander:
                self._parts.setdefault(entity.part_of, []).append(name)

    def called(self, analysis: Analysis) -> Roll | None:
        """What belongs to the firms named, to one or the other, if that is asked for and nothing else."""
        names, without = named(analysis, self._joints)
        if not names or without or not analysis.types <= _LISTED or not all(unit.entities for unit in names):
            return None
        if any(unit.entities[0] not in self._parts for unit in names) or not self._owned_by(analysis, names):
            return None
        nouns = [unit for unit in analysis.contents if not self._belongings.isdisjoint(unit.keys)]
        free = self._owning | self._listing if nouns else self._owning  # "which shop *names* belong to …"
        others = (unit for unit in analysis.said if unit not in nouns and unit.kind != "operator")
        if any(free.isdisjoint(unit.keys) for unit in others):
            return None
        natures = frozenset().union(*map(self._firms.natures, nouns))
        natures = natures if all(map(self._firms.natures, nouns)) else frozenset()  # "companies and *shops*": any of it
        called = self._firms.called(natures) if natures else {}
        told = {part: fact for owner in names for part, fact in self._told_of(owner.entities)}
        kept = {part: fact for part, fact in told.items() if not natures or part in called}
        return Roll(COMPANY, tuple(kept.items()), tuple(names), owned=True) if kept else None

    def _owned_by(self, analysis: Analysis, names: Sequence[Unit]) -> bool:
        """Do words for belonging stand before the names or behind them, and nothing but joints between these?"""
        first, last = names[0], names[-1]
        between = (analysis.between(one, two) for one, two in pairwise(names))
        if not all(map(self._joints.names.match, between)):
            return False
        behind = self._joints.owning.match(analysis.text, last.end)
        return bool(behind or self._joints.owned.search(analysis.text[: first.start]))

    def _told_of(self, owner: tuple[str, ...]) -> Iterator[tuple[str, Fact]]:
        """The parts of a firm, each with the fact that says so."""
        found = ((part, self._owned(part, owner)) for part in self._within(owner[0]))
        return ((part, fact) for part, fact in found if fact)

    def _owned(self, part: str, owners: Collection[str]) -> Fact | None:
        """A fact that says that something belongs to one of these; not one that names both because it was sold."""
        facts = sorted(self._about[part][:_LOOKED_AT], key=lambda fact: not self._tells_owner(fact))
        return next((fact for fact in facts if self._says_owned(fact, part, owners)), None)

    def _says_owned(self, fact: Fact, part: str, owners: Collection[str]) -> bool:
        said = self._told.said(fact.id)
        named_both = self._names(fact, part) and self._names_any(fact, owners)
        says = self._tells_owner(fact) or not self._owning.isdisjoint(said)
        return named_both and says and self._giving_up.isdisjoint(said)

    def _tells_owner(self, fact: Fact) -> bool:
        return not self._owners.isdisjoint((fact.attribute, *fact.also))

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

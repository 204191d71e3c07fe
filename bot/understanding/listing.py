"""Questions for the deals themselves: "which deals involve Russia", "how many agreements does JD have".

Found by their form: the noun asked for means a deal, and nothing else is said about it but whose it is, how far it has
come ("signed", "only planned") and of which year. Whether there is one with a country ("any deal with Spain?") is
asked in the same words, and only agreements answer it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.facts.model import Deal, Entity, Knowledge
from bot.facts.values import Date, EntityList, EntityValue
from bot.understanding.joints import Joints
from bot.understanding.profile import FactProfile
from bot.understanding.units import Analysis, Unit
from bot.understanding.vocabulary import Vocabulary
from bot.understanding.wanted import Wanted, all_kinds, named, together

ASKED = "deal"
_HELD = 0.6
"""How strongly a fact must hold a name for its deal to concern it (a city counts for its country)."""
_ONE = 0.6
"""A small number limits nothing ("the Austrian *one*")."""
_OTHERWISE = frozenset({"reason", "money", "date", "year", "person"})
_COUNTED = frozenset({"count", "list", ASKED})
_DEFINITE = re.compile(
    r"\b(?:the|this|that|der|die|das|den|dem|des|dies\w+|beim|im|zum|vom)\s+"
    r"(?:(?!eine?\w?\b|an?\b|any\b|keine?\w?\b)[^\s,.?!-]+[\s-]+){1,2}$",
    re.IGNORECASE,
)
"""Before a noun: an article and a name ("the *Austria* deal", "der *eBay*-Vertrag")."""
_BY_VERB = ("signed",)
"""The status that a verb says of any agreement."""

_AGREEMENTS = frozenset({"agreement", "treaty"})


class DealLister:
    """Finds the deals asked for; `nouns`, `relations` and `statuses` say what concepts mean (see asked_nouns.yaml)."""

    def __init__(
        self,
        facts: Iterable[FactProfile],
        knowledge: Knowledge,
        vocabulary: Vocabulary,
        joints: Joints,
    ) -> None:
        self._nouns = {concept for concept, kind in vocabulary.asked_nouns.items() if kind == ASKED}
        self._relations = frozenset(vocabulary.relations)
        self._statuses = vocabulary.statuses
        self._joints = joints
        self._knowledge = knowledge
        self._held: dict[str, set[str]] = {}
        for features in facts:
            for key, strength in features.names.items():
                if strength >= _HELD and not _place(key[1:], knowledge.entities):
                    self._held.setdefault(key, set()).add(features.fact.deal)
        self._countries: dict[str, set[str]] = {}
        for deal in knowledge.deals.values():
            for name in self._places(deal):
                self._countries.setdefault(f"@{name}", set()).add(deal.id)
        self._years = {deal.id: set(self._years_of(deal)) for deal in knowledge.deals.values()}

    def asks(self, analysis: Analysis) -> Wanted | None:
        """What the utterance wants if it asks which deals there are, or how many, with nothing else to answer."""
        if analysis.types & _OTHERWISE or not self._only_deals(analysis):
            return None
        counted = bool(analysis.types & {"count", "list"}) and analysis.types <= _COUNTED
        return self._wanted(analysis) if ASKED in analysis.types or counted else None

    def asks_whether(self, analysis: Analysis) -> Wanted | None:
        """What the utterance wants if it only asks whether there is a deal with those named."""
        if analysis.types or not self._only_deals(analysis) or self._definite(analysis):
            return None
        wanted = self._wanted(analysis)
        if not wanted.names and not wanted.years:
            return None
        return replace(wanted, agreements=bool(self.countries(wanted)))

    def countries(self, wanted: Wanted) -> tuple[Unit, ...]:
        """Those of the names that are countries or other places."""
        return tuple(
            unit for unit in wanted.names if any(_place(entity, self._knowledge.entities) for entity in unit.entities)
        )

    def deals(self, wanted: Wanted) -> tuple[str, ...]:
        """The deals that fulfil all that is wanted, in the order of the knowledge folder."""
        found = self._all(wanted)
        if not found and wanted.statuses == _BY_VERB:  # "which treaties did they sign?"
            return self._all(replace(wanted, statuses=()))
        return found

    def _all(self, wanted: Wanted) -> tuple[str, ...]:
        years = {int(key[1:]) for unit in wanted.years for key in unit.keys}
        return tuple(
            deal.id
            for deal in self._knowledge.deals.values()
            if (not wanted.agreements or deal.kind in _AGREEMENTS)
            and (not wanted.statuses or deal.status in wanted.statuses)
            and (not years or years & self._years[deal.id])
            and self._fits(deal, wanted)
        )

    def _fits(self, deal: Deal, wanted: Wanted) -> bool:
        """Does a deal concern those named, and none of those left out?"""
        if any(self._concerns(deal, unit, wanted) for unit in wanted.without):
            return False
        if wanted.together:
            return all(self._concerns(deal, unit, wanted) for unit in wanted.names)
        return all_kinds(wanted.names, self._kind, lambda unit: self._concerns(deal, unit, wanted))

    def _kind(self, unit: Unit) -> str:
        """A company, a person, a place; a name that nobody knows is a kind of its own."""
        entities = self._knowledge.entities
        if not unit.entities:
            return unit.text
        return "place" if _place(unit.entities[0], entities) else entities[unit.entities[0]].kind

    def agreements(self, wanted: Wanted) -> tuple[str, ...]:
        """The agreements that stand near: those of the companies and persons named, or all there are."""
        places = self.countries(wanted)
        kept = tuple(unit for unit in wanted.names if unit not in places)
        return self.deals(replace(wanted, names=kept, statuses=(), years=(), agreements=True))

    def _concerns(self, deal: Deal, unit: Unit, wanted: Wanted) -> bool:
        for key in unit.keys:
            if wanted.agreements and _place(key[1:], self._knowledge.entities):
                found = key[1:] in self._wholes((*deal.parties, *deal.places))
            else:
                found = deal.id in self._held.get(key, ()) or deal.id in self._countries.get(key, ())
            if found:
                return True
        return False

    def _only_deals(self, analysis: Analysis) -> bool:
        """Is a deal mentioned, and nothing but what can limit which?"""
        said = analysis.said
        mentioned = any(self._nouns & unit.keys.keys() for unit in analysis.contents)
        return mentioned and all(self._limits(unit) for unit in said)

    def _definite(self, analysis: Analysis) -> bool:
        """Is one certain deal meant ("is Peru part of *the* eBay deal"), not whether there is any?"""
        nouns = [unit for unit in analysis.contents if self._nouns & unit.keys.keys()]
        return any(_DEFINITE.search(analysis.text[: unit.start]) for unit in nouns)

    def _limits(self, unit: Unit) -> bool:
        known = any(key in self._nouns or key in self._relations or key in self._statuses for key in unit.keys)
        return known or _is_year(unit) or (unit.kind == "number" and unit.weight <= _ONE)

    def _wanted(self, analysis: Analysis) -> Wanted:
        said = analysis.said
        statuses = [self._statuses[key] for unit in said for key in unit.keys if key in self._statuses]
        names, without = named(analysis, self._joints)
        years = tuple(unit for unit in said if _is_year(unit))
        return Wanted(
            names, tuple(dict.fromkeys(statuses)), years, without=without, together=together(analysis, self._joints)
        )

    def _places(self, deal: Deal) -> Iterable[str]:
        """The countries and regions of a deal: its parties', places' and values', not those a fact is merely about."""
        named = [*deal.parties, *deal.places]
        for fact in deal.facts:
            for value in self._knowledge.facts[fact].values.values():
                if isinstance(value, EntityValue):
                    named.append(value.entity)
                elif isinstance(value, EntityList):
                    named.extend(value.entities)
        return [name for name in self._wholes(named) if _place(name, self._knowledge.entities)]

    def _wholes(self, names: Sequence[str]) -> set[str]:
        """The entities and what they are part of: a city and its country."""
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                known = self._knowledge.entities.get(name)
                waiting += [known.part_of] if known and known.part_of else []
        return found

    def _years_of(self, deal: Deal) -> Iterable[int]:
        for fact in deal.facts:
            for value in self._knowledge.facts[fact].values.values():
                if isinstance(value, Date) and value.year is not None:
                    yield value.year


def _place(entity: str, entities: Mapping[str, Entity]) -> bool:
    """Is it a country (which needs no entry in the gazetteer) or a place?"""
    return entity not in entities or entities[entity].kind == "place"


def _is_year(unit: Unit) -> bool:
    return unit.kind == "number" and all(len(key) == 5 and key[1:].isdigit() and key[1] in "12" for key in unit.keys)

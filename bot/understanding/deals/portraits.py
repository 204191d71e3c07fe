"""What each of two is, where they are compared without a theme: "compare JD and Alibaba", "JD vs Alibaba in Europe".

Told is what both are, each by a fact that says so of itself; or a fact that speaks of both; or, in a place, what the
deals of both are there. Where there is none of these nothing can be compared, whatever facts name either of them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from bot.facts.concerned import entities_in
from bot.facts.model import LANGUAGES, Fact, Knowledge
from bot.facts.tells import Tells
from bot.facts.values import FIGURES, EntityValue, TextValue
from bot.facts.wording import literal
from bot.understanding.deals.listing import DealLister
from bot.understanding.deals.subjects import Subjects
from bot.understanding.readings.index import FactIndex
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.units import Analysis, Unit
from bot.understanding.utterance.wanted import Wanted

_OPEN = frozenset({"definition", "text", "list", "deal"})
_HELD = 0.6
"""How strongly a fact must hold a name to be looked at as what its bearer is."""

_LOOKED_AT = 40
_PERSON = "person"
_MOST_DEALS = 2


class Portraits:
    """Finds what two subjects are."""

    def __init__(
        self,
        knowledge: Knowledge,
        index: FactIndex,
        analyser: Analyser,
        lister: DealLister,
    ) -> None:
        self._knowledge = knowledge
        self._analyser = analyser
        self._lister = lister
        self._overviews = frozenset(knowledge.telling(Tells.OVERVIEW))
        self._told: dict[str, list[Fact]] = defaultdict(list)
        self._as_owned: dict[str, list[Fact]] = defaultdict(list)
        wanted, owned = (frozenset(knowledge.telling(key)) for key in (Tells.PORTRAIT, Tells.OWNED))
        for profile in index.facts:
            if isinstance(profile.fact.value, EntityValue) and profile.fact.attribute in owned:
                self._as_owned[profile.fact.value.entity].append(profile.fact)
            if profile.attributes & wanted:
                for key, strength in profile.names.items():
                    if strength >= _HELD:
                        self._told[key[1:]].append(profile.fact)

    def apart(self, found: Subjects) -> Subjects:
        """The subjects without the places that only say where ("JD and Alibaba *in Europe*")."""
        sides = [self._without_places(side) for side in (found.left, found.right)]
        if not all(sides):
            return found  # two places are compared
        where = [unit for unit in (*found.left, *found.right) if not any(unit in side for side in sides)]
        return Subjects(sides[0], sides[1], (*found.shared, *where))

    def bare(self, analysis: Analysis, found: Subjects) -> bool:
        """Are two named, and nothing said of them, but maybe a place?"""
        named = all(unit.kind == "entity" and unit.entities for unit in (*found.left, *found.right))
        only = all(not unit.says or (unit.kind == "entity" and self._is_place(unit)) for unit in found.shared)
        return named and only and analysis.types <= _OPEN

    def of_each(self, found: Subjects) -> tuple[Fact, ...]:
        """What is told of each of the two, the first's first; () where it isn't told of both."""
        places = tuple(unit for unit in found.shared if unit.kind == "entity")
        one, other = (self._deals(side, places) if places else self._itself(side) for side in (found.left, found.right))
        return (*one, *(fact for fact in other if fact not in one)) if one and other else ()

    def speaks_of_both(self, fact: Fact, found: Subjects) -> bool:
        """Does a fact's sentence name both, in every language, in a deal of one of them? A third's rivals are that."""
        sides = [{entity for unit in side for entity in unit.entities} for side in (found.left, found.right)]
        for language in LANGUAGES:
            told = fact.value.text.get(language, "") if isinstance(fact.value, TextValue) else ""
            units = (*self._units(fact, language), *self._analyser.units(told, language))
            named = {*entities_in(fact), *(e for unit in units for e in unit.entities)}
            if any(side.isdisjoint(named) for side in sides):
                return False
        parties = self._wholes(self._knowledge.deals[fact.deal].parties)
        return any(not side.isdisjoint(parties) for side in sides)

    def says_of(self, fact: Fact, keys: Collection[str]) -> bool:
        """Does a fact's sentence say one of some things in every language?"""
        return all(
            any(not unit.keys.keys().isdisjoint(keys) for unit in self._units(fact, language)) for language in LANGUAGES
        )

    def _itself(self, side: Sequence[Unit]) -> tuple[Fact, ...]:
        """The fact that says what a subject is, rather not the one that says what a deal is; or else who owns it."""
        own = {entity for unit in side for entity in unit.entities}
        facts = [fact for entity in sorted(own) for fact in self._told.get(entity, ())[:_LOOKED_AT]]
        told = [fact for fact in facts if self._is_of(fact, own)]
        told = told or [fact for entity in sorted(own) for fact in self._as_owned.get(entity, ())]
        return tuple(sorted(told, key=lambda fact: fact.id == self._knowledge.deals[fact.deal].facts[0]))[:1]

    def _is_of(self, fact: Fact, own: Collection[str]) -> bool:
        """Is a fact about one of these: a person whom it tells, or what its sentence begins with in every language?"""
        match fact.value:
            case EntityValue(entity) if self._knowledge.kinds.get(entity) == _PERSON:
                return entity in own
            case value if isinstance(value, FIGURES):
                return False
        return all(self._begins(fact, own, language) for language in LANGUAGES)

    def _begins(self, fact: Fact, own: Collection[str], language: str) -> bool:
        if fact.wording.get(language, "").startswith("{"):  # a value, not a name
            return False
        units = self._units(fact, language)
        return bool(units) and not set(units[0].entities).isdisjoint(own)

    def _units(self, fact: Fact, language: str) -> tuple[Unit, ...]:
        units = self._analyser.units(literal(fact.wording.get(language, "")), language)
        return tuple(sorted(units, key=lambda unit: unit.start))

    def _deals(self, side: Sequence[Unit], places: Sequence[Unit]) -> tuple[Fact, ...]:
        """What the deals are that a subject is party to, in a place."""
        own = {entity for unit in side for entity in unit.entities}
        deals = [self._knowledge.deals[name] for name in self._lister.deals(Wanted((*side, *places), together=True))]
        joined = [deal for deal in deals if not own.isdisjoint(self._wholes(deal.parties))]
        return self._of_deals(deal.id for deal in joined)[:_MOST_DEALS]

    def _of_deals(self, deals: Iterable[str]) -> tuple[Fact, ...]:
        """The fact of each deal that says what it is, where it has one."""
        facts = (next(iter(self._overview(self._knowledge.deals[deal].facts)), None) for deal in deals)
        return tuple(fact for fact in facts if fact)

    def _overview(self, facts: Iterable[str]) -> Iterable[Fact]:
        return (fact for fact in map(self._knowledge.facts.__getitem__, facts) if fact.attribute in self._overviews)

    def _wholes(self, parties: Iterable[str]) -> set[str]:
        return {whole for party in parties for whole in self._knowledge.wholes(party)}

    def _without_places(self, side: Sequence[Unit]) -> tuple[Unit, ...]:
        return tuple(unit for unit in side if unit.kind != "entity" or not self._is_place(unit))

    def _is_place(self, unit: Unit) -> bool:
        return all(map(self._knowledge.is_place, unit.entities))

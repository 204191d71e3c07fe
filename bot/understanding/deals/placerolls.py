"""The places of firms: "all *places* that come up *for JD and Alibaba*", those that statements of their deals name."""

from collections.abc import Collection, Mapping, Sequence

from bot.facts.model import Fact, Knowledge
from bot.understanding.deals.owners import Whose
from bot.understanding.deals.roll import Roll
from bot.understanding.readings.toldnames import ToldNames


class PlaceRolls:
    """Calls them; `about` are the facts about each entity."""

    def __init__(self, knowledge: Knowledge, about: Mapping[str, Sequence[Fact]], told: ToldNames) -> None:
        self._knowledge, self._about, self._told = knowledge, about, told

    def of_owners(self, kind: str, places: Sequence[str], whose: Whose) -> Roll | None:
        """Those of the places that statements name which are about one of the owners, or what is part of it."""
        own = {entity for unit in whose.owners for entity in unit.entities}
        found = ((place, self._telling(place, own)) for place in places)
        called = tuple((place, fact) for place, fact in found if fact)
        return Roll(kind, called, whose.owners, without=whose.without) if called else None

    def _telling(self, place: str, owners: Collection[str]) -> Fact | None:
        """A fact that names a place and one of these, rather than one of a deal of theirs that names it."""
        facts = [fact for fact in self._about[place] if place in self._told.in_all(fact.id)]
        named = (fact for fact in facts if self._is_theirs(self._told.of(fact.id), owners))
        dealt = (fact for fact in facts if self._is_theirs(self._knowledge.deals[fact.deal].parties, owners))
        return next(named, None) or next(dealt, None)

    def _is_theirs(self, names: Collection[str], owners: Collection[str]) -> bool:
        return any(not self._knowledge.wholes(name).isdisjoint(owners) for name in names)

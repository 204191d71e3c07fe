"""Which fact says most plainly who or what somebody is: a portrait first, else one whose sentence names them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from bot.facts.model import Fact, Knowledge
from bot.facts.tells import Tells
from bot.understanding.readings.toldnames import ToldNames

_PERSON = "person"
_LOOKED_AT = 60
_NAMED_IN = 30
_MOST_TOLD = 30
"""For so many the best fact is looked for, more than are ever shown; the others are hardly more than counted."""


class PlainFacts:
    """Picks it; `about` are the facts about each entity."""

    def __init__(self, knowledge: Knowledge, about: Mapping[str, Sequence[Fact]], told: ToldNames) -> None:
        self._knowledge, self._about, self._told = knowledge, about, told
        self._portraits = knowledge.telling(Tells.PORTRAIT)

    def knows(self, name: str) -> bool:
        """Is any fact about it?"""
        return name in self._about

    def of_each(self, names: Sequence[str]) -> tuple[tuple[str, Fact], ...]:
        """Each with its fact; those behind the first with whichever is about it."""
        first = ((name, self.fact(name)) for name in names[:_MOST_TOLD])
        return (*first, *self._counted(names[_MOST_TOLD:]))

    def with_one_of(self, names: Sequence[str], others: Collection[str]) -> tuple[tuple[str, Fact], ...]:
        """The same, with a fact that names one of these others, too, where there is one."""
        first = ((name, self.telling(name, others) or self.fact(name)) for name in names[:_MOST_TOLD])
        return (*first, *self._counted(names[_MOST_TOLD:]))

    def fact(self, name: str) -> Fact:
        """The fact that says who or what it is, else one whose sentence names it, else any that is about it."""
        facts = self._about[name]
        own = [fact for fact in facts if fact.attribute in self._portraits]
        # "Alibaba means to open embassies" defines a deal; of persons the other attributes tell more
        person = self._knowledge.kind_of(name) == _PERSON
        own.sort(key=lambda fact: self._portraits.index(fact.attribute), reverse=person)
        near = (fact for fact in (*own, *facts[:_NAMED_IN]) if name in self._told.in_all(fact.id))
        return next(near, facts[0])

    def telling(self, name: str, others: Collection[str]) -> Fact | None:
        """A fact that names an entity and one of these others; None if none does."""
        facts = self._about.get(name, ())[:_LOOKED_AT]
        return next((fact for fact in facts if self._names(fact, name) and self._names_any(fact, others)), None)

    def _counted(self, names: Iterable[str]) -> Iterator[tuple[str, Fact]]:
        return ((name, self._about[name][0]) for name in names)

    def _names(self, fact: Fact, entity: str) -> bool:
        return entity in self._told.of(fact.id)

    def _names_any(self, fact: Fact, others: Iterable[str]) -> bool:
        return any(self._names(fact, one) for one in others)

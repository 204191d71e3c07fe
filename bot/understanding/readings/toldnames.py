"""Whom and what a fact names, in its values or its statement: read from the statement as a question is read."""

from typing import NamedTuple

from bot.facts.concerned import entities_in
from bot.facts.entities import PLACE
from bot.facts.model import LANGUAGES, Fact, Knowledge
from bot.facts.wording import literal
from bot.understanding.language.normalise import clean
from bot.understanding.language.remembered import Remembered
from bot.understanding.readings.natures import Nature, Natures
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.units import Unit

_PERSON = "person"
_REMEMBERED = 4096
"""So few facts are read beforehand, with what is built; of more, those asked about last are remembered."""


class Told(NamedTuple):
    """What a fact names and says.

    `names` are the entities in its values or its statement, `everywhere` those that a reader of either language finds;
    `said` the concepts of its statement and of the roles of those whom it names, `called` what it says that firms are.
    """

    names: frozenset[str]
    everywhere: frozenset[str]
    said: frozenset[str]
    called: frozenset[Nature]


class ToldNames:
    """Knows whom facts name; facts are given by their ids."""

    def __init__(self, analyser: Analyser, knowledge: Knowledge, natures: Natures) -> None:
        self._analyser, self._knowledge, self._natures = analyser, knowledge, natures
        self.kind_of = knowledge.kind_of
        self._roles = {one.id: one.role for one in knowledge.entities.values() if one.role}
        few = len(knowledge.facts) <= _REMEMBERED
        self._beforehand = {fact: self._read(fact) for fact in knowledge.facts} if few else {}
        self._told = Remembered(self._read, _REMEMBERED)
        self._called: dict[str, dict[str, str]] = {}
        for fact, told in self._beforehand.items():
            for entity, noun in sorted(told.called):
                self._called.setdefault(noun, {}).setdefault(entity, fact)
        self.firms = Remembered(self._read_firms, _REMEMBERED)

    def of(self, fact: str) -> frozenset[str]:
        """Whom and what a fact names."""
        return self._all(fact).names

    def in_all(self, fact: str) -> frozenset[str]:
        """Whom and what it names in every language."""
        return self._all(fact).everywhere

    def said(self, fact: str) -> frozenset[str]:
        """The concepts that a fact's statement says, or the roles of those whom it names, in either language."""
        return self._all(fact).said

    def called(self, noun: str) -> dict[str, str]:
        """The firms that statements call by a noun, each with the first fact that does; none in a huge folder."""
        return self._called.get(noun, {})

    def nature(self, noun: Unit) -> set[str]:
        """What a noun says that a firm is, as concepts."""
        return self._natures.of(noun)

    def is_firm(self, entity: str) -> bool:
        """Is it a company or the like, neither a place nor a person?"""
        return self.kind_of(entity) not in (PLACE, _PERSON)

    def firms_of(self, entity: str) -> set[str]:
        """A company and those that it is part of."""
        return {whole for whole in self._knowledge.wholes(entity) if self.is_firm(whole)}

    def parties(self, fact: Fact) -> frozenset[str]:
        """The parties of a fact's deal."""
        return frozenset(self._knowledge.deals[fact.deal].parties)

    def _all(self, fact: str) -> Told:
        return self._beforehand.get(fact) or self._told(fact)

    def _read(self, fact: str) -> Told:
        known = self._knowledge.facts[fact]
        told = [(one, clean(literal(known.wording.get(one, "")))) for one in LANGUAGES]
        read = [(one, text, self._analyser.units(text, one)) for one, text in told]
        units = [unit for _, _, said in read for unit in said]
        by_language = [{entity for unit in said for entity in unit.entities} for _, _, said in read]
        named, valued = set().union(*by_language), frozenset(entities_in(known))
        names, everywhere = frozenset(named.union(valued)), frozenset(set.intersection(*by_language).union(valued))
        roles = [role for one in named if (role := self._roles.get(one))]
        units += [unit for role in roles for one in LANGUAGES for unit in self._analyser.units(role.get(one, ""), one)]
        said = {key for unit in units if unit.kind != "entity" for key in unit.keys}
        called = ((one, noun) for one, noun in self._natures.told(read) if self.is_firm(one))
        # most statements name the same in both languages: one set is enough
        return Told(names, names if everywhere == names else everywhere, frozenset(said), frozenset(called))

    def _read_firms(self, fact: str) -> frozenset[str]:
        """The companies that a fact names, and those that these are part of."""
        return frozenset(whole for one in self.of(fact) for whole in self.firms_of(one))

"""Whom and what a fact names, in its values or its statement: read from the statement as a question is read."""

from collections.abc import Iterable

from bot.facts.concerned import entities_in
from bot.facts.model import LANGUAGES, PLACE, Fact, Knowledge
from bot.understanding.analysis import Analyser
from bot.understanding.remembered import Remembered
from bot.understanding.units import Analysis

_PERSON = "person"
_REMEMBERED = 4096


class ToldNames:
    """Knows whom facts name, each read once while it is remembered; facts are given by their ids."""

    def __init__(self, analyser: Analyser, knowledge: Knowledge) -> None:
        self._analyser, self._knowledge = analyser, knowledge
        self.kind_of = knowledge.kind_of
        self.of = Remembered(self._read, _REMEMBERED)
        self.firms = Remembered(self._read_firms, _REMEMBERED)
        self.said = Remembered(self._read_words, _REMEMBERED)

    def is_firm(self, entity: str) -> bool:
        """Is it a company or the like, neither a place nor a person?"""
        return self.kind_of(entity) not in (PLACE, _PERSON)

    def firms_of(self, entity: str) -> set[str]:
        """A company and those that it is part of."""
        return {whole for whole in self._knowledge.wholes(entity) if self.is_firm(whole)}

    def parties(self, fact: Fact) -> frozenset[str]:
        """The parties of a fact's deal."""
        return frozenset(self._knowledge.deals[fact.deal].parties)

    def _read(self, fact: str) -> frozenset[str]:
        known = self._knowledge.facts[fact]
        said = {entity for one in self._statements(fact) for unit in one.names for entity in unit.entities}
        return frozenset(said.union(entities_in(known)))

    def _read_words(self, fact: str) -> frozenset[str]:
        """The concepts that a fact's statement says."""
        return frozenset(key for one in self._statements(fact) for unit in one.contents for key in unit.keys)

    def _statements(self, fact: str) -> Iterable[Analysis]:
        wording = self._knowledge.facts[fact].wording
        return (self._analyser.analyse(wording.get(language, ""), language) for language in LANGUAGES)

    def _read_firms(self, fact: str) -> frozenset[str]:
        """The companies that a fact names, and those that these are part of."""
        return frozenset(whole for one in self.of(fact) for whole in self.firms_of(one))

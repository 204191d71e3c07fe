"""What is to be named, and a fact that names nothing of the kind: "which chains?" isn't answered by "several chains".

Asked by a noun ("which *countries*", "the *name* of the executive"). A fact names what its values hold and what its
statement says by name, except whom the question names itself. A description ("only the best-selling ones") tells which,
but isn't the name of a person.
"""

import re
from collections.abc import Iterable, Sequence

from bot.facts.concerned import entities_in
from bot.facts.model import LANGUAGES, PLACE, Fact, Knowledge
from bot.facts.values import NotDisclosed, TextValue
from bot.understanding.analysis import Analyser
from bot.understanding.answertypes import MEASURED
from bot.understanding.asked import AskedNouns
from bot.understanding.remembered import Remembered
from bot.understanding.scoring import Reading
from bot.understanding.units import Analysis, Unit

RULE = "what is to be named isn't"

_PLACES = frozenset({"country", "city"})
_KINDS = _PLACES | {"company", "organisation"}
"""Kinds of what is asked for by a noun; "who" may be answered in more ways."""

_PERSON, _LISTED, _AGE = "person", "list", "age"
_CAPITAL = re.compile(r"\b[A-Z]\w+")
"""English capitals give names away."""

_NEAR = 0.85
"""So near to the best another must be to take its place."""

_LOOKED_AT = 3

_REMEMBERED = 4096


class Unnamed:
    """Knows whom and what facts name; `names` are concepts that ask for a name, `firms` those that call companies."""

    def __init__(
        self, analyser: Analyser, knowledge: Knowledge, asked: AskedNouns, names: Iterable[str], firms: Iterable[str]
    ) -> None:
        self._analyser, self._knowledge = analyser, knowledge
        self._asked = asked
        self._names, self._firms = frozenset(names), frozenset(firms)
        self._told = Remembered(self._read, _REMEMBERED)
        self._firms_told = Remembered(self._read_firms, _REMEMBERED)

    def asked(self, analysis: Analysis, chosen: Sequence[Reading]) -> bool:
        """Is something to be named of which the chosen facts name nothing?"""
        if "yesno" in analysis.flags or analysis.types & MEASURED:
            return False
        facts = [reading.features.fact for reading in chosen]
        if isinstance(facts[0].value, NotDisclosed):
            return False  # that it isn't known is the answer
        if self._asks_for_a_name(analysis):
            return not any(self._names_a_person(fact) for fact in facts)
        kinds = self._kinds(analysis)
        if not kinds or any(isinstance(value, TextValue) for value in facts[0].values.values()):
            return False
        return not any(self._names_one(fact, kinds, analysis) for fact in facts)

    def ages(self, analysis: Analysis, reading: Reading) -> bool:
        """Is somebody's age asked for, where the fact only dates something else, such as the firm he founded?"""
        named = [one for unit in analysis.names for one in unit.entities]
        persons = bool(named) and all(self._knowledge.kind_of(one) == _PERSON for one in named)
        return persons and _AGE in analysis.types and _AGE not in reading.features.attributes

    def whose(self, analysis: Analysis, readings: Sequence[Reading]) -> list[Reading]:
        """The readings; instead of a best one that names another company, first the one that names those asked for.

        "Who heads A?" isn't answered by who heads B, nor who founded A by what is told of its rival.
        """
        firms = [unit for unit in analysis.names if all(self._is_firm(one) for one in unit.entities)]
        best, *others = readings
        if not firms or all(self._tells_of(best, unit) for unit in firms) or not self._tells_of_others(best, firms):
            return list(readings)
        for other in others[:_LOOKED_AT]:
            if other.features.fact.deal == best.features.fact.deal:
                continue
            near = other.score >= _NEAR * best.score and other.type_fits >= best.type_fits
            if near and all(self._tells_of(other, unit) for unit in firms):
                return [other, *(one for one in others if one is not other)]
        return list(readings)

    def _tells_of(self, reading: Reading, unit: Unit) -> bool:
        """Does a statement name a company, or what is part of it?"""
        return not self._firms_told(reading.features.fact.id).isdisjoint(unit.entities)

    def _tells_of_others(self, reading: Reading, firms: Sequence[Unit]) -> bool:
        """Does a statement name a company that isn't one of these, or part of the same?"""
        asked = {whole for unit in firms for one in unit.entities for whole in self._firms_of(one)}
        told = filter(self._is_firm, self._told(reading.features.fact.id))
        return any(asked.isdisjoint(self._firms_of(one)) for one in told)

    def _firms_of(self, entity: str) -> set[str]:
        """A company and those that it is part of."""
        return {whole for whole in self._knowledge.wholes(entity) if self._is_firm(whole)}

    def _is_firm(self, entity: str) -> bool:
        return self._knowledge.kind_of(entity) not in (PLACE, _PERSON)

    def _kinds(self, analysis: Analysis) -> frozenset[str]:
        """The kinds of what is asked for, by the noun behind "which"."""
        if _LISTED not in analysis.types or not analysis.focus:
            return analysis.types & _KINDS
        nouns = [analysis.units[place] for place in analysis.focus]
        kinds = {kind for noun in nouns for kind in self._asked.of(noun)} & _KINDS
        firms = any(not self._firms.isdisjoint(noun.keys) for noun in nouns)
        return frozenset(kinds | ({"company"} if firms else set()))

    def _names_one(self, fact: Fact, kinds: frozenset[str], analysis: Analysis) -> bool:
        mentioned = {entity for unit in analysis.names for entity in unit.entities}
        named = {self._knowledge.kind_of(one) for one in self._told(fact.id) - mentioned}
        return any(PLACE in named if kind in _PLACES else bool(named - {PLACE, _PERSON}) for kind in kinds)

    def _asks_for_a_name(self, analysis: Analysis) -> bool:
        """Is it the name of a person that is asked for ("the executive's *name*")?"""
        said = any(not self._names.isdisjoint(unit.keys) for unit in analysis.units)
        persons = _PERSON in analysis.types or any(
            _PERSON in self._asked.of(unit) for unit in analysis.contents if unit.kind != "entity"
        )
        return said and persons

    def _names_a_person(self, fact: Fact) -> bool:
        texts = [value.text.get("en", "") for value in fact.values.values() if isinstance(value, TextValue)]
        if any(self._knowledge.kind_of(one) == _PERSON for one in self._told(fact.id)):
            return True
        return any(set(_CAPITAL.findall(text)) - self._words_of_names(text) for text in texts)

    def _words_of_names(self, text: str) -> set[str]:
        """The words of a text that are names of what is known."""
        names = self._analyser.analyse(text, "en").names
        return {word for unit in names for word in _CAPITAL.findall(unit.text)}

    def _read(self, fact: str) -> frozenset[str]:
        """Whom and what a fact names, in its values or its statement."""
        known = self._knowledge.facts[fact]
        read = (self._analyser.analyse(known.wording.get(language, ""), language) for language in LANGUAGES)
        return frozenset(
            (*entities_in(known), *(entity for one in read for unit in one.names for entity in unit.entities))
        )

    def _read_firms(self, fact: str) -> frozenset[str]:
        """The companies that a fact names, and those that these are part of."""
        return frozenset(whole for one in self._told(fact) for whole in self._firms_of(one))

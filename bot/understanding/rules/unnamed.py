"""What is to be named, and a fact that names nothing of the kind: "which chains?" isn't answered by "several chains".

Asked by a noun ("which *countries*", "the *name* of the executive"). A fact names what its values hold and what its
statement says by name, except whom the question names itself. A description ("only the best-selling ones") tells which,
but isn't the name of a person. Nor is whom the question names itself the answer to "which?".
"""

import re
from collections.abc import Iterable, Sequence

from bot.facts.entities import PLACE
from bot.facts.model import Fact
from bot.facts.values import EntityList, EntityValue, NotDisclosed, TextValue, Value
from bot.understanding.language.concepts import AskedConcepts
from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.answertypes import MEASURED
from bot.understanding.utterance.asked import AskedNouns
from bot.understanding.utterance.behindnames import behind_a_name
from bot.understanding.utterance.units import Analysis

RULE = "what is to be named isn't"

_PLACES = frozenset({"country", "city"})
_KINDS = _PLACES | {"company", "organisation"}
"""Kinds of what is asked for by a noun; "who" may be answered in more ways."""

_NEGATION = "negation"
_PERSON, _LISTED = "person", "list"
_WHICH = frozenset({"company", "organisation", _LISTED})
_NEAR, _LOOKED_AT = 0.7, 5
"""So near to the best one that names somebody else must be to take its place, and among how many it is looked for."""
_CAPITAL = re.compile(r"\b[A-Z]\w+")
"""English capitals give names away."""


class Unnamed:
    """Tells such questions; `concepts` tell what asks for a name, or of what kind something is, `firms` call companies.

    The second of these also call what companies have ("which *Whole Foods shops*").
    `states` are those for which a country may stand: its name is that of its government. `described` are attributes
    that tell which by a description.
    """

    def __init__(
        self,
        analyser: Analyser,
        told: ToldNames,
        asked: AskedNouns,
        concepts: AskedConcepts,
        firms: tuple[Iterable[str], Iterable[str]],
        states: Iterable[str],
        described: Iterable[str] = (),
    ) -> None:
        self._analyser, self._told, self._asked = analyser, told, asked
        self._names, self._sorts = frozenset(concepts.names), frozenset(concepts.sorts)
        self._firms, self._shops = map(frozenset, firms)
        self._states = frozenset(states)
        self._described = frozenset(described)

    def first(self, analysis: Analysis, readings: Sequence[Reading]) -> list[Reading]:
        """The readings; instead of a best one that only names those asked about, first one of its deal near it."""
        best = readings[0]
        if not self._names_those_asked_about(analysis, best):
            return list(readings)
        for other in readings[1:_LOOKED_AT]:
            near = other.score >= _NEAR * best.score and other.features.fact.deal == best.features.fact.deal
            if near and other.type_fits and self._firms_of(_entities(other.features.fact.value)) - _mentioned(analysis):
                meant = other._replace(score=best.score, odds=best.odds, votes=best.votes)
                return [meant, *(one for one in readings[1:] if one is not other)]
        return list(readings)

    def _names_those_asked_about(self, analysis: Analysis, reading: Reading) -> bool:
        """Is it asked which firm or the like it is, and does the fact tell none but those named in the question?"""
        if "yesno" in analysis.flags or analysis.types & MEASURED or not analysis.types & _WHICH:
            return False
        fact = reading.features.fact
        told = self._firms_of(_entities(fact.value))
        return bool(told) and self._firms_of(self._told.of(fact.id)) <= _mentioned(analysis)

    def _firms_of(self, entities: Iterable[str]) -> set[str]:
        return {one for one in entities if self._told.is_firm(one)}

    def asked(self, analysis: Analysis, chosen: Sequence[Reading]) -> bool:
        """Is something to be named of which the chosen facts name nothing?"""
        if "yesno" in analysis.flags or analysis.types & MEASURED:
            return False
        facts = [reading.features.fact for reading in chosen]
        if isinstance(facts[0].value, NotDisclosed):
            return False  # that it isn't known is the answer
        if all(self._names_those_asked_about(analysis, reading) for reading in chosen):
            return True
        if self._asks_for_a_name(analysis):
            return not any(self._names_a_person(fact) for fact in facts)
        kinds = self._kinds(analysis)
        if not kinds and _LISTED in analysis.types:
            return all(self._repeats(fact, analysis) for fact in facts)
        if not kinds or facts[0].attribute in self._described:
            return False
        if any(self._says_more(value, analysis) for value in facts[0].values.values() if isinstance(value, TextValue)):
            return False
        return not any(self._names_one(fact, kinds, analysis) for fact in facts)

    def _says_more(self, value: TextValue, analysis: Analysis) -> bool:
        """Does a text say what the question doesn't? Who asks *which embassies* isn't told "with embassies"."""
        asked = {key for unit in analysis.units for key in unit.keys}
        language = analysis.language if analysis.language in value.text else "en"
        told = self._analyser.units(value.text.get(language or "en", ""), language or "en")
        return any(unit.says and asked.isdisjoint(unit.keys) for unit in told)

    def _repeats(self, fact: Fact, analysis: Analysis) -> bool:
        """Is all that a fact tells a text that says no more than the question ("to leave five consortia")?

        One that says what isn't told ("certain criteria; it doesn't name them") is an answer.
        """
        texts = [value for value in fact.values.values() if isinstance(value, TextValue)]
        if not len(texts) == len(fact.values) == 1 or self._says_more(texts[0], analysis):
            return False
        return _NEGATION not in self._analyser.analyse(fact.wording.get("en", ""), "en").flags

    def _kinds(self, analysis: Analysis) -> frozenset[str]:
        """The kinds of what is asked for, by the noun behind "which"; none behind "what type of"."""
        if any(not self._sorts.isdisjoint(unit.keys) for unit in analysis.contents):
            return frozenset()
        nouns, behind = [analysis.units[place] for place in analysis.focus], behind_a_name(analysis)
        if not nouns and any(not self._shops.isdisjoint(noun.keys) for noun in behind):
            return frozenset({"company"})
        nouns = nouns or behind
        if _LISTED not in analysis.types or not nouns:
            return analysis.types & _KINDS
        kinds = {kind for noun in nouns for kind in self._asked.of(noun)} & _KINDS
        firms = any(not self._firms.isdisjoint(noun.keys) for noun in nouns)
        states = any(not self._states.isdisjoint(noun.keys) for noun in nouns)
        return frozenset(kinds | ({"company"} if firms else set()) | ({"country"} if states else set()))

    def _names_one(self, fact: Fact, kinds: frozenset[str], analysis: Analysis) -> bool:
        mentioned = _mentioned(analysis)
        if not any(map(_entities, fact.values.values())):  # "which embassies": not whose platform it is
            mentioned = mentioned.union(*map(self._told.firms_of, mentioned))
        named = {self._told.kind_of(one) for one in self._told.of(fact.id) - mentioned}
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
        if any(self._told.kind_of(one) == _PERSON for one in self._told.of(fact.id)):
            return True
        return any(set(_CAPITAL.findall(text)) - self._words_of_names(text) for text in texts)

    def _words_of_names(self, text: str) -> set[str]:
        """The words of a text that are names of what is known."""
        names = self._analyser.analyse(text, "en").names
        return {word for unit in names for word in _CAPITAL.findall(unit.text)}


def _mentioned(analysis: Analysis) -> set[str]:
    return {entity for unit in analysis.names for entity in unit.entities}


def _entities(value: Value | None) -> tuple[str, ...]:
    """Whom a value names; nobody, if it tells anything else."""
    if isinstance(value, EntityValue):
        return (value.entity,)
    return tuple(value.entities) if isinstance(value, EntityList) else ()

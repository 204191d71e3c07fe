"""Who is it? Questions that hold a person and nothing else: "Who is Ilze Ozola?", "Wer ist Ozola?", "Who is she?".

A person is introduced by the role that the gazetteer tells, beside a fact about them. Its citation stands behind both.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bot.facts.concerned import entities_in
from bot.facts.model import LANGUAGES, Fact, Knowledge
from bot.facts.tells import Tells
from bot.facts.wording import literal
from bot.understanding.readings.scoring import EXPLAINED, Reading, Scorer
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.units import WEIGHT, Analysis, Unit

_OPEN = frozenset({"definition", "person", "text"})
_OTHERWISE = frozenset({"yesno", "negation", "compare", "list"})
_BY_PRONOUN = "who"
"""The operator "who is he", "wer war das": it asks for nothing but who that is."""

_PERSON = "person"
_BESIDE = 0.3
"""What is lighter than this, beside a name, asks for nothing else."""
_ITS_OWN = 0.95
"""How strongly a fact must hold the name to be about its bearer; all facts of a deal hold its parties a bit less."""


class Introductions:
    """Finds who is to be introduced, and the facts that do it."""

    def __init__(self, scorer: Scorer, knowledge: Knowledge, analyser: Analyser) -> None:
        self._scorer = scorer
        self._entities = knowledge.entities
        self._roles = frozenset(knowledge.telling(Tells.ROLE))
        self.analyser = analyser

    def asked(self, analysis: Analysis) -> tuple[str, ...]:
        """The persons of whom an utterance asks who they are, and nothing else; several where they share the name."""
        open_ = bool(analysis.types) and analysis.types <= _OPEN and not analysis.flags & _OTHERWISE
        if not open_ or len(analysis.names) != 1 or any(unit.weight >= _BESIDE for unit in analysis.contents):
            return ()
        named = analysis.names[0].entities
        return named if all(map(self._is_person, named)) else ()

    def referred(self, analysis: Analysis, stated: Iterable[Fact], before: Collection[str]) -> tuple[str, ...]:
        """The persons whom a bare pronoun may mean: those in the facts stated last, if any those not asked about."""
        bare = not analysis.names and not analysis.said
        if not bare or _BY_PRONOUN not in analysis.flags or analysis.flags & _OTHERWISE:
            return ()
        persons = tuple(dict.fromkeys(person for fact in stated for person in self._named(fact)))
        return tuple(person for person in persons if person not in before) or persons

    def told(self, analysis: Analysis, persons: Iterable[str]) -> dict[str, Reading]:
        """Those of the persons whom facts hold, each with the fact that introduces them."""
        asked = replace(analysis, types=frozenset({_PERSON}))
        found = {}
        for person in persons:
            unit = Unit(person, "entity", {f"@{person}": 1.0}, WEIGHT["entity"])
            if introducing := self._introducing(person, self._scorer.readings(asked, (unit,))):
                found[person] = introducing
        return found

    def has_role(self, person: str) -> bool:
        """Does the gazetteer tell what a person is?"""
        return bool(self._entities[person].role)

    def _is_person(self, entity: str) -> bool:
        return entity in self._entities and self._entities[entity].kind == _PERSON

    def _named(self, fact: Fact) -> list[str]:
        """The persons in a fact's values and wording."""
        named = list(entities_in(fact))
        held = {*named, *fact.about, *fact.according_to}
        for language in LANGUAGES:
            for unit in self.analyser.units(literal(fact.wording.get(language, "")), language):
                meant = [entity for entity in unit.entities if entity in held]
                named += meant or unit.entities
        return [entity for entity in dict.fromkeys(named) if self._is_person(entity)]

    def _introducing(self, person: str, readings: Sequence[Reading]) -> Reading | None:
        """The fact that introduces a person: the one on their role, else the best that is about them."""
        strength = {reading.number: reading.features.strength(person) for reading in readings}
        own = [reading for reading in readings if strength[reading.number] >= _ITS_OWN]
        roles = [reading for reading in own if reading.features.attributes & self._roles]
        others = [reading for reading in readings if strength[reading.number] >= EXPLAINED]
        return next(iter((*roles, *own, *others)), None)

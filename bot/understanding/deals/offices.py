"""Who bears an office or a role: "which *ministers*", "who is economics *minister*?", as the gazetteer tells roles."""

from collections.abc import Collection, Mapping, Sequence

from bot.facts.model import Knowledge
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis, Unit

_PERSON = "person"
_FEW = 3


class Offices:
    """Knows them."""

    def __init__(self, knowledge: Knowledge, analyser: Analyser, joints: Joints, words: Vocabulary) -> None:
        self._knowledge, self._analyser, self._belonging = knowledge, analyser, joints.belonging
        kinds = words.lists.kinds
        asked = {concept for concept, kind in words.asked.kinds.items() if kind == _PERSON and concept not in kinds}
        measures = {concept for concept, kind in words.asked.measures.items() if kind == _PERSON}
        self._asked, self._roles = frozenset(asked), frozenset(asked | measures)
        self._callings = words.firms.callings
        self._offices = frozenset(words.lists.offices)

    def roles(self, unit: Unit) -> frozenset[str]:
        """The roles that a noun means, with those that it covers."""
        roles = [key for key in unit.keys if key in self._roles]
        return frozenset((*roles, *(calling for key in roles for calling in self._callings.get(key, ()))))

    def bearers(self, analysis: Analysis, people: Sequence[str]) -> list[str]:
        """Who of the people bears the role that is all that is said ("who is economics minister?"); [] if many do."""
        said = [unit for unit in analysis.contents if unit.says or not self._asked.isdisjoint(unit.keys)]
        role = any(not self._asked.isdisjoint(one.keys) or not self._offices.isdisjoint(one.keys) for one in said)
        if analysis.types != {_PERSON} or analysis.names or not role or len(said) > _FEW:
            return []
        alike = {one: [self._said_of(one, unit) for unit in said] for one in people if self._role(one)}
        most = max((sum(told) for told in alike.values() if all(told)), default=0)
        bearing = [one for one, told in alike.items() if all(told) and sum(told) == most]
        return bearing if len(bearing) <= _FEW else []

    def bears(self, name: str, roles: Collection[str]) -> bool:
        """Does the gazetteer say in every language that a person is that: "king", not "envoy of the king"?"""
        heads = ((language, self._belonging.split(text)[0]) for language, text in self._role(name).items())
        read = [self._analyser.units(head, language) for language, head in heads]
        return bool(read) and all(
            any(key in roles for unit in units for one in (unit, *unit.parts) for key in one.keys) for units in read
        )

    def _role(self, name: str) -> Mapping[str, str]:
        return self._knowledge.entities[name].role or {}

    def _said_of(self, name: str, unit: Unit) -> int:
        """In how many ways the role that the gazetteer tells of a person says what a unit does, or its parts all do."""
        read = [part for language, text in self._role(name).items() for part in self._analyser.units(text, language)]
        keys = {key for one in read for each in (one, *one.parts) for key in each.keys}
        if unit.parts and keys.isdisjoint(unit.keys):
            return int(all(not keys.isdisjoint(piece.keys) for piece in unit.parts))
        return len(keys & unit.keys.keys())

"""What stays of a fact's features once they are in the index: what judging a reading needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from sys import intern

from bot.facts.model import Fact
from bot.understanding.language.once import Once
from bot.understanding.readings.features import FactFeatures
from bot.understanding.utterance.units import Unit


@dataclass(frozen=True, slots=True)
class FactProfile:
    """What judging a reading needs of a fact: what it gives, is about, and is asked with.

    `names` and `nearby` (those of its deal) are entity keys, `homes` those of countries where somebody in it is only at
    home; `operators` are like "only", "besides", "exactly".
    """

    fact: Fact
    gives: frozenset[str]
    attributes: frozenset[str]
    asked: int
    names: Mapping[str, float]
    nearby: Mapping[str, float]
    operators: frozenset[str]
    homes: frozenset[str]

    def strength(self, entity: str) -> float:
        """How strongly the fact itself holds an entity; 0 if it doesn't."""
        return self.names.get(f"@{entity}", 0.0)

    def strength_in_deal(self, entity: str) -> float:
        """How strongly the fact or its deal holds an entity."""
        return max(self.strength(entity), self.nearby.get(f"@{entity}", 0.0))

    def holds(self, name: Unit, least: float) -> bool:
        """Does the fact itself hold one of those whom a name may stand for at least so strongly?"""
        return any(self.strength(entity) >= least for entity in name.entities)

    @classmethod
    def of(cls, features: FactFeatures, nearby: Mapping[str, float], once: Once[frozenset[str]]) -> "FactProfile":
        """The profile of a fact whose features are in the index; what is `nearby` may become known later.

        `once` shares equal sets with other profiles.
        """
        fact = features.fact
        names = {key: strength for key, strength in features.keys.items() if key[0] == "@"}
        operators = once(frozenset(intern(key[1:]) for key in features.counts if key[0] == "!"))
        attributes = once(frozenset((fact.attribute, *fact.also)))
        gives, homes = once(features.gives), once(features.homes)
        return cls(fact, gives, attributes, features.asked, names, nearby, operators, homes)

"""What stays of a fact's features once they are in the index: what judging a reading needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.facts.model import Fact
from bot.understanding.features import FactFeatures


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

    @classmethod
    def of(cls, features: FactFeatures, nearby: Mapping[str, float] | None = None) -> "FactProfile":
        """The profile of a fact whose features are in the index; what is `nearby` may become known later."""
        fact = features.fact
        names = {key: strength for key, strength in features.keys.items() if key[0] == "@"}
        operators = frozenset(key[1:] for key in features.counts if key[0] == "!")
        attributes = frozenset((fact.attribute, *fact.also))
        near = {} if nearby is None else nearby
        return cls(fact, features.gives, attributes, features.asked, names, near, operators, features.homes)

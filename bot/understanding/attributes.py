"""Which side of a deal an utterance asks for, whether or not a fact tells it.

An attribute recognised that no fact in question holds is the best ground for "the sources don't say". Attributes are
found like facts are: by keys (their cues) and by example questions (their templates), with names left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.facts.model import Attribute
from bot.understanding.features import Example, FeatureBuilder
from bot.understanding.index import FactIndex
from bot.understanding.reach import Reach
from bot.understanding.scoring import SATISFIED_BY
from bot.understanding.units import Unit

_NEAR = 12
_TELLING = 3
_COVER, _EXAMPLE, _ASKS = 0.6, 0.4, 0.08


@dataclass(frozen=True, slots=True)
class AttributeFeatures:
    """What an attribute is recognised by: the keys of its cues, its templates as units."""

    attribute: str
    keys: Mapping[str, float]
    examples: tuple[tuple[frozenset[str], float], ...]
    asks: frozenset[str]


@dataclass(frozen=True, slots=True)
class AttributeReading:
    """An attribute that an utterance asks for, with how well it explains the words that aren't names (0 to 1)."""

    attribute: str
    score: float


def _sized(templates: Iterable[Example]) -> tuple[tuple[frozenset[str], float], ...]:
    """Templates as sets of keys with the number of their units."""
    return tuple((template.keys, float(len(template.loads))) for template in templates)


class AttributeFinder:
    """Finds attributes by their cues and templates."""

    def __init__(self, attributes: Mapping[str, Attribute], builder: FeatureBuilder) -> None:
        self._features = [
            AttributeFeatures(
                name, builder.cue_keys(name), _sized(builder.template_examples(name)), frozenset(attribute.asks)
            )
            for name, attribute in attributes.items()
        ]
        self._index = FactIndex(self._features, ())

    def is_telling(self, unit: Unit) -> bool:
        """Does a unit speak for one or two attributes only, as "telephone number" does?"""
        return any(1 <= self._index.spread(key) <= _TELLING for key in unit.keys if key[0] != "~")

    def readings(self, units: Sequence[Unit], types: frozenset[str]) -> list[AttributeReading]:
        """The attributes that units speak for, best first; a cue shared by many attributes says less."""
        if not units:
            return []
        weights = [unit.weight * (0.3 + 0.7 * self._index.rarity(unit)) for unit in units]
        reach = Reach(self._index, units, weights)
        total = sum(weights) or 1.0
        found = []
        for number in self._index.candidates(units, weights, _NEAR):
            features = self._features[number]
            cover = (
                sum(w * self._index.match(u, features.keys, {}) for u, w in zip(units, weights, strict=True)) / total
            )
            likeness = max(
                (reach.likeness(keys, size) for keys, size in features.examples),
                default=0.0,
            )
            asks = any(features.asks & SATISFIED_BY.get(kind, {kind}) for kind in types)
            score = _COVER * cover + _EXAMPLE * likeness + (_ASKS if asks else 0.0)
            found.append(AttributeReading(features.attribute, score))
        return sorted(found, key=lambda reading: (-reading.score, reading.attribute))

    def sides(self, units: Sequence[Unit], types: frozenset[str], own: set[str]) -> tuple[float, float]:
        """How strongly the best of the given attributes speaks for the question, and how strongly the best other."""
        readings = self.readings(units, types)
        mine = next((reading.score for reading in readings if reading.attribute in own), 0.0)
        other = next((reading.score for reading in readings if reading.attribute not in own), 0.0)
        return mine, other

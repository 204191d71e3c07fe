"""Which side of a deal an utterance asks for, whether or not a fact tells it.

An attribute recognised that no fact in question holds is the best ground for "the sources don't say". Cues are looked up
by feature key; a cue of several words needs all of them.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.facts.model import Attribute
from bot.understanding.analysis import Analyser
from bot.understanding.scoring import SATISFIED_BY
from bot.understanding.units import Unit


@dataclass(frozen=True, slots=True)
class AttributeReading:
    """An attribute that cues speak for: its weight, and the units that speak."""

    attribute: str
    score: float
    units: tuple[Unit, ...]


class AttributeFinder:
    """Finds attributes by their cues."""

    def __init__(self, attributes: Mapping[str, Attribute], analyser: Analyser) -> None:
        self._attributes = attributes
        self._cues: dict[str, list[tuple[str, tuple[frozenset[str], ...]]]] = defaultdict(list)
        spread: dict[str, set[str]] = defaultdict(set)
        for attribute in attributes.values():
            for language, words in attribute.words.items():
                for cue in words.cues:
                    groups = tuple(frozenset(unit.keys) for unit in analyser.units(cue, language))
                    for key in {key for group in groups for key in group}:
                        self._cues[key].append((attribute.id, groups))
                        spread[key].add(attribute.id)
        self._spread = {key: len(ids) for key, ids in spread.items()}

    def is_cue(self, unit: Unit) -> bool:
        """Does a unit speak for any attribute?"""
        return any(key in self._cues for key in unit.keys)

    def readings(self, units: Sequence[Unit], types: frozenset[str]) -> list[AttributeReading]:
        """The attributes that units speak for, best first; a cue shared by many attributes says less."""
        scores: dict[str, dict[int, float]] = defaultdict(dict)
        present = {key for unit in units for key in unit.keys}
        for place, unit in enumerate(units):
            for key, strength in unit.keys.items():
                for attribute, groups in self._cues.get(key, ()):
                    if not all(group & present for group in groups):
                        continue
                    weight = strength * unit.weight * (1.0 + 0.3 * (len(groups) - 1)) / (self._spread[key] ** 0.4)
                    if weight > scores[attribute].get(place, 0.0):
                        scores[attribute][place] = weight
        readings = [
            AttributeReading(
                attribute,
                sum(places.values()) * (1.25 if self._asks(attribute, types) else 1.0),
                tuple(units[place] for place in sorted(places)),
            )
            for attribute, places in scores.items()
        ]
        return sorted(readings, key=lambda reading: (-reading.score, reading.attribute))

    def lead_of_others(self, units: Sequence[Unit], types: frozenset[str], sides: set[str]) -> float:
        """How far another attribute leads over those given in speaking for the question, 0 to 1."""
        readings = self.readings(units, types)
        other = next((reading.score for reading in readings if reading.attribute not in sides), 0.0)
        own = next((reading.score for reading in readings if reading.attribute in sides), 0.0)
        return max(0.0, min(1.0, other - own))

    def _asks(self, attribute: str, types: frozenset[str]) -> bool:
        asks = set(self._attributes[attribute].asks)
        return any(asks & SATISFIED_BY.get(kind, {kind}) for kind in types)

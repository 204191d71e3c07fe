"""A question turned around: which of its units each feature key would explain, and how well.

Made once a question, so that comparing it with an example costs the intersection of two sets of keys.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.understanding.index import FactIndex
from bot.understanding.units import Unit


class Reach:
    """What a question's units reach. `weights` are those that count in examples."""

    def __init__(self, index: FactIndex[Any], units: Sequence[Unit], weights: Sequence[float]) -> None:
        self._weights = weights
        self._total = sum(weights)
        self._names = [
            [key for key in unit.keys if key[0] == "@"]
            for unit in units
            if unit.kind == "entity" and unit.weight >= 1.0
        ]
        self._places = [list(index.reach(unit)) for unit in units]
        self._by_key: dict[str, list[tuple[int, float]]] = {}
        for place, reached in enumerate(self._places):
            for key, strength in reached:
                self._by_key.setdefault(key, []).append((place, strength))
        self._keys = frozenset(self._by_key)
        self._shared: dict[frozenset[str], float] = {}

    def likeness(self, keys: frozenset[str], total: float) -> float:
        """Weighted Dice coefficient of the question's units and an example's keys with their total weight."""
        hits = keys & self._keys
        if not hits:
            return 0.0
        shared = self._shared.get(hits)
        if shared is None:
            shared = self._shared[hits] = self._weigh(hits)
        return 2 * shared / (self._total + total)

    def _weigh(self, hits: frozenset[str]) -> float:
        matched: dict[int, float] = {}
        for key in hits:
            for place, strength in self._by_key[key]:
                if strength > matched.get(place, 0.0):
                    matched[place] = strength
        return sum(self._weights[place] * strength for place, strength in matched.items())

    def central(self, place: int, frequency: Mapping[str, float]) -> float:
        """How central a unit is to a fact: the root of the share of examples that hold it."""
        share = 0.0
        for key, strength in self._places[place]:
            held = frequency.get(key)
            if held is not None and held * strength > share:
                share = held * strength
        return float(share**0.5)

    def core(self, core: Sequence[tuple[str, float]]) -> float:
        """How much of a fact's core the question holds."""
        total = held = 0.0
        for key, weight in core:
            total += weight
            if key in self._keys:
                held += weight * max(strength for _, strength in self._by_key[key])
        return held / total if total else 1.0

    def names_missing(self, keys: frozenset[str]) -> int:
        """How many of the question's names an example doesn't hold."""
        return sum(not any(key in keys for key in names) for names in self._names)

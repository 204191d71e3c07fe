"""The inverted index: from feature keys to the facts that hold them, so that no question looks at all facts.

The rarest keys of a question choose the candidates; common ones only weigh among them.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Generic, Protocol, TypeVar

from bot.understanding.units import Unit

RELATED = 0.55
"""How far a related concept counts ("parcel" where the fact says "goods")."""

_THEME = 0.5
_LONGEST_POSTING = 600
_EMPTY: "array[int]" = array("I")
_ENOUGH = 24


class Keyed(Protocol):
    """Anything that is found by feature keys."""

    @property
    def keys(self) -> Mapping[str, float]:
        """The keys, each with its strength."""


Held = TypeVar("Held", bound=Keyed)


class FactIndex(Generic[Held]):
    """Facts (or attributes) by feature key. `rarity` is 0 for a key that all hold, 1 for one that none or one holds."""

    def __init__(self, facts: Sequence[Held], related: Iterable[tuple[str, str]]) -> None:
        self.facts = tuple(facts)
        postings: dict[str, array[int]] = {}
        for number, features in enumerate(self.facts):
            for key in features.keys:
                postings.setdefault(key, array("I")).append(number)
        self._postings = postings
        self._related: dict[str, list[str]] = defaultdict(list)
        for one, other in related:
            self._related[one].append(other)
            self._related[other].append(one)
        self._rarities: dict[str, float] = {}
        self._log_all = log(1 + max(len(self.facts), 1))

    def __contains__(self, key: str) -> bool:
        return key in self._postings

    def spread(self, key: str) -> int:
        """How many hold a key."""
        return len(self._postings.get(key, ()))

    def rarity(self, unit: Unit) -> float:
        """How much a unit tells facts apart: that of its most telling key that some fact holds."""
        held = [len(self._postings[key]) for key in unit.keys if key in self._postings]
        if not held and unit.parts:
            return max(self.rarity(part) for part in unit.parts)
        return 1.0 - log(min(held)) / self._log_all if held else 1.0

    def key_rarity(self, key: str) -> float:
        """The rarity of one key."""
        found = self._rarities.get(key)
        if found is None:
            found = self._rarities[key] = 1.0 - log(max(len(self._postings.get(key, ())), 1)) / self._log_all
        return found

    def match(self, unit: Unit, keys: Mapping[str, float], theme: Mapping[str, float]) -> float:
        """How well a fact's keys, or else its deal's theme, explain a unit, 0 to 1."""
        best = 0.0
        for key, strength in unit.keys.items():
            held = keys.get(key)
            if held is not None and held * strength > best:
                best = held * strength
        if best < RELATED:
            for key, strength in unit.keys.items():
                for other in self._related.get(key, ()):
                    held = keys.get(other)
                    if held is not None and held * strength * RELATED > best:
                        best = held * strength * RELATED
        if unit.parts and best < 1.0:
            *modifiers, head = unit.parts
            share = 0.4 / len(modifiers) if modifiers else 0.0
            parts = (0.6 if modifiers else 1.0) * self.match(head, keys, theme)
            parts += sum(share * self.match(part, keys, theme) for part in modifiers)
            best = max(best, parts * 0.95)
        if best < _THEME:
            best = max(best, max((theme.get(key, 0.0) for key in unit.keys), default=0.0))
        return best

    def candidates(self, units: Sequence[Unit], weights: Sequence[float], most: int = _ENOUGH) -> list[int]:
        """The facts that share the most telling keys with the units, best first."""
        totals: dict[int, float] = defaultdict(float)
        ranked = sorted(zip(units, weights, strict=True), key=lambda pair: -pair[1])
        for unit, weight in ranked:
            for number, strength in self._hits(unit, bool(totals)).items():
                totals[number] += weight * strength
        return sorted(totals, key=lambda number: (-totals[number], number))[:most]

    def _hits(self, unit: Unit, have_candidates: bool) -> dict[int, float]:
        """Facts that a unit speaks for; a key held by very many facts is passed over once there are candidates."""
        hits: dict[int, float] = {}
        for key, strength in self.reach(unit):
            posting = self._postings.get(key, _EMPTY)
            if have_candidates and len(posting) > _LONGEST_POSTING:
                continue
            for number in posting[: 4 * _LONGEST_POSTING]:
                found = self.facts[number].keys[key] * strength
                if found > hits.get(number, 0.0):
                    hits[number] = found
        return hits

    def reach(self, unit: Unit) -> Iterable[tuple[str, float]]:
        """The keys that explain a unit, with how well: its own, related ones, those of its parts."""
        for key, strength in unit.keys.items():
            yield key, strength
            for other in self._related.get(key, ()):
                yield other, strength * RELATED
        for part in unit.parts:
            for key, strength in self.reach(part):
                yield key, strength * 0.6

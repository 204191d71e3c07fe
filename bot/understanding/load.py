"""What a unit of an example weighs: less if many facts hold it, and little if it is a name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log


@dataclass(frozen=True)
class Softness:
    """How much a unit that all facts hold still weighs, and what a name weighs among examples."""

    floor: float
    name: float


class Load:
    """Weighs units by the number of facts that hold their keys (`spreads`)."""

    def __init__(self, spreads: Mapping[str, int], log_all: float, softness: Softness) -> None:
        self._spreads, self._log_all, self._softness = spreads, log_all, softness
        self._rarities: dict[str, float] = {}

    def __call__(self, weight: float, keys: Sequence[str]) -> float:
        """What a unit of this weight with these keys adds to its example."""
        rarity = max((self._rarity(key) for key in keys), default=1.0)
        floor = self._softness.floor
        name = self._softness.name if keys and keys[0][0] == "@" else 1.0
        return weight * (floor + (1 - floor) * rarity) * name

    def _rarity(self, key: str) -> float:
        if key not in self._rarities:
            self._rarities[key] = 1.0 - log(max(self._spreads.get(key, 0), 1)) / self._log_all
        return self._rarities[key]

"""What a unit of an example weighs: less if many facts hold it, and little if it is a name."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.readings.rarity import Rarity


@dataclass(frozen=True)
class Softness:
    """How much a unit that all facts hold still weighs, and what a name weighs among examples."""

    floor: float
    name: float


class Load:
    """Weighs units by the rarity of their keys among facts."""

    def __init__(self, rarity: Rarity, softness: Softness) -> None:
        self._rarity, self._softness = rarity, softness

    def __call__(self, weight: float, keys: Sequence[str]) -> float:
        """What a unit of this weight with these keys adds to its example."""
        rarity = max((self._rarity.of_key(key) for key in keys), default=1.0)
        floor = self._softness.floor
        name = self._softness.name if keys and keys[0][0] == "@" else 1.0
        return weight * (floor + (1 - floor) * rarity) * name

"""How much a key tells things apart: 0 for one that all of them hold, 1 for one that none or only one holds.

Used wherever words are weighed: among facts, among their example questions, among attributes.
"""

from collections.abc import Callable
from math import log

from bot.understanding.utterance.units import Unit


class Rarity:
    """The rarities of the keys of `count` things; `spread` says how many of these hold a key."""

    def __init__(self, spread: Callable[[str], int | None], count: int) -> None:
        self._spread = spread
        self._log_all = log(1 + max(count, 1))
        self._known: dict[str, float] = {}

    def of_key(self, key: str) -> float:
        """The rarity of one key."""
        if key not in self._known:
            self._known[key] = 1.0 - log(max(self._spread(key) or 0, 1)) / self._log_all
        return self._known[key]

    def of(self, unit: Unit) -> float:
        """That of a unit's most telling key which something holds; else that of its parts."""
        held = [key for key in unit.keys if self._spread(key)]
        if not held and unit.parts:
            return max(self.of(part) for part in unit.parts)
        return max((self.of_key(key) for key in held), default=1.0)

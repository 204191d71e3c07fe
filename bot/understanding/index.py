"""All facts as arrays over feature keys, so that a question is held against all of them at once.

What a fact holds, what the other facts of its deal hold (its theme), how usual a key is in its examples, how telling it
is for it, and the examples themselves: each a table of postings.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from bot.understanding.examples import ExampleTable, padded
from bot.understanding.features import FactFeatures, FactProfile
from bot.understanding.odds import Odds
from bot.understanding.postings import Numbers, Postings, Relations, Strengths, Widened, strongest
from bot.understanding.units import Unit

_FEW, _CLOSING = 10.0, 1.5
"""From this many examples of its own a fact listens less to related words, and how much less."""

HEAD, PARTS = 0.6, 0.95
"""What the head of a compound counts of it, and how well all of its parts explain it."""


@dataclass(frozen=True)
class Softness:
    """How much a unit that all facts hold still weighs, and what a name weighs among examples."""

    floor: float
    name: float


class FactIndex:
    """Facts by feature key. `rarity` is 0 for a key that all hold, 1 for one that none or one holds."""

    def __init__(
        self,
        features: Sequence[FactFeatures],
        related: Relations,
        softness: Softness,
        background: Mapping[str, float],
        attributes: Mapping[str, int],
    ) -> None:
        held = Postings(one.keys for one in features)
        self._log_all = log(1 + max(len(features), 1))
        opened = openness(features)
        self.held = Widened(held, related, opened)
        deals = list(dict.fromkeys(one.fact.deal for one in features))
        themes = {one.fact.deal: one.theme for one in features}
        self._themes = Postings(themes[deal] for deal in deals)
        numbers = {deal: number for number, deal in enumerate(deals)}
        self._deal: Numbers = np.array([numbers[one.fact.deal] for one in features], np.int32)
        self._usual = Widened(Postings(one.frequency for one in features), related, opened)
        self.odds = Odds([one.counts for one in features], [one.asked for one in features], background)
        self.examples = ExampleTable(features, related, opened, self._load(softness))
        self.facts = tuple(FactProfile.of(one) for one in features)
        places = [[attributes[name] for name in one.attributes if name in attributes] for one in self.facts]
        self._attributes = padded(places, len(attributes))

    def __contains__(self, key: str) -> bool:
        return key in self.held.postings

    def rarity(self, unit: Unit) -> float:
        """How much a unit tells facts apart: that of its most telling key that some fact holds."""
        held = [spread for key in unit.keys if (spread := self.held.postings.spread(key))]
        if not held and unit.parts:
            return max(self.rarity(part) for part in unit.parts)
        return 1.0 - log(min(held)) / self._log_all if held else 1.0

    def match(self, unit: Unit) -> Strengths:
        """How well each fact's keys, or else its deal's theme, explain a unit, 0 to 1."""
        best = explained(self.held, unit)
        return np.maximum(best, explained(self._themes, unit)[self._deal])

    def by_attribute(self, scores: Strengths) -> Strengths:
        """For each fact the best score of its attributes."""
        best: Strengths = np.append(scores, np.float32(0))[self._attributes].max(axis=1)
        return best

    def central(self, reached: Sequence[tuple[str, float]]) -> Strengths:
        """How central what a unit reaches is to each fact: the root of the share of its examples that hold it."""
        return np.sqrt(self._usual.best(reached))

    def _load(self, softness: Softness) -> "Load":
        return Load(self.held.postings, self._log_all, softness)


class Load:
    """What a unit of an example weighs: less if many facts hold it, and little if it is a name."""

    def __init__(self, held: Postings, log_all: float, softness: Softness) -> None:
        self._held, self._log_all, self._softness = held, log_all, softness
        self._rarities: dict[str, float] = {}

    def __call__(self, weight: float, keys: Sequence[str]) -> float:
        """What a unit of this weight with these keys adds to its example."""
        rarity = max((self._rarity(key) for key in keys), default=1.0)
        floor = self._softness.floor
        name = self._softness.name if keys and keys[0][0] == "@" else 1.0
        return weight * (floor + (1 - floor) * rarity) * name

    def _rarity(self, key: str) -> float:
        if key not in self._rarities:
            self._rarities[key] = 1.0 - log(max(self._held.spread(key), 1)) / self._log_all
        return self._rarities[key]


def openness(features: Sequence[FactFeatures]) -> Strengths:
    """How far each fact lets related words count: in full with few examples of its own, less with many."""
    return np.array([min(1.0, (_FEW / max(one.asked, 1)) ** _CLOSING) for one in features], np.float32)


def explained(held: Postings | Widened, unit: Unit) -> Strengths:
    """How well each thing's keys explain a unit, by itself or by the pieces of a compound, 0 to 1."""
    best = strongest(held, unit.keys.items())
    if unit.parts:
        *modifiers, head = unit.parts
        parts = (HEAD if modifiers else 1.0) * explained(held, head)
        for part in modifiers:
            parts = parts + (1 - HEAD) / len(modifiers) * explained(held, part)
        best = np.maximum(best, parts * np.float32(PARTS))
    return best


def reach(unit: Unit) -> list[tuple[str, float]]:
    """The keys that a unit reaches in examples, with how well: its own and those of its parts."""
    reached = list(unit.keys.items())
    for part in unit.parts:
        reached += [(key, strength * HEAD) for key, strength in reach(part)]
    return reached


def background(features: Sequence[FactFeatures]) -> dict[str, float]:
    """How usual each key is in example questions of whatever fact or gap, 0 to 1."""
    counts: Counter[str] = Counter()
    for one in features:
        counts.update(one.counts)
    total = max(1, sum(one.asked for one in features))
    return {key: count / total for key, count in counts.items()}

"""Regions and the places in them: what holds throughout Europe is said of Poland, who asks of Europe asks of Cambridge.

"In no other European country" answers a question for Warsaw as well; and a fact that tells a place answers one for the
region in which it lies ("where in Europe", "did they start in Asia").
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from bot.facts.concerned import entities_in
from bot.facts.model import Fact, Knowledge
from bot.understanding.readings.gathered import Numbers
from bot.understanding.utterance.units import Unit

THROUGHOUT, WITHIN = 0.9, 0.7
"""How well a fact holds a place of the region that it speaks of, and a region in which it tells a place."""


class Regions:
    """Knows which facts hold a place or region that they don't name."""

    def __init__(self, knowledge: Knowledge, facts: Iterable[Fact]) -> None:
        self._knowledge = knowledge
        throughout: dict[str, set[int]] = defaultdict(set)
        telling: dict[str, set[int]] = defaultdict(set)
        for number, fact in enumerate(facts):
            for region in fact.throughout:
                for country in self._countries(region) or (region,):
                    throughout[country].add(number)
            for place in filter(knowledge.is_place, entities_in(fact)):
                for whole in knowledge.wholes(place):
                    telling[whole].add(number)
        self._throughout, self._telling = _arrays(throughout), _arrays(telling)

    def holding(self, unit: Unit) -> list[tuple[Numbers, float]]:
        """The facts that hold the place or region that a unit names, and how well; none if it may be anything else."""
        named = unit.entities
        if not named or not all(self._knowledge.is_place(one) for one in named):
            return []
        wholes = {whole for one in named for whole in self._knowledge.wholes(one)} if self._throughout else set[str]()
        within = {country for one in named for country in self._countries(one)}
        found = [(self._throughout[whole], THROUGHOUT) for whole in wholes if whole in self._throughout]
        return found + [(self._telling[country], WITHIN) for country in within if country in self._telling]

    def _countries(self, region: str) -> Sequence[str]:
        known = self._knowledge.entities.get(region)
        return known.countries if known else ()


def _arrays(found: Mapping[str, Iterable[int]]) -> dict[str, Numbers]:
    return {name: np.array(sorted(numbers), np.int32) for name, numbers in found.items()}

"""Which deals of a large folder a question is held against: those that share most of its telling words.

A word that many deals hold chooses none of them, unless too little else is said. What is chosen is looked at in full,
so that what is left out is only what shares next to nothing with the question.
"""

from collections.abc import Sequence

import numpy as np

from bot.understanding.readings.bythings import ranges
from bot.understanding.readings.gathered import Gathered, Numbers, Strengths, spans
from bot.understanding.readings.postings import Postings, strongest

_MOST = 32
"""As many deals are looked at."""

_COMMON = 0.05
"""A word that this share of all deals holds only chooses where rarer ones have not found as many."""


class Shortlist:
    """Chooses among facts (and gaps) by the deals that they belong to.

    `held` are the keys of all facts, and behind them those of their deals' themes; `homes` is the deal of each.
    """

    def __init__(self, held: Gathered, homes: Sequence[int], facts: int) -> None:
        self._homes: Numbers = np.array(homes[:facts], np.int32)
        self._sizes: Numbers = np.bincount(self._homes, minlength=max(homes) + 1)
        self._starts: Numbers = np.cumsum(self._sizes) - self._sizes
        self._members: Numbers = np.argsort(self._homes, kind="stable").astype(np.int32)
        self._deals = _by_deal(held, np.array(homes, np.int32), len(self._sizes))

    def choose(
        self, reached: Sequence[Sequence[tuple[str, float]]], weights: Sequence[float], favoured: Sequence[int] = ()
    ) -> Numbers:
        """The facts of the deals that share most, in ascending order; `reached` are the keys of each unit."""
        common = _COMMON * self._deals.count
        spread = [sum(self._deals.spread(key) for key, _ in keys) for keys in reached]
        points = np.zeros(self._deals.count, np.float32)
        for place in sorted(range(len(reached)), key=spread.__getitem__):
            if spread[place] > common and np.count_nonzero(points) >= _MOST:
                break
            if spread[place]:
                points += np.float32(weights[place]) * strongest(self._deals, reached[place])
        deals = _highest(points, _MOST)
        if len(favoured):
            deals = np.union1d(deals, self._homes[list(favoured)])
        return np.sort(self._members[ranges(self._starts[deals], self._sizes[deals])])


def _by_deal(held: Gathered, homes: Numbers, count: int) -> Postings:
    """How well each deal holds each key: as well as the one of its facts that holds it best."""
    keys, deals = held.keys(), homes[held.things()]
    order = np.lexsort((deals, keys))
    keys, deals = keys[order], deals[order]
    new = np.ones(len(keys), np.bool_)
    new[1:] = (keys[1:] != keys[:-1]) | (deals[1:] != deals[:-1])
    firsts = np.flatnonzero(new)
    best = np.maximum.reduceat(held.strengths()[order], firsts) if len(firsts) else held.strengths()
    return Postings.of_rows(count, deals[firsts], best, spans(held.names, keys[firsts]))


def _highest(points: Strengths, most: int) -> Numbers:
    """Where the highest points are; of equal ones the first."""
    found = np.flatnonzero(points > 0)
    if len(found) <= most:
        return found
    own = points[found]
    last = np.sort(own)[len(own) - most]  # most are equal, which `partition` takes its time for
    above = found[own > last]
    return np.concatenate([above, found[own == last][: most - len(above)]])

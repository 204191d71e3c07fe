"""Which deals of a large folder a question is held against: those that share most of its telling words.

A word that many deals hold chooses none of them, unless too little else is said. What is chosen is looked at in full,
so that what is left out is only what shares next to nothing with the question.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from bot.understanding.bythings import ranges
from bot.understanding.gathered import Numbers, Strengths
from bot.understanding.postings import Postings

_MOST = 64
"""As many deals are looked at."""

_COMMON = 0.1
"""A word that this share of all facts holds only chooses where rarer ones have not found as many."""


class Shortlist:
    """Chooses among facts (and gaps) by the deals that they belong to.

    `table` holds them from number 0 on, and the deals' themes from `themes` on, in the order of deals; `homes` is the
    deal of each fact.
    """

    def __init__(self, table: Postings, homes: Sequence[int], themes: slice) -> None:
        self._table = table
        self._homes: Numbers = np.array(homes, np.int32)
        self._themes = themes
        self._deals = max(*homes, themes.stop - themes.start) + 1
        self._members = np.argsort(self._homes, kind="stable").astype(np.int32)
        self._sizes = np.bincount(self._homes, minlength=self._deals)
        self._starts = np.cumsum(self._sizes) - self._sizes

    def choose(
        self, reached: Sequence[Sequence[tuple[str, float]]], weights: Sequence[float], favoured: Sequence[int] = ()
    ) -> Numbers:
        """The facts of the deals that share most, in ascending order; `reached` are the keys of each unit."""
        common = _COMMON * len(self._homes)
        spread = [sum(self._table.spread(key) for key, _ in keys) for keys in reached]
        points = np.zeros(self._deals, np.float32)
        for place in sorted(range(len(reached)), key=spread.__getitem__):
            if spread[place] > common and np.count_nonzero(points) >= _MOST:
                break
            points += np.float32(weights[place]) * self._held(reached[place])
        deals = _highest(points, _MOST)
        if len(favoured):
            deals = np.union1d(deals, self._homes[list(favoured)])
        return np.sort(self._members[ranges(self._starts[deals], self._sizes[deals])])

    def _held(self, keys: Iterable[tuple[str, float]]) -> Strengths:
        """How well each deal holds a unit."""
        held = np.zeros(self._deals, np.float32)
        for key, strength in keys:
            row = self._table.row(key)
            if row is None:
                continue
            numbers, strengths = row
            facts, begins, ends = np.searchsorted(numbers, (len(self._homes), self._themes.start, self._themes.stop))
            reached = strengths * np.float32(strength)
            np.maximum.at(held, self._homes[numbers[:facts]], reached[:facts])
            np.maximum.at(held, numbers[begins:ends] - self._themes.start, reached[begins:ends])
        return held


def _highest(points: Strengths, most: int) -> Numbers:
    """Where the highest points are; of equal ones the first."""
    found = np.flatnonzero(points)
    if len(found) <= most:
        return found
    own = points[found]
    last = np.partition(own, len(own) - most)[len(own) - most]
    above = found[own > last]
    return np.concatenate([above, found[own == last][: most - len(above)]])

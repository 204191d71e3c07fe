"""The keys of each thing, so that a few things make postings of their own without a look at all the others."""

from collections.abc import Iterable

import numpy as np

from bot.understanding.readings.gathered import Gathered, Numbers, Spans, Strengths
from bot.understanding.readings.postings import Postings


class ByThing:
    """What was gathered, in the order of things."""

    def __init__(self, held: Gathered) -> None:
        self._names = dict(held.names)
        self._sizes = held.sizes()
        self._starts = np.cumsum(self._sizes, dtype=np.int64) - self._sizes
        self._keys: Numbers = held.keys()
        self._strengths: Strengths = held.strengths()

    def only(self, things: Numbers, wanted: Iterable[str]) -> Postings:
        """Postings of these things, numbered anew in this order, with the rows of the wanted keys alone."""
        known = [key for key in dict.fromkeys(wanted) if key in self._names]
        places = np.zeros(len(self._names), np.int16)
        places[[self._names[key] for key in known]] = np.arange(1, len(known) + 1)
        sizes = self._sizes[things]
        entries = ranges(self._starts[things], sizes)
        place = places[self._keys[entries]]
        kept = np.flatnonzero(place > 0)
        kept = kept[np.argsort(place[kept], kind="stable")]
        numbers = np.repeat(np.arange(len(things), dtype=np.int32), sizes)[kept]
        spans = Spans(known, np.bincount(place[kept], minlength=len(known) + 1)[1:].tolist())
        return Postings.of_rows(len(things), numbers, self._strengths[entries[kept]], spans)


def ranges(starts: Numbers, sizes: Numbers) -> Numbers:
    """All numbers of several ranges, one range after the other."""
    before = np.cumsum(sizes) - sizes
    return np.repeat(starts - before, sizes) + np.arange(int(sizes.sum()))

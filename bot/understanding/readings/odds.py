"""How telling a question's keys are for each fact: how much more often its examples hold them than examples at large.

The sum of logarithms of these ratios, smoothed towards what is usual, is naive Bayes without priors: it hears the whole
question where a single nearest example doesn't, and it is the sharper the more examples a fact has.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from typing import Self

import numpy as np

from bot.understanding.readings.altered import altered
from bot.understanding.readings.bythings import ByThing
from bot.understanding.readings.gathered import Gathered, Numbers, Strengths
from bot.understanding.readings.postings import Postings, summed
from bot.understanding.utterance.units import Analysis, Unit

_SMOOTHING = 5.0
"""As many imagined examples of the usual make-up as each fact starts with."""

_LEAST = -2.0
"""What a missing key may cost at most: a fact with many examples may still be asked for in a new way."""

_MOST = 200_000
"""As many odds are remembered while they are worked out: keys, counts and numbers of examples come back."""

_PART, _FLAG = 0.7, 0.5


class Odds:
    """The odds of all facts of an index; `by_fact` lets some of them be looked at without the others."""

    def __init__(
        self, counts: Iterable[Mapping[str, int]] | Gathered, asked: Sequence[int], *, by_fact: bool = False
    ) -> None:
        held = counts if isinstance(counts, Gathered) else Gathered(counts)
        usual = _usual(held, sum(asked))
        missing = [max(_LEAST, log(_SMOOTHING / (number + _SMOOTHING))) for number in asked]
        self._missing: Strengths = np.array(missing, np.float32)

        @lru_cache(maxsize=_MOST)
        def tells(key: int, count: float, number: int) -> float:
            ratio = (count + _SMOOTHING * usual[key]) / ((number + _SMOOTHING) * usual[key])
            return max(_LEAST, log(ratio)) - max(_LEAST, log(_SMOOTHING / (number + _SMOOTHING)))

        # one after the other out of the arrays: as lists they would take more memory than all else at that time
        numbers = np.repeat(np.array(asked, np.int32), held.sizes())
        held.weigh(map(tells, held.keys().data, held.strengths().data, numbers.data))
        self._held = Postings(held)
        self._by_fact = ByThing(held) if by_fact else None
        self._only: Numbers | None = None

    def only(self, facts: Numbers) -> Self:
        """The odds of these facts, in this order."""
        return altered(self, _only=facts, _missing=self._missing[facts])

    def of(self, analysis: Analysis, units: Sequence[Unit]) -> Strengths:
        """The odds of each fact for a question: a sum over its keys, near 0 where nothing speaks for or against."""
        said = {key: strength for key, strength in spoken(analysis, units).items() if key in self._held}
        held = self._held if self._only is None or self._by_fact is None else self._by_fact.only(self._only, said)
        return summed(held, said.items()) + self._missing * np.float32(sum(said.values()))


def _usual(counts: Gathered, asked: int) -> list[float]:
    """How usual each key is in example questions of whatever fact, 0 to 1."""
    totals = np.bincount(counts.keys(), counts.strengths(), len(counts.names)).tolist()
    return [total / max(1, asked) for total in totals]


def spoken(analysis: Analysis, units: Iterable[Unit]) -> dict[str, float]:
    """What a question says, as keys with how surely: its units, the kinds of answer asked for, its operators."""
    said: dict[str, float] = {}
    for unit in units:
        _say(said, unit, unit.weight if unit.weight < _LIGHT else 1.0)
    said.update((f"?{kind}", 1.0) for kind in analysis.types)
    said.update((f"!{flag}", 0.0 if flag in _UNWEIGHED else _FLAG) for flag in analysis.flags)
    return said


_LIGHT = 0.5
_UNWEIGHED = frozenset({"ordering", "wishing", "wholly", "seated"})
"""Operators that decide what a yes would say, and hardly which fact is asked for."""


def _say(said: dict[str, float], unit: Unit, factor: float) -> None:
    for key, strength in unit.keys.items():
        said[key] = max(strength * factor, said.get(key, 0.0))
    for part in unit.parts:
        _say(said, part, factor * _PART)

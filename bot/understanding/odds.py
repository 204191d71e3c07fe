"""How telling a question's keys are for each fact: how much more often its examples hold them than examples at large.

The sum of logarithms of these ratios, smoothed towards what is usual, is naive Bayes without priors: it hears the whole
question where a single nearest example doesn't, and it is the sharper the more examples a fact has.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Self

import numpy as np

from bot.understanding.altered import altered
from bot.understanding.bythings import ByThing
from bot.understanding.gathered import Gathered, Numbers, Strengths
from bot.understanding.postings import Postings, summed
from bot.understanding.units import Analysis, Unit

_SMOOTHING = 5.0
"""As many imagined examples of the usual make-up as each fact starts with."""

_LEAST = -2.0
"""What a missing key may cost at most: a fact with many examples may still be asked for in a new way."""

_PART, _FLAG = 0.7, 0.5


class Odds:
    """The odds of all facts of an index; `by_fact` lets some of them be looked at without the others."""

    def __init__(self, counts: Sequence[Mapping[str, int]], asked: Sequence[int], *, by_fact: bool = False) -> None:
        background = _usual(counts, asked)
        missing = [max(_LEAST, log(_SMOOTHING / (number + _SMOOTHING))) for number in asked]
        self._missing: Strengths = np.array(missing, np.float32)
        held = Gathered(
            {
                key: max(
                    _LEAST, log((count + _SMOOTHING * background[key]) / ((number + _SMOOTHING) * background[key]))
                )
                - absent
                for key, count in held.items()
            }
            for held, number, absent in zip(counts, asked, missing, strict=True)
        )
        self._held = Postings(held)
        self._by_fact = ByThing(held) if by_fact else None
        self._only: Numbers | None = None
        self._usual = frozenset(background)

    def only(self, facts: Numbers) -> Self:
        """The odds of these facts, in this order."""
        return altered(self, _only=facts, _missing=self._missing[facts])

    def of(self, analysis: Analysis, units: Sequence[Unit]) -> Strengths:
        """The odds of each fact for a question: a sum over its keys, near 0 where nothing speaks for or against."""
        said = {key: strength for key, strength in spoken(analysis, units).items() if key in self._usual}
        held = self._held if self._only is None or self._by_fact is None else self._by_fact.only(self._only, said)
        return summed(held, said.items()) + self._missing * np.float32(sum(said.values()))


def _usual(counts: Sequence[Mapping[str, int]], asked: Sequence[int]) -> dict[str, float]:
    """How usual each key is in example questions of whatever fact, 0 to 1."""
    totals: Counter[str] = Counter()
    for one in counts:
        totals.update(one)
    total = max(1, sum(asked))
    return {key: count / total for key, count in totals.items()}


def spoken(analysis: Analysis, units: Iterable[Unit]) -> dict[str, float]:
    """What a question says, as keys with how surely: its units, the kinds of answer asked for, its operators."""
    said: dict[str, float] = {}
    for unit in units:
        _say(said, unit, unit.weight if unit.weight < _LIGHT else 1.0)
    said.update((f"?{kind}", 1.0) for kind in analysis.types)
    said.update((f"!{flag}", _FLAG) for flag in analysis.flags)
    return said


_LIGHT = 0.5


def _say(said: dict[str, float], unit: Unit, factor: float) -> None:
    for key, strength in unit.keys.items():
        said[key] = max(strength * factor, said.get(key, 0.0))
    for part in unit.parts:
        _say(said, part, factor * _PART)

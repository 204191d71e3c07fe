"""Which example questions for yes or no decide another question: those that say the same of the same.

A wrong "no" comes from one word that an example holds and the question doesn't ("is it the *second* one?"), a wrong
"yes" from one that the question has more. So names swapped, "only" and "every" missing, a word of what is denied left
out keep an example from deciding anything.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Self

import numpy as np
import numpy.typing as npt

from bot.understanding.altered import altered
from bot.understanding.example import Example
from bot.understanding.gathered import Numbers, Strengths
from bot.understanding.layout import Look
from bot.understanding.units import SAID, Analysis, Unit

DECISIVE, APART, _NAME_MISSING = 0.72, 0.15, 0.15
"""To decide yes or no an example must be this alike, and this much nearer than any to the contrary; each name that the
one holds and the other lacks takes it further away."""

_WHOLE = 0.8
"""What says less of an example asks something wider: "is it a supermarket?" isn't "has it only one supermarket?"."""

_HELD = 0.5
"""How well an example must hold each word of the question."""

_TURNING = frozenset({"!every", "!each", "!only", "!outside", "!other_one"})
"""What says of which all something is asked: an example that isn't asked so decides nothing."""

_ONLY, _EXISTS = "!only", "exists"

Flags = npt.NDArray[np.bool_]


class Polar:
    """The yes/no examples among all, by their places; `asking` says which examples are such ones."""

    def __init__(self, examples: Sequence[Example | None]) -> None:
        decided = [0 if one is None or one.polarity is None else 2 * one.polarity - 1 for one in examples]
        self._polarity = np.array(decided, np.int8)
        self._places: Numbers = np.arange(len(examples), dtype=np.int32)
        polar = [(place, one) for place, one in enumerate(examples) if one and one.polarity is not None]
        self._named = {place: names for place, one in polar if len(names := _names(one)) > 1}
        self._turned = {place: frozenset(key for key in one.said if key in _TURNING) for place, one in polar}
        self._denied = {
            place: [frozenset(keys) for weight, keys in one.loads if weight >= SAID or keys[:1] == (_ONLY,)]
            for place, one in polar
            if one.polarity is False
        }

    @property
    def asking(self) -> Flags:
        """Which of the examples ask for yes or no?"""
        asks: Flags = self._polarity != 0
        return asks

    def only(self, chosen: Numbers) -> Self:
        """The same of these examples, numbered anew in this order."""
        return altered(self, _polarity=self._polarity[chosen], _places=self._places[chosen])

    def of(self, values: Strengths, polarity: int) -> Strengths:
        """The values of those to which a fact says yes (1) or no (-1), 0 for the others."""
        return np.where(self._polarity == polarity, values, np.float32(0))

    def deciding(
        self,
        look: Look,
        analysis: Analysis,
        units: Iterable[Unit],
        missing: Strengths,
        strange: Strengths,
        share: Strengths,
    ) -> Strengths:
        """How alike each example is to a question that it may decide, 0 for those that may not.

        `missing` and `strange` count the names that the example lacks and those that the question does; `share` is how
        much of the example the question says.
        """
        units = tuple(units)
        values: Strengths = look.own - np.float32(_NAME_MISSING) * (missing + strange)
        values[(missing > 0) & (strange > 0)] = 0  # somebody else
        strict = (self._polarity < 0) | (_EXISTS in analysis.flags)  # "is there any *detail*?"
        values[(look.turns < _HELD) | (strict & (look.least < _HELD)) | (share < _WHOLE)] = 0
        near = np.nonzero((values >= DECISIVE) & self.asking)[0].tolist()
        keys = {key for unit in units for one in (unit, *unit.parts) for key in one.keys}
        turns = _TURNING & {f"!{flag}" for flag in analysis.flags}
        values[[*self._otherwise(turns, near), *self._unsaid(keys, near)]] = 0
        return values

    def reversed(self, names: Sequence[frozenset[str]], near: Flags) -> list[int]:
        """Those of the near examples that hold the question's names the other way round.

        "Does A belong to B?" isn't "Does B belong to A?"; whether it means the same (a passive) isn't known.
        """
        found = []
        for place in np.nonzero(near)[0].tolist():
            order = self._named.get(int(self._places[place]), ())
            at = [next((n for n, keys in enumerate(names) if key in keys), -1) for key in order]
            known = [n for n in at if n >= 0]
            if known != sorted(known):
                found.append(place)
        return found

    def strangers(self, names: Sequence[frozenset[str]], near: Flags) -> list[int]:
        """Those of the near examples that hold as many names as the question, but not the same."""
        known = frozenset().union(*names)
        found = []
        for place in np.nonzero(near)[0].tolist():
            order = self._named.get(int(self._places[place]), ())
            if len(order) <= len(names) and not known.issuperset(order):
                found.append(place)
        return found

    def _unsaid(self, keys: Collection[str], near: Iterable[int]) -> list[int]:
        """The denied ones of which a word isn't among those of the question, by all its keys."""
        places = ((place, self._denied.get(int(self._places[place]), ())) for place in near)
        return [place for place, words in places if any(word.isdisjoint(keys) for word in words)]

    def _otherwise(self, turns: Collection[str], near: Iterable[int]) -> list[int]:
        """Those that aren't asked with these words ("for *every* brand?")."""
        nothing = frozenset[str]()
        return [place for place in near if not self._turned.get(int(self._places[place]), nothing).issuperset(turns)]


def _names(example: Example) -> tuple[str, ...]:
    """The names of an example in their order."""
    return tuple(keys[0] for _, keys in example.loads if keys and keys[0][0] == "@")

"""Which example questions for yes or no decide another question: those that say the same of the same.

A wrong "no" comes from one word that an example holds and the question doesn't ("is it the *second* one?"), a wrong
"yes" from one that the question has more. So names swapped, "only" and "every" missing, a word of what is denied left
out keep an example from deciding anything.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Self

import numpy as np
import numpy.typing as npt

from bot.understanding.language.once import Once
from bot.understanding.readings.altered import altered
from bot.understanding.readings.example import Example
from bot.understanding.readings.gathered import Numbers, Strengths
from bot.understanding.readings.layout import Look
from bot.understanding.utterance.units import SAID, Analysis, Unit

DECISIVE, APART, _NAME_MISSING = 0.72, 0.15, 0.15
"""To decide yes or no an example must be this alike, and this much nearer than any to the contrary; each name that the
one holds and the other lacks takes it further away."""

_WHOLE = 0.8
"""What says less of an example asks something wider: "is it a supermarket?" isn't "has it only one supermarket?"."""

_HELD = 0.5
"""How well an example must hold each word of the question."""

_TURNING = frozenset({"!every", "!each", "!only", "!outside", "!other_one"})
"""What says of which all something is asked: an example that isn't asked so decides nothing."""

_BY_NOW = frozenset({"!already", "!past"})
"""What asks whether something has come to be."""

_ONLY, _EXISTS = "!only", "exists"

Flags = npt.NDArray[np.bool_]


class Polar:
    """The yes/no examples among all: `places` says where they stand, `asking` which of all examples they are."""

    def __init__(self, examples: Sequence[Example | None]) -> None:
        once = Once[frozenset[str]]()
        polar = [(place, one) for place, one in enumerate(examples) if one and one.polarity is not None]
        self.asking: Flags = np.zeros(len(examples), np.bool_)
        self.asking[[place for place, _ in polar]] = True
        self.places: Numbers = np.flatnonzero(self.asking)
        self._numbers: Numbers = np.arange(len(polar), dtype=np.int32)
        self._yes: Flags = np.array([one.polarity is True for _, one in polar], np.bool_)
        names = [_names(one) for _, one in polar]
        self._names = [order if len(order) > 1 else () for order in names]
        self._naming: Flags = np.array([len(order) > 1 for order in names], np.bool_)
        self._turned = [once(_TURNING.intersection(one.said)) for _, one in polar]
        self._denied = [[once(word) for word in _said_of(one)] if one.polarity is False else [] for _, one in polar]

    def only(self, chosen: Numbers) -> Self:
        """The same of these examples, numbered anew in this order."""
        asking = self.asking[chosen]
        kept = np.searchsorted(self.places, chosen[asking])
        shorter = {name: getattr(self, name)[kept] for name in ("_numbers", "_yes", "_naming")}
        return altered(self, asking=asking, places=np.flatnonzero(asking), **shorter)

    def saying(self, values: Strengths, *, yes: bool) -> Numbers:
        """Which of those with a value a fact says yes to, or no; as numbers among the yes/no examples."""
        return np.flatnonzero((values > 0) & (self._yes == yes))

    def deciding(
        self,
        look: Look,
        analysis: Analysis,
        units: Iterable[Unit],
        missing: Strengths,
        strange: Strengths,
        share: Strengths,
    ) -> Strengths:
        """How alike each yes/no example is to a question that it may decide, 0 for those that may not.

        `missing` and `strange` count the names that the example lacks and those that the question does; `share` is how
        much of the example the question says. All are of all examples.
        """
        units, here = tuple(units), self.places
        own, missing, strange = look.own[here], missing[here], strange[here]
        values: Strengths = own - np.float32(_NAME_MISSING) * (missing + strange)
        values[(missing > 0) & (strange > 0)] = 0  # somebody else
        strict = ~self._yes | (_EXISTS in analysis.flags)  # "is there any *detail*?"
        wider = share[here] < _WHOLE
        values[(look.turns[here] < _HELD) | (strict & (look.least[here] < _HELD)) | wider] = 0
        near = np.flatnonzero(values >= DECISIVE).tolist()
        flags = {f"!{flag}" for flag in analysis.flags}
        keys = {key for unit in units for one in (unit, *unit.parts) for key in one.keys} | flags
        turns = _TURNING & flags
        values[[*self._otherwise(turns, near), *self._unsaid(keys, near)]] = 0
        return values

    def reversed(self, names: Sequence[frozenset[str]], near: Flags) -> list[int]:
        """Those of the near ones that hold the question's names the other way round; `near` is of yes/no examples.

        "Does A belong to B?" isn't "Does B belong to A?"; whether it means the same (a passive) isn't known.
        """
        found = []
        for at, order in self._naming_among(near):
            places = [next((n for n, keys in enumerate(names) if key in keys), -1) for key in order]
            known = [n for n in places if n >= 0]
            if known != sorted(known):
                found.append(at)
        return found

    def strangers(self, names: Sequence[frozenset[str]], near: Flags) -> list[int]:
        """Those of the near ones that hold as many names as the question, but not the same."""
        known = frozenset().union(*names)
        among = self._naming_among(near)
        return [at for at, order in among if len(order) <= len(names) and not known.issuperset(order)]

    def _naming_among(self, near: Flags) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Those of the near ones that hold several names, with these."""
        for at in np.flatnonzero(near & self._naming).tolist():
            yield at, self._names[self._numbers[at]]

    def _unsaid(self, keys: Collection[str], near: Iterable[int]) -> list[int]:
        """The denied ones of which a word isn't among those of the question, by all its keys."""
        return [at for at in near if any(word.isdisjoint(keys) for word in self._denied[self._numbers[at]])]

    def _otherwise(self, turns: Collection[str], near: Iterable[int]) -> list[int]:
        """Those that aren't asked with these words ("for *every* brand?")."""
        return [at for at in near if not self._turned[self._numbers[at]].issuperset(turns)]


def _said_of(example: Example) -> Iterator[frozenset[str]]:
    """The words of which each must be said for an example's no to hold, by their keys; and that it is asked of now.

    That it hasn't begun *yet* doesn't deny that it will.
    """
    yield from (frozenset(keys) for weight, keys in example.loads if weight >= SAID or keys[:1] == (_ONLY,))
    if not _BY_NOW.isdisjoint(example.said):
        yield _BY_NOW


def _names(example: Example) -> tuple[str, ...]:
    """The names of an example in their order."""
    return tuple(keys[0] for _, keys in example.loads if keys and keys[0][0] == "@")

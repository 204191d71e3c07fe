"""One example question or template as feature keys, and what a fact's examples have in common."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.understanding.language.once import Once
from bot.understanding.readings.odds import spoken
from bot.understanding.utterance.units import Analysis

Load = tuple[float, tuple[str, ...]]
"""The weight of a unit and its own keys."""


@dataclass(frozen=True, slots=True)
class Example:
    """An example question as feature keys; `polarity` is True for yes, False for no, None for other questions.

    `loads` holds each unit's weight and own keys; `said` are the keys by which its odds are counted.
    """

    loads: tuple[Load, ...]
    types: frozenset[str]
    polarity: bool | None
    share: float
    said: tuple[str, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all its units."""
        return frozenset(key for _, held in self.loads for key in held)


def example_of(analysis: Analysis, polarity: bool | None, share: float, once: Once[Load]) -> Example:
    """An analysed text as an example; `once` shares equal units with other examples, as most words come again."""
    loads = tuple(
        once((unit.weight, (*unit.keys, *(key for part in unit.parts for key in part.keys)))) for unit in analysis.units
    )
    return Example(loads, analysis.types, polarity, share, tuple(spoken(analysis, analysis.units)))


def frequency(examples: list[Example]) -> dict[str, float]:
    """The share of examples that hold each key (a stem only where it has no concept)."""
    counts: Counter[str] = Counter()
    for example in examples:
        held: set[str] = set()
        for _, keys in example.loads:
            telling = [key for key in keys if key[0] != "~"]
            held.update(telling or keys)
        counts.update(held)
    return {key: count / len(examples) for key, count in counts.items()}


def counted(examples: Iterable[Example]) -> Counter[str]:
    """In how many examples each key is said."""
    return Counter(key for example in examples for key in example.said)


def held_shares(examples: Sequence[frozenset[str]]) -> dict[str, float]:
    """The share of examples that hold each key, by the keys of each."""
    counts = Counter(chain.from_iterable(examples))
    return {key: count / len(examples) for key, count in counts.items()}

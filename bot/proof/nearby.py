"""The questions of other facts that come nearest to one fact: those that it may take, or be told beside.

Used by `run_bot.py check --fact`, which would have to ask every question of the folder otherwise.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt
from typing import Protocol

from bot.facts.model import Fact
from bot.proof.examples import Example, examples_of
from bot.understanding.readings.reaching import reach
from bot.understanding.utterance.units import Unit

_Words = list[tuple[frozenset[str], float]]
"""The keys that each word of a question reaches, with the word's weight."""


class Reads(Protocol):
    """What is needed of the analyser."""

    def units(self, text: str, language: str) -> tuple[Unit, ...]:
        """The words of a text that say something."""


def nearest(fact: Fact, others: Iterable[Example], reads: Reads, most: int) -> list[Example]:
    """At most so many of the others, in their order: those of whose telling words the fact's own questions say most.

    A word counts by the share of the fact's questions that say it, and the more the fewer of the others do.
    """
    own = [_words(example, reads) for example in examples_of([fact])]
    held = {key: sqrt(count / len(own)) for key, count in _spread(own).items()}
    asked = [(example, _words(example, reads)) for example in others]
    rare = {key: log(1 + len(asked) / count) for key, count in _spread([words for _, words in asked]).items()}
    shares = [_share(words, held, rare) for _, words in asked]
    kept = sorted(range(len(asked)), key=lambda place: -shares[place])[:most]
    return [asked[place][0] for place in sorted(kept)]


def _words(example: Example, reads: Reads) -> _Words:
    units = reads.units(example.question, example.language)
    return [(frozenset(key for key, _ in reach(unit)), unit.weight) for unit in units]


def _spread(questions: Sequence[_Words]) -> Counter[str]:
    """How many of the questions say each key."""
    return Counter(key for words in questions for key in frozenset().union(*(keys for keys, _ in words)))


def _share(words: _Words, held: dict[str, float], rare: dict[str, float]) -> float:
    """How much of a question the fact says, 0 to 1."""
    weights = [weight * max((rare[key] for key in keys), default=0.0) for keys, weight in words]
    said = [max((held.get(key, 0.0) for key in keys), default=0.0) for keys, _ in words]
    return sum(weight * share for weight, share in zip(weights, said, strict=True)) / (sum(weights) or 1.0)

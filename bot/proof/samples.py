"""A part of the example questions that stands for all of them, where asking all takes too long.

Between `examples` and the proofs that ask: `run_bot.py check --robust --sample N`, and the project's own tests.
"""

from collections import defaultdict
from collections.abc import Sequence
from random import Random

from bot.proof.examples import Example


def sample_of(examples: Sequence[Example], most: int, seed: int = 0) -> list[Example]:
    """At most so many of the examples, in their order; the same ones for the same seed.

    Each fact has one in each language as long as there is room, then in proportion to its examples. What is drawn in
    one language says nothing about the other.
    """
    if most >= len(examples):
        return list(examples)
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, example in enumerate(examples):
        groups[example.fact.id, example.language].append(place)
    turns: list[tuple[bool, float, int]] = []
    for (fact, language), places in groups.items():
        chance = Random(f"{seed} {language} {fact}")  # noqa: S311 (no secret)
        chance.shuffle(places)
        start = chance.random()
        turns += [(turn > 0, (turn + start) / len(places), place) for turn, place in enumerate(places)]
    return [examples[place] for place in sorted(place for _, _, place in sorted(turns)[:most])]

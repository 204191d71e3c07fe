"""The example questions asked once: which facts they reach, which questions miss, and which collide with another fact.

Stands behind `run_bot.py check` and `check --fact`; `bot.proof.remedies` says what an editor can do about a miss.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.facts.model import Fact, Knowledge
from bot.proof.examples import Asked, Example, Recognises, Way, ask, examples_of


@dataclass(frozen=True)
class Examination:
    """The example questions of a knowledge, asked."""

    facts: tuple[Fact, ...]
    asked: tuple[Asked, ...]

    @cached_property
    def misses(self) -> tuple[Asked, ...]:
        """The questions that don't reach their fact."""
        return tuple(asked for asked in self.asked if asked.way is not Way.REACHED)

    @property
    def collisions(self) -> tuple[Asked, ...]:
        """The questions that another fact alone takes."""
        return tuple(asked for asked in self.misses if asked.collides)

    @property
    def reached(self) -> int:
        """How many questions reach their fact."""
        return len(self.asked) - len(self.misses)

    @property
    def share(self) -> float:
        """The share of questions that reach their fact; 1 when there are none."""
        return self.reached / len(self.asked) if self.asked else 1.0

    @cached_property
    def by_fact(self) -> Mapping[str, Sequence[Asked]]:
        """What was asked for each fact."""
        found: dict[str, list[Asked]] = {fact.id: [] for fact in self.facts}
        for asked in self.asked:
            found[asked.example.fact.id].append(asked)
        return found

    @property
    def lost(self) -> tuple[Fact, ...]:
        """The facts that none of their own questions reaches."""
        return tuple(
            fact for fact in self.facts if all(asked.way is not Way.REACHED for asked in self.by_fact[fact.id])
        )

    @cached_property
    def guests(self) -> Mapping[str, Sequence[Asked]]:
        """For each fact the questions of other facts that state it, too."""
        found: dict[str, list[Asked]] = defaultdict(list)
        for asked in self.asked:
            for winner in asked.winners:
                if winner != asked.example.fact.id:
                    found[winner].append(asked)
        return found


def examine(knowledge: Knowledge, recogniser: Recognises, examples: Iterable[Example] | None = None) -> Examination:
    """Ask every example question, or these."""
    facts = tuple(knowledge.facts.values())
    asked = examples_of(facts) if examples is None else examples
    return Examination(facts, tuple(ask(recogniser, example) for example in asked))

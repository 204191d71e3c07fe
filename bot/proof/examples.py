"""The example questions of the facts, and what the recogniser makes of each.

First station of the proving room. A question reaches its fact when the fact is among those chosen to be stated.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.facts.model import Fact
from bot.understanding.judging.recognition import Recognition, Verdict


class Recognises(Protocol):
    """What the proofs need of the recogniser."""

    def recognise(self, text: str) -> Recognition:
        """Understand one utterance, without a conversation."""


class Way(StrEnum):
    """What became of a question."""

    REACHED = "reached"
    ANOTHER = "another"
    CLARIFIED = "clarified"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Example:
    """One example question as it stands in the fact's file: `form` is questions, yes or no; `number` from 1."""

    fact: Fact
    form: str
    language: str
    number: int
    question: str

    @property
    def file(self) -> str:
        """The deal's file in the knowledge folder."""
        return self.fact.file

    @property
    def key(self) -> str:
        """Where the question stands in it."""
        return self.fact.place(f"{self.form}.{self.language}[{self.number}]")


@dataclass(frozen=True, slots=True)
class Asked:
    """An example as it was asked (`text`, which may be a variant of the question) and what came of it."""

    example: Example
    text: str
    way: Way
    recognition: Recognition

    @property
    def winners(self) -> tuple[str, ...]:
        """The facts that would be stated."""
        return tuple(reading.features.fact.id for reading in self.recognition.chosen)

    @property
    def collides(self) -> bool:
        """Does another fact alone take the question?"""
        return self.way is Way.ANOTHER and len(self.winners) == 1


def examples_of(facts: Iterable[Fact]) -> Iterator[Example]:
    """Every example question of the facts."""
    for fact in facts:
        for form, questions in (("questions", fact.questions), ("yes", fact.yes), ("no", fact.no)):
            for language, texts in questions.items():
                for number, text in enumerate(texts, 1):
                    yield Example(fact, form, language, number, text)


def ask(recogniser: Recognises, example: Example, text: str | None = None) -> Asked:
    """Ask an example, or a variant of it, in a conversation of its own."""
    asked = example.question if text is None else text
    recognition = recogniser.recognise(asked)
    return Asked(example, asked, _way(example.fact, recognition), recognition)


def _way(fact: Fact, recognition: Recognition) -> Way:
    chosen = {reading.features.fact.id for reading in recognition.chosen}
    match recognition.verdict:
        case Verdict.ANSWER:
            return Way.REACHED if fact.id in chosen else Way.ANOTHER
        case Verdict.DEALS:  # a list of deals that holds the right one leads there, one without it misleads
            return Way.CLARIFIED if fact.deal in recognition.deals else Way.ANOTHER
        case Verdict.CLARIFY:
            return Way.CLARIFIED
        case _:
            return Way.REFUSED

"""A small knowledge folder with the real engine, and recognitions made by hand."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from bot.facts.model import Knowledge
from bot.proof.examples import Example, examples_of
from bot.understanding.build import Understanding, build_understanding
from bot.understanding.judging.recognition import Recognition, Verdict
from bot.understanding.language.vocabulary import Vocabulary, load_vocabulary
from bot.understanding.recogniser import Recogniser
from bot.understanding.utterance.smalltalk import SmallTalk
from tests.apps import LOCALES

Made = Callable[..., Recognition]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(LOCALES)


@pytest.fixture(scope="session")
def understanding(small: Knowledge, vocabulary: Vocabulary) -> Understanding:
    return build_understanding(vocabulary, small)


@pytest.fixture(scope="session")
def recogniser(small: Knowledge, vocabulary: Vocabulary, understanding: Understanding) -> Recogniser:
    return Recogniser(understanding, small, SmallTalk(vocabulary.words))


@pytest.fixture(scope="session")
def made(small: Knowledge, recogniser: Recogniser) -> Made:
    """Makes a recognition of a verdict that chose some facts, with readings as the engine gives them."""
    readings = {
        fact.id: reading
        for fact in small.facts.values()
        for reading in recogniser.recognise(fact.questions["en"][0]).readings
        if reading.features.fact.id == fact.id
    }
    pattern = recogniser.recognise("When was the night train agreed?")

    def make(verdict: Verdict, *facts: str, deals: tuple[str, ...] = (), rule: str = "") -> Recognition:
        chosen = tuple(readings[fact] for fact in facts)
        return replace(pattern, verdict=verdict, readings=chosen, chosen=chosen, deals=deals, rule=rule)

    return make


class Scripted:
    """A recogniser that knows its answers by heart; all else is silence. Remembers what it was asked."""

    def __init__(self, answers: Mapping[str, Recognition], otherwise: Recognition) -> None:
        self._answers = answers
        self._otherwise = otherwise
        self.heard: list[str] = []

    def recognise(self, text: str) -> Recognition:
        self.heard.append(text)
        return self._answers.get(text, self._otherwise)


def examples(knowledge: Knowledge, fact: str) -> list[Example]:
    """The examples of one fact."""
    return list(examples_of([knowledge.facts[fact]]))


def answers_all(knowledge: Knowledge, made: Made) -> dict[str, Recognition]:
    """Every example answered with its own fact."""
    return {
        example.question: made(Verdict.ANSWER, example.fact.id) for example in examples_of(knowledge.facts.values())
    }

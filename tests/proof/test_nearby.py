from dataclasses import replace

import pytest

from bot.facts.model import Fact, Knowledge
from bot.proof.examples import Example, examples_of
from bot.proof.nearby import nearest
from bot.understanding.build import Understanding


@pytest.fixture(scope="module")
def others(small: Knowledge) -> list[Example]:
    """Questions of another fact, nearer and farther ones."""
    texts = ("How many would sleep?", "Who pays for the wagons?", "When was the night train agreed?", "What of Spain?")
    other = replace(small.facts["survey/sleepers"], questions={"en": texts}, yes={}, no={})
    return list(examples_of([other]))


@pytest.fixture(scope="module")
def contract(small: Knowledge) -> Fact:
    return small.facts["night-train/contract"]


def found(fact: Fact, others: list[Example], understanding: Understanding, most: int) -> list[str]:
    return [example.question for example in nearest(fact, others, understanding.hearing.analyser, most)]


def test_what_says_most_of_what_the_fact_is_asked_with_comes_nearest(
    contract: Fact, others: list[Example], understanding: Understanding
) -> None:
    assert found(contract, others, understanding, 1) == ["When was the night train agreed?"]


def test_they_stay_in_their_order(contract: Fact, others: list[Example], understanding: Understanding) -> None:
    three = found(contract, others, understanding, 3)
    assert len(three) == 3
    assert three == [example.question for example in others if example.question in three]


def test_a_fact_without_questions_has_no_nearer_ones(
    contract: Fact, others: list[Example], understanding: Understanding
) -> None:
    silent = replace(contract, questions={}, yes={}, no={})
    assert len(found(silent, others, understanding, 2)) == 2

"""How many there are, and how many there are to be."""

import pytest

from tests.apps import reply

PLANNED, TOLD = "tmall-brands/new_brands", "tmall-brands/brand_count"


@pytest.mark.parametrize(
    "question",
    [
        "Wie viele Marken sollen zu Tmall Global kommen?",
        "Wie viele Marken will Tmall Global dazuholen?",
        "How many brands are to join Tmall Global?",
    ],
)
def test_a_verb_of_what_is_to_be_asks_for_the_plan(question: str) -> None:
    assert reply(question).facts == (PLANNED,)


@pytest.mark.parametrize(
    "question",
    [
        "How many brands are on Tmall Global?",
        "Wie viele Marken sind auf Tmall Global?",
        "Wie viele Marken sollen auf Tmall Global vertreten sein?",  # hearsay
        "Ich will wissen, wie viele Marken auf Tmall Global sind",
        "Wie viele Marken hat Tmall Global, die nach China wollen?",
        "How many brands will I find on Tmall Global?",
    ],
)
def test_without_it_what_is_told_of_now_answers(question: str) -> None:
    assert reply(question).facts[0] == TOLD

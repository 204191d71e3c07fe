"""What a second question leaves out because the first one has said it."""

import pytest

from tests.apps import reply


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        (
            "How many countries are on Tmall Global's pavilions and how many support Safe.Shop?",
            ("tmall-pavilions/participant_count", "safe-shop/countries"),
        ),
        (
            "Wie viele Länder sind bei den Pavillons dabei und wie viele bei Safe.Shop?",
            ("tmall-pavilions/participant_count", "safe-shop/countries"),
        ),
        (
            "New brand on Tmall Global: how many days to open the shop, versus how many to reach the million?",
            ("tmall-brands/registration_time", "tmall-brands/sales_period"),
        ),
    ],
)
def test_the_noun_that_was_counted_is_heard_again(question: str, facts: tuple[str, ...]) -> None:
    assert reply(question).facts == facts


@pytest.mark.parametrize(
    "question",
    [
        "Wie viele Tage hat man bei Tmall Global zur Eröffnung, wie viele für die erste Million, was dauert länger?",
        "How many days does one have at Tmall Global to open and how many for the first million, which takes longer?",
    ],
)
def test_a_last_part_that_only_compares_is_not_said_to_be_untold(question: str) -> None:
    said = reply(question)
    assert set(said.facts) == {"tmall-brands/registration_time", "tmall-brands/sales_period"}
    assert "say nothing" not in said.text
    assert "sagen unsere Quellen nichts" not in said.text


@pytest.mark.parametrize(
    "question",
    [
        "How many countries are on the pavilions and how many elephants?",
        "Wie viele Länder haben Pavillons und wie viele Elefanten?",
    ],
)
def test_a_noun_of_its_own_is_not_replaced(question: str) -> None:
    said = reply(question)
    assert said.facts[0].startswith("tmall-pavilions/")
    assert "elephants?" in said.text or "Elefanten?" in said.text  # named as what isn't told

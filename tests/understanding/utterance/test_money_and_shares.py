"""Idioms that ask for money or for a share, without naming either."""

import pytest

from tests import apps


@pytest.mark.parametrize(
    "question",
    [
        "Was hat Amazon für Whole Foods auf den Tisch gelegt?",
        "Was legen die Amerikaner für Flipkart hin?",
        "Was bekommen die Eigentümer in bar?",
        "Was erhielten die Verkäufer in Geld?",
        "What did Amazon put on the table for Whole Foods?",
        "What do the owners get in cash?",
    ],
)
def test_what_somebody_puts_down_for_something_is_money(question: str) -> None:
    assert apps.analyse(question).types == {"money"}


@pytest.mark.parametrize("question", ["Was legte Amazon vor?", "What did Amazon put on the table?"])
def test_what_is_put_forward_need_not_be(question: str) -> None:
    assert "money" not in apps.analyse(question).types


@pytest.mark.parametrize(
    "question",
    ["Wie viel von der Kette behält Carrefour?", "How much of its chain did the French retailer hang on to?"],
)
def test_how_much_of_something_is_kept_is_a_share(question: str) -> None:
    assert apps.analyse(question).types == {"percent"}


@pytest.mark.parametrize(
    "question",
    ["Um wie viel verkürzt der Vertrag die Wartezeit?", "By how much does the accord shorten the wait?"],
)
def test_by_how_much_time_gets_shorter_is_a_span(question: str) -> None:
    assert "duration" in apps.analyse(question).types


@pytest.mark.parametrize(
    "question", ["Um wie viel senkt der Vertrag die Gebühr?", "By how much does the accord reduce the fee?"]
)
def test_by_how_much_a_fee_falls_is_none(question: str) -> None:
    assert "duration" not in apps.analyse(question).types


@pytest.mark.parametrize(
    "question", ["Wie viel rechtliches Gewicht hat das Papier?", "How much legal weight has the paper?"]
)
def test_how_much_weight_something_has_is_no_figure(question: str) -> None:
    assert apps.analyse(question).types == {"text"}

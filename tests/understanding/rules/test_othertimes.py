"""What a figure is now tells neither what it was before a change, nor what the first of several spans brought."""

from pathlib import Path

import pytest

from bot.answering.room.reply import Outcome
from tests import apps

MODERN = apps.SUBJECTS / "modern"


@pytest.mark.parametrize(
    ("folder", "question"),
    [
        (apps.KNOWLEDGE, "What did Tmall Global charge before the fees were reduced?"),
        (apps.KNOWLEDGE, "What are the commission rates at Tmall Global before the reduction?"),
        (apps.KNOWLEDGE, "How many orders did the Moscow centre handle in its first month?"),
        (apps.KNOWLEDGE, "Wie viele Bestellungen wurden im Moskauer Zentrum im ersten Monat abgewickelt?"),
        (MODERN, "How high were Flipkart's sales the year before?"),
        (MODERN, "Wie hoch war der Umsatz von Flipkart im Jahr davor?"),
    ],
)
def test_the_figure_of_another_time_is_not_told(folder: Path, question: str) -> None:
    assert apps.reply(question, folder=folder).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    ("folder", "question", "fact"),
    [
        (
            apps.KNOWLEDGE,
            "How many orders does the Moscow centre handle in a month?",
            "aliexpress-moscow/order_capacity",
        ),
        (
            apps.KNOWLEDGE,
            "Wie viele Bestellungen schafft das Moskauer Zentrum im Monat?",
            "aliexpress-moscow/order_capacity",
        ),
        (MODERN, "How high were Flipkart's sales?", "walmart-flipkart/sales"),
        (MODERN, "Wie hoch war der Umsatz von Flipkart?", "walmart-flipkart/sales"),
        (MODERN, "How many stores did Whole Foods have before the takeover?", "amazon-whole-foods/size"),
        (MODERN, "Wie viele Läden hatte Whole Foods vor der Übernahme?", "amazon-whole-foods/size"),
    ],
)
def test_who_asks_for_the_time_that_is_told_gets_it(folder: Path, question: str, fact: str) -> None:
    assert fact in apps.reply(question, folder=folder).facts

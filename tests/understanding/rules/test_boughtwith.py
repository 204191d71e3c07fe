"""The sum told of the whole isn't the price of one of several."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps


@pytest.mark.parametrize(
    "question",
    [
        "Wie viel hat Alibaba für das Kaufhaus Intime hingelegt?",
        "How much did Alibaba put down for the department store Intime?",
    ],
)
def test_what_is_named_behind_the_sum_did_not_cost_it(question: str) -> None:
    assert apps.reply(question).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    "question",
    [
        "Wie viel hat Alibaba in den stationären Handel gesteckt?",
        "How much did Alibaba spend on physical retail?",
    ],
)
def test_the_whole_did(question: str) -> None:
    assert "alibaba-retail/investment" in apps.reply(question).facts


@pytest.mark.parametrize(
    "question", ["How much did Amazon pay for Whole Foods?", "Wie viel hat Amazon für Whole Foods bezahlt?"]
)
def test_what_is_named_beside_the_sum_cost_it(question: str) -> None:
    said = apps.reply(question, folder=apps.SUBJECTS / "modern")
    assert "amazon-whole-foods/price" in said.facts

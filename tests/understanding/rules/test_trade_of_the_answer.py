"""A firm's trade, well known or told by the gazetteer, is held by the fact that gives the firm, and by no other."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import SUBJECTS, reply

MODERN = SUBJECTS / "modern"


@pytest.mark.parametrize(
    "question",
    [
        "Which software firm lost out to Microsoft in the bidding for LinkedIn?",
        "Welche Softwarefirma hat auch für LinkedIn geboten?",
    ],
)
def test_a_firm_is_found_by_its_trade(question: str) -> None:
    told = reply(question, folder=MODERN)
    assert told.outcome is Outcome.ANSWER
    assert "Salesforce" in told.text


@pytest.mark.parametrize(
    "question",
    [
        "Which football club lost out to Microsoft in the bidding for LinkedIn?",
        "Welcher Fußballverein hat auch für LinkedIn geboten?",
    ],
)
def test_a_firm_of_another_trade_is_not(question: str) -> None:
    assert reply(question, folder=MODERN).outcome is not Outcome.ANSWER

"""What is to be part of something must be in the fact."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps

MODERN = apps.SUBJECTS / "modern"


@pytest.mark.parametrize(
    "question", ["Would sake be part of the EU–Japan agreement?", "Wäre Sake Teil des Abkommens mit Japan?"]
)
def test_what_no_fact_holds_may_or_may_not_be_part(question: str) -> None:
    assert apps.reply(question, folder=MODERN).outcome is not Outcome.ANSWER


@pytest.mark.parametrize("question", ["Is Myntra part of the Flipkart group?", "Gehört Myntra zu Flipkart?"])
def test_what_a_fact_holds_is_part(question: str) -> None:
    assert apps.reply(question, folder=MODERN).facts == ("walmart-flipkart/group",)

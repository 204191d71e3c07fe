"""Who heads a company is told by the role of somebody in the facts, where no fact tells it by itself."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import SUBJECTS, reply

MODERN = SUBJECTS / "modern"


@pytest.mark.parametrize(
    "question", ["Wer ist der Chef von Walmart?", "Who is the CEO of Walmart?", "Who runs Walmart?"]
)
def test_the_head_of_a_company_is_introduced_by_role(question: str) -> None:
    told = reply(question, folder=MODERN)
    assert told.outcome is Outcome.ANSWER
    assert "Doug McMillon" in told.text
    assert told.references


@pytest.mark.parametrize(
    "question",
    [
        "Wer ist der Finanzchef von Walmart?",
        "Who is the chief financial officer of Walmart?",
        "Wer ist der Chef von Shopee?",  # nobody in the facts heads it
        "Who runs Shopee?",
    ],
)
def test_another_office_or_another_company_has_nobody(question: str) -> None:
    assert reply(question, folder=MODERN).outcome is Outcome.SILENT

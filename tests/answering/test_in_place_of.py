"""Yes is for what was asked, with everybody and every word in it."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps


@pytest.mark.parametrize(
    "question", ["Did Richard Liu sign the Austria deal?", "Hat Richard Liu das Österreich-Abkommen unterschrieben?"]
)
def test_a_person_is_not_confirmed_through_his_company(question: str) -> None:
    text = apps.reply(question).text
    assert text.startswith(("Not Richard Liu", "Nicht Richard Liu"))
    assert "Schramböck" in text


def test_a_word_left_over_leaves_yes_unsaid() -> None:
    assert not apps.reply("Did the JD founder sign the Austria deal?").text.startswith("Yes")


def test_the_right_person_is_confirmed() -> None:
    assert apps.reply("Did Richard Liu meet Theresa May?").text.startswith("Yes")


@pytest.mark.parametrize(
    ("question", "name"),
    [("Does JD have a deal with Nike?", "Nike"), ("Hat Alibaba einen Vertrag mit Zalando?", "Zalando")],
)
def test_a_deal_with_somebody_else_is_no_answer(question: str, name: str) -> None:
    reply = apps.reply(question)
    assert reply.outcome is not Outcome.ANSWER
    assert name in reply.text

import pytest

from bot.answering.conversation import Conversation
from bot.answering.reply import Outcome, Reply
from tests.apps import app


def reply_to(question: str) -> Reply:
    reply, _ = app().desk.answer(question, Conversation(), None, 0.0)
    return reply


@pytest.mark.parametrize(
    "question",
    [
        "Is the Cambridge research centre in London?",
        "Ist das Forschungszentrum von JD in Frankreich?",
        "War die Unterschrift von Österreich am Dienstag?",
        "Was the Austria agreement signed on a Friday?",
        "Haben die Briten im März unterschrieben?",
    ],
)
def test_another_time_or_place_than_the_fact_s_is_denied(question: str) -> None:
    assert reply_to(question).text.startswith(("No.", "Nein."))


@pytest.mark.parametrize(
    "question",
    [
        "Sitzt das Forschungszentrum in Großbritannien?",
        "War es im Januar, dass die Briten unterschrieben haben?",
        "War die Unterschrift von Österreich an einem Montag?",
    ],
)
def test_the_fact_s_own_or_one_that_it_lies_in_is_confirmed(question: str) -> None:
    assert reply_to(question).text.startswith(("Yes.", "Ja."))


@pytest.mark.parametrize(
    "question",
    [
        "Is the British agreement about Cambridge?",  # no place of the signing is asked for
        "Hat Schramböck auch mit Alibaba verhandelt?",  # no event that she is swapped in
    ],
)
def test_where_another_thing_is_asked_nothing_is_denied(question: str) -> None:
    assert not reply_to(question).text.startswith(("No", "Nein", "Nicht"))


@pytest.mark.parametrize(
    "question",
    ["Hat Alibaba die Botschaft in Brüssel schon eröffnet?", "Did JD.com already launch in Germany?"],
)
def test_whether_a_plan_has_come_to_be_is_left_open(question: str) -> None:
    text = reply_to(question).text
    assert not text.startswith(("No", "Nein", "Yes", "Ja"))
    assert "sagen unsere Quellen nicht" in text or "our sources don’t say" in text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Gehört SPSR zu China Smart Logistics?", "SPSR"),
        ("Does AliExpress belong to SPSR?", "SPSR"),
    ],
)
def test_a_party_of_the_deal_is_not_what_the_fact_is_about(question: str, name: str) -> None:
    reply = reply_to(question)
    assert reply.outcome is Outcome.SILENT
    assert name in reply.text

import pytest

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome
from tests import apps
from tests.apps import HANSE, app


@pytest.mark.parametrize(
    ("question", "person"),
    [
        ("Wer war Jordan von Boizenburg?", "jordan"),
        ("Who was Jordan of Boizenburg?", "jordan"),
        ("Who exactly was Podebusk?", "podebusk"),
    ],
)
def test_a_person_is_introduced_by_role_and_fact(question: str, person: str) -> None:
    told = app(HANSE)
    found = told.room.recogniser.recognise(question)
    assert found.introduces == (person,)
    entity = told.knowledge.entities[person]
    reply, _ = told.desk.answer(question, Conversation(), None, 0.0)
    assert entity.role is not None
    assert entity.role[reply.language] in reply.text
    assert reply.references


@pytest.mark.parametrize(
    "question",
    ["Who is Elvis Presley?", "Wie heißt die Frau von Podebusk?", "Is it Podebusk?", "Podebusk", "What is Lübeck?"],
)
def test_whatever_else_is_asked_with_a_name_introduces_nobody(question: str) -> None:
    assert app(HANSE).room.recogniser.recognise(question).introduces == ()


@pytest.mark.parametrize(
    ("first", "question", "said"),
    [
        ("Wer hat den Vertrag mit Österreich unterschrieben?", "Wer ist sie?", "Österreichs Wirtschaftsministerin"),
        ("Who signed the Austria deal?", "and who is she?", "Austria's economics minister"),
        ("Wer hat für JD mit Großbritannien unterschrieben?", "Wer ist das denn?", "Gründer von JD.com"),
        ("Wann traf May den JD-Gründer?", "Wer ist das?", "Gründer von JD.com"),  # she is known to who asks
    ],
)
def test_a_pronoun_introduces_the_one_person_of_the_answer(first: str, question: str, said: str) -> None:
    reply = apps.reply(first, question)
    assert reply.outcome is Outcome.ANSWER
    assert said in reply.text


@pytest.mark.parametrize(
    ("first", "question", "asked"),
    [
        ("Wer hat sich in Peking getroffen?", "Wer ist das?", "Wen meinen Sie?"),
        ("Who met in Beijing?", "who is that?", "Whom do you mean?"),
    ],
)
def test_after_an_answer_with_two_persons_it_is_asked_which(first: str, question: str, asked: str) -> None:
    reply = apps.reply(first, question)
    assert (reply.outcome, reply.text) == (Outcome.CLARIFY, asked)
    assert [choice.label.split(",")[0] for choice in reply.choices] == ["Richard Liu", "Theresa May"]


@pytest.mark.parametrize("question", ["Who is Liu?", "Wer ist Liu?"])
def test_a_surname_that_two_bear_is_asked_about(question: str) -> None:
    reply = apps.reply(question)
    assert reply.outcome is Outcome.CLARIFY
    assert {choice.label.split(",")[0] for choice in reply.choices} == {"Richard Liu", "Alvin Liu"}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Wer ist Jeff Bezos?", "Wer Jeff Bezos ist, sagen unsere Quellen nicht."),
        ("Who is Elon Musk?", "Our sources don’t say who Elon Musk is."),
    ],
)
def test_whoever_is_known_but_in_no_fact_is_said_not_to_be_told(question: str, said: str) -> None:
    reply = apps.reply(question)
    assert (reply.outcome, reply.text) == (Outcome.SILENT, said)

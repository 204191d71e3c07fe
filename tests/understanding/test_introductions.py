import pytest

from bot.answering.conversation import Conversation
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
    assert found.introduces == person
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
    assert app(HANSE).room.recogniser.recognise(question).introduces is None

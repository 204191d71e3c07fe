"""What comes next is told only by what lay ahead, or isn't known."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps

MODERN = apps.SUBJECTS / "modern"


@pytest.mark.parametrize("question", ["What will eBay buy next?", "Was kauft eBay als Nächstes?"])
def test_what_was_is_not_what_comes_next(question: str) -> None:
    assert apps.reply(question, folder=MODERN).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    "question", ["Which country gets a Tmall pavilion next?", "Welches Land bekommt als nächstes einen Pavillon?"]
)
def test_that_it_is_not_known_answers(question: str) -> None:
    said = apps.reply(question)
    assert said.outcome is Outcome.ANSWER
    assert said.facts[0] == "tmall-pavilions/expansion"


@pytest.mark.parametrize(
    "question",
    [
        "In which Russian cities does SPSR open a centre next?",
        "In welchen russischen Städten eröffnet SPSR als Nächstes ein Zentrum?",
    ],
)
def test_where_something_is_does_not_tell_where_it_opens_next(question: str) -> None:
    assert apps.reply(question).outcome is not Outcome.ANSWER

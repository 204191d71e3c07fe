""" "Details?" and "tell me more" go on with the deal talked about, tell nothing twice, and say when nothing is left."""

import pytest

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from tests import apps
from tests.apps import HANSE


def replies(*turns: str) -> list[Reply]:
    conversation, said = Conversation(), list[Reply]()
    for now, turn in enumerate(turns):
        answered, conversation = apps.app().desk.answer(turn, conversation, None, float(now))
        said.append(answered)
    return said


@pytest.mark.parametrize(
    "turns",
    [
        ("What commission does Tmall Global charge?", "Details?", "more", "Tell me more."),
        ("Welche Provision zahlt man bei Tmall Global?", "Details?", "mehr", "Erzählen Sie mir mehr"),
        ("Wie lange dauert die Lieferung nach Moskau?", "Mehr dazu?", "Was noch?", "Gibt es noch mehr?"),
    ],
)
def test_more_is_told_of_the_same_deal_and_nothing_twice(turns: tuple[str, ...]) -> None:
    said = replies(*turns)
    facts = [fact for reply in said for fact in reply.facts]
    assert all(reply.outcome is Outcome.ANSWER for reply in said)
    assert len(facts) == len(set(facts))
    assert len({fact.split("/")[0] for fact in facts}) == 1


@pytest.mark.parametrize(
    ("turns", "language"),
    [
        (("Welche Provision zahlt man bei Tmall Global?", "Details?"), "de"),
        (("What commission does Tmall Global charge?", "Details?"), "en"),
    ],
)
def test_a_word_of_both_languages_is_of_the_one_that_is_spoken(turns: tuple[str, ...], language: str) -> None:
    assert apps.reply(*turns).language == language


def test_what_stands_nearest_comes_first() -> None:
    assert "disclosure" in apps.reply("Was hat JD.com mit Österreich vereinbart?", "Details?").facts[0]


def test_it_says_when_nothing_is_left() -> None:
    turns = ("What was the Carta Mercatoria?", "more", "tell me more")
    assert apps.reply(*turns[:2], folder=HANSE).facts == ("carta-mercatoria-1303/customs",)
    reply = apps.reply(*turns, folder=HANSE)
    assert reply.outcome is Outcome.SILENT
    assert "all our sources say" in str(reply.blocks[0])


@pytest.mark.parametrize(
    "question",
    ["mehr als 100?", "Gibt es mehr Länder?", "more countries?", "More than Amazon?", "Mehr Kunden als Amazon?"],
)
def test_more_of_something_is_another_question(question: str) -> None:
    reply = apps.reply("Wie viele Kunden hat JD.com?", question)
    assert not any("Außerdem" in str(block) or "Also on" in str(block) for block in reply.blocks)


def test_nothing_more_is_told_where_nothing_was() -> None:
    reply = apps.reply("Was hat JD.com mit Österreich vereinbart?", "Details?", folder=HANSE)
    assert reply.outcome is not Outcome.ANSWER

import pytest

from bot.answering.conversation import Conversation
from bot.answering.reply import Outcome, Reply
from tests.apps import app


def last(*turns: str) -> Reply:
    conversation = Conversation()
    for turn in turns:
        reply, conversation = app().desk.answer(turn, conversation, None, 0.0)
    return reply


@pytest.mark.parametrize("asked", ["welche sind das?", "welche?", "nennen Sie sie bitte", "zähl sie auf"])
def test_the_members_of_what_was_counted_are_listed(asked: str) -> None:
    reply = last("Wie viele Länder nehmen an den Pavillons teil?", asked)
    assert reply.facts == ("tmall-pavilions/participants",)


@pytest.mark.parametrize("asked", ["which ones?", "name them", "can you name them?"])
def test_a_list_that_was_stated_is_stated_again(asked: str) -> None:
    assert last("How many allies does Alipay have?", asked).facts == ("alipay-europe/allies",)


@pytest.mark.parametrize(
    ("question", "asked", "fact"),
    [
        ("Wie viele Länder hat Safe.Shop?", "welche?", "safe-shop/countries"),
        ("How many embassies work with Juhuasuan?", "which countries are they?", "juhuasuan-embassies/embassies"),
    ],
)
def test_where_they_are_only_counted_they_are_not_named(question: str, asked: str, fact: str) -> None:
    reply = last(question, asked)
    assert reply.outcome is Outcome.SILENT
    assert reply.facts == (fact,)


def test_who_asks_for_a_list_of_something_else_gets_that() -> None:
    assert last("Wie viele Länder hat Safe.Shop?", "Welche Länder haben einen Tmall-Pavillon?").facts[0] == (
        "tmall-pavilions/participants"
    )

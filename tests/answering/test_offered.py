"""What a reader is offered to tap where an answer ends, or where there is none: only what leads on."""

from pathlib import Path

import pytest

from bot.answering.room import suggestions
from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.tokens import token_of
from tests.apps import HANSE, KNOWLEDGE, SUBJECTS, app, reply


def labels(found: Reply) -> set[str]:
    return {choice.label for choice in found.choices}


@pytest.mark.parametrize(
    ("question", "deal"),
    [
        ("Wie viele Mitarbeiter hat SPSR Express?", "AliExpress und SPSR Express in Moskau"),
        ("What is the share price of JD.com?", "JD.com and its plans for Europe"),
    ],
)
def test_where_nothing_is_told_of_somebody_the_deals_that_tell_of_them_are_offered(question: str, deal: str) -> None:
    found = reply(question)
    assert found.outcome is Outcome.SILENT
    assert deal in labels(found)
    assert len(found.choices) <= 3


@pytest.mark.parametrize(
    ("question", "deal"),
    [
        ("Wie viele Mitarbeiter hat Flipkart?", "Walmart übernimmt Flipkart"),
        ("What is the phone number of Zalando?", "Zalando takes over About You"),
    ],
)
def test_so_they_are_of_another_subject(question: str, deal: str) -> None:
    assert deal in labels(reply(question, folder=SUBJECTS / "modern"))


@pytest.mark.parametrize("question", ["Wer ist der Chef von Tesla?", "Who is the CEO of Tesla?"])
def test_of_whom_no_deal_tells_none_is_offered(question: str) -> None:
    assert reply(question).choices == ()


@pytest.mark.parametrize(
    ("unclear", "question", "there", "elsewhere"),
    [
        ("wie viele länder?", "Wie hoch ist die Provision in Moskau?", "AliExpress und SPSR Express in Moskau", "Juhu"),
        ("how many countries?", "How many employees does Alipay have?", "Alipay in Europe", "Safe.Shop"),
    ],
)
def test_who_names_something_else_is_not_led_back_to_the_deal_before(
    unclear: str, question: str, there: str, elsewhere: str
) -> None:
    desk, talk = app().desk, Conversation()
    asked, talk = desk.answer(unclear, talk, None, 0.0)
    picked = next(choice for choice in asked.choices if elsewhere in choice.label)
    _, talk = desk.choose(picked.token, talk, None, 1.0)
    found, _ = desk.answer(question, talk, None, 2.0)
    assert found.outcome is Outcome.SILENT
    assert there in labels(found)
    assert not any(elsewhere in label for label in labels(found))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    ("folder", "deal", "open_side"),
    [(KNOWLEDGE, "jd-austria", "jd-austria/amount"), (HANSE, "nibur-1392", "nibur-1392/furs_shipped")],
)
def test_no_question_is_offered_to_which_the_answer_is_that_nobody_knows(
    folder: Path, deal: str, open_side: str, language: str
) -> None:
    room = app(folder).room
    assert not room.knowledge.facts[open_side].disclosed
    asked = {choice.token for _, choice in suggestions._sides(room, language, deal)}
    assert asked
    assert token_of("f", open_side) not in asked


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Wer hat das Abkommen mit Österreich unterschrieben?", "Wann hat Schramböck unterschrieben?"),
        ("Who signed the agreement with Austria?", "When did Schramböck sign?"),
    ],
)
def test_an_answer_is_followed_by_questions_on_the_same_deal_that_have_answers(question: str, label: str) -> None:
    found = reply(question)
    assert label in labels(found)
    *asked, deal = found.choices
    assert 2 <= len(asked) <= 3
    room = app().room
    told = [room.tokens.resolve(choice.token) for choice in asked]
    assert all(known and room.knowledge.facts[known[1]].disclosed for known in told)
    assert deal.token == token_of("d", "jd-austria")

"""What people type who want to look around: a word or two for a whole question, and what lacks whom it is about."""

import pytest

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.app import App
from bot.understanding.judging.recognition import Verdict
from bot.understanding.language.vocabulary import load_vocabulary
from bot.understanding.utterance.shorthand import BESIDE, ONWARD
from tests import apps
from tests.apps import HANSE, LOCALES

QUESTIONS = [
    (language, question)
    for language, words in load_vocabulary(LOCALES).words.items()
    for question in words.shorthand
    if question not in (BESIDE, ONWARD)
]


def ask(desk: App, text: str, language: str, conversation: Conversation | None = None) -> Reply:
    return desk.desk.answer(text, conversation or Conversation(), language, 1.0)[0]


@pytest.mark.parametrize(("language", "question"), QUESTIONS)
def test_what_stands_behind_a_word_is_a_question_that_lists_something(app: App, language: str, question: str) -> None:
    found = app.room.recogniser.recognise(question)
    assert found.verdict in (Verdict.DEALS, Verdict.ROLL)
    assert found.analysis.language == language


@pytest.mark.parametrize(
    ("language", "text", "whole"),
    [
        ("de", "deals", "Welche Deals gibt es?"),
        ("en", "deals", "Which deals are there?"),
        ("de", "Liste bitte", "Welche Deals gibt es?"),
        ("en", "overview, please", "Which deals are there?"),
        ("de", "länder", "Welche Länder kommen vor?"),
        ("en", "countries please", "Which countries are named?"),
        ("de", "Hallo, Firmen", "Welche Firmen kommen vor?"),
        ("en", "companies", "Which companies are named?"),
        ("de", "Personen!", "Welche Personen kommen vor?"),
        ("en", "people", "Which people are named?"),
    ],
)
def test_a_word_or_two_is_heard_as_the_question_it_is_short_for(app: App, language: str, text: str, whole: str) -> None:
    told = ask(app, text, language)
    assert (told.outcome, told.language) == (Outcome.ANSWER, language)
    assert told.text == ask(app, whole, language).text


def test_on_another_subject_it_is_the_same() -> None:
    told = ask(apps.app(HANSE), "Länder", "de")
    assert told.outcome is Outcome.ANSWER
    assert told.text == ask(apps.app(HANSE), "Welche Länder kommen vor?", "de").text


def test_after_an_answer_the_same_word_goes_on_with_that(app: App) -> None:
    _, conversation = app.desk.answer("Wie viele Länder haben einen Pavillon?", Conversation(), "de", 0.0)
    told = ask(app, "länder", "de", conversation)
    assert all(fact.startswith("tmall-pavilions/") for fact in told.facts)


@pytest.mark.parametrize(
    ("language", "text"), [("de", "was gibts neues"), ("de", "Neuigkeiten"), ("en", "news"), ("en", "what's new?")]
)
def test_who_asks_for_news_is_told_how_to_get_them(app: App, language: str, text: str) -> None:
    told = ask(app, text, language)
    assert told.outcome is Outcome.SMALLTALK
    assert "/subscribe" in told.text


@pytest.mark.parametrize(
    ("language", "text", "lacks"),
    [
        ("de", "wann", True),
        ("de", "Preis", True),
        ("en", "when?", True),
        ("en", "price", True),
        ("de", "Fußball", False),
        ("en", "football", False),
    ],
)
def test_what_only_lacks_whom_it_is_about_is_not_called_beyond_the_bot(
    app: App, language: str, text: str, *, lacks: bool
) -> None:
    told = ask(app, text, language)
    assert told.outcome is Outcome.OFFTOPIC
    asked_back = {"de": "worum es geht", "en": "what it is about"}[language]
    assert (asked_back in told.text) == lacks
    assert told.choices


@pytest.mark.parametrize(
    ("language", "turns", "whole"),
    [
        ("de", ("Welche Länder kommen vor?", "Und Personen?"), "Welche Personen kommen vor?"),
        ("en", ("Which countries are named?", "and people?"), "Which people are named?"),
        ("de", ("Länder", "und Firmen"), "Welche Firmen kommen vor?"),
        ("en", ("countries", "and companies?"), "Which companies are named?"),
    ],
)
def test_one_list_is_followed_by_another(app: App, language: str, turns: tuple[str, ...], whole: str) -> None:
    assert apps.reply(*turns).text == ask(app, whole, language).text


@pytest.mark.parametrize("text", ["Personen", "people"])
def test_where_nothing_was_talked_about_no_statement_goes_before_the_list(text: str) -> None:
    assert "Brügge" not in apps.reply(text, folder=HANSE).text
    assert "Bruges" not in apps.reply(text, folder=HANSE).text


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("Wer hat für Österreich unterschrieben?", "Und Firmen?"), "jd-austria/"),
        (("Who signed for Austria?", "And companies?"), "jd-austria/"),
    ],
)
def test_after_an_answer_and_companies_asks_for_those_of_its_deal(turns: tuple[str, ...], fact: str) -> None:
    assert all(one.startswith(fact) for one in apps.reply(*turns).facts)

"""Slash commands: how they are told from their words, and what they say of words that they don't know."""

import pytest

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Reply
from bot.app import App

BOTH = pytest.mark.parametrize("language", ["de", "en"])


def said(app: App, text: str, language: str) -> Reply:
    return app.desk.answer(text, Conversation(language=language), language, 0.0)[0]


@BOTH
@pytest.mark.parametrize("words", ["🙂", "!!!", "der die das", "北京", "wxyz" * 900])
def test_a_deal_that_is_asked_for_in_no_known_word_is_said_not_to_be_known(app: App, language: str, words: str) -> None:
    told = said(app, f"/deal {words}", language)
    assert {"de": "Dazu kenne ich keinen Deal: „", "en": "I know no deal for this: “"}[language] in told.blocks[0]
    assert words[:20] in told.blocks[0]


@BOTH
def test_an_asked_question_is_quoted_as_its_language_does(app: App, language: str) -> None:
    _, after = app.desk.answer("who signed?", Conversation(language=language), language, 0.0)
    why, _ = app.desk.answer("/why", after, language, 1.0)
    assert why.blocks[0] == {"de": "„who signed?“", "en": "“who signed?”"}[language]


@pytest.mark.parametrize("space", [" ", "\n", "\t", "  \n "])
def test_a_command_is_told_from_its_words_by_any_space(app: App, space: str) -> None:
    assert said(app, f"/search{space}Alipay", "en") == said(app, "/search Alipay", "en")


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("/search Lieferzeit", "de"),
        ("/search delivery time", "en"),
        ("/deals Österreich", "de"),
        ("/deals Austria", "en"),
        ("/timeline Belgien", "de"),
        ("/compare Marken", "de"),
    ],
)
def test_words_behind_the_first_command_tell_the_language_as_a_question_does(
    app: App, typed: str, language: str
) -> None:
    other = {"de": "en", "en": "de"}[language]
    reply, after = app.desk.answer(typed, Conversation(), other, 0.0)
    assert reply.language == language
    assert app.desk.answer("/deals", after, other, 1.0)[0].language == language


@pytest.mark.parametrize(
    ("asked", "typed", "language"),
    [
        ("Was ist Safe.Shop?", "/search weather", "de"),
        ("Was ist Safe.Shop?", "/deals Austria", "de"),
        ("What is Safe.Shop?", "/search Lieferzeit", "en"),
    ],
)
def test_words_behind_a_command_do_not_change_the_language_of_a_talk(
    app: App, asked: str, typed: str, language: str
) -> None:
    _, talk = app.desk.answer(asked, Conversation(), None, 0.0)
    assert app.desk.answer(typed, talk, None, 1.0)[0].language == language


@pytest.mark.parametrize("typed", ["/search JD.com", "/deals 2017", "/start jd-austria", "/sources", "/deals"])
@BOTH
def test_a_command_without_such_words_stays_in_the_language_of_the_talk(app: App, typed: str, language: str) -> None:
    other = {"de": "en", "en": "de"}[language]
    assert app.desk.answer(typed, Conversation(last_language=language), other, 0.0)[0].language == language


@BOTH
def test_a_language_that_was_chosen_holds_whatever_stands_behind_a_command(app: App, language: str) -> None:
    for words in ("Lieferzeit", "delivery time"):
        assert said(app, f"/search {words}", language).language == language


@pytest.mark.parametrize(("typed", "language"), [("/compare Safe.Shop", "de"), ("/compare Safe.Shop", "en")])
def test_a_comparison_of_somebody_named_is_that_in_which_they_are(app: App, typed: str, language: str) -> None:
    found = said(app, typed, language)
    assert found.picture == "compare/count.country"
    assert "safe-shop/countries" in found.facts


@BOTH
def test_of_whom_there_are_figures_of_several_kinds_these_are_offered_and_nothing_is_denied(
    app: App, language: str
) -> None:
    several, none = (said(app, f"/compare {name}", language) for name in ("Tmall Global", "Rakuten"))
    assert {choice.token for choice in several.choices} == {"v1.count.brand", "v1.count.country"}
    assert len(several.blocks) == 1
    assert len(none.blocks) == 2

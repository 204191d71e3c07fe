"""Slash commands: how they are told from their words, and what they say of words that they don't know."""

import pytest

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Reply
from bot.app import App

BOTH = pytest.mark.parametrize("language", ["de", "en"])


def said(app: App, text: str, language: str) -> Reply:
    return app.desk.answer(text, Conversation(), language, 0.0)[0]


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

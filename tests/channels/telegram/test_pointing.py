"""Who only addresses the bot, in a reply to somebody else's message, asks what is written there."""

from typing import Any

import pytest

from tests.channels.telegram.test_addressing import asked, question

QUESTIONS = {"de": "Wer hat für Österreich unterschrieben?", "en": "Who signed for Austria?"}
BOTH = pytest.mark.parametrize("written", QUESTIONS.values(), ids=QUESTIONS)


def somebody(text: str, **more: Any) -> dict[str, Any]:
    sender = {"id": 8, "is_bot": False, "first_name": "Ben"}
    chat = {"id": -99, "type": "supergroup"}
    return {"message_id": 4, "date": 0, "chat": chat, "from": sender, **({"text": text} if text else {}), **more}


@BOTH
@pytest.mark.parametrize("pointing", ["@deal_bot", "@deal_bot!", "@deal_bot ??", "/ask", "/ask@deal_bot", "/ask ?"])
def test_a_bare_address_in_a_reply_asks_what_the_other_wrote(written: str, pointing: str) -> None:
    assert asked(pointing, "supergroup", reply_to_message=somebody(written)) == written


@BOTH
def test_of_a_long_message_the_part_that_is_quoted_is_asked(written: str) -> None:
    quote = {"text": written, "position": 7}
    assert asked("/ask", "group", reply_to_message=somebody(f"Hallo! {written} LG"), quote=quote) == written


@BOTH
def test_what_stands_below_a_picture_counts_as_written(written: str) -> None:
    assert asked("@deal_bot", "group", reply_to_message=somebody("", caption=written)) == written
    assert asked("", "group", caption=f"@deal_bot {written}", **mention()) == written
    assert asked("", caption=written) == written


def mention() -> dict[str, Any]:
    return {"caption_entities": [{"type": "mention", "offset": 0, "length": 9}]}


@BOTH
def test_another_s_mention_of_the_bot_that_went_unheard_is_asked_without_it(written: str) -> None:
    assert asked("/ask", "group", reply_to_message=somebody(f"/ask {written}")) == written


@BOTH
def test_who_says_something_asks_that_whomever_they_reply_to(written: str) -> None:
    assert asked("@deal_bot und wann?", "group", reply_to_message=somebody(written)) == "und wann?"
    assert asked("/ask und wann?", "group", reply_to_message=somebody(written)) == "und wann?"


@pytest.mark.parametrize("text", ["@deal_bot", "@deal_bot?", "/ask", "/ask …"])
def test_where_nothing_is_written_help_is_asked_for(text: str) -> None:
    assert asked(text, "group") == "/help"
    assert asked(text, "group", reply_to_message=somebody("")) == "/help"
    assert asked(text, "group", reply_to_message=somebody("/deals@other_bot")) == "/help"
    own = somebody("Who signed?") | {"from": {"id": 7, "is_bot": True, "first_name": "Deals"}}
    assert asked(text, "group", reply_to_message=own) == "/help"


def test_only_ask_insists_on_an_answer_to_what_another_wrote() -> None:
    replying = {"reply_to_message": somebody("Who won?")}
    by_command, by_mention = question("/ask", "group", **replying), question("@deal_bot", "group", **replying)
    assert by_command is not None
    assert by_mention is not None
    assert (by_command.insists, by_mention.insists) == (True, False)


def test_a_reply_alone_does_not_address_it() -> None:
    assert asked("👀", "group", reply_to_message=somebody("Who signed for Austria?")) is None

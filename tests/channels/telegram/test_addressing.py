from typing import Any, cast

import pytest
from telegram import Bot, Message

from bot.channels.telegram.addressing import Question, question_in
from tests.botapi.entities import find_entities


class Me:
    """What addressing wants to know of a bot."""

    id = 7
    username = "deal_bot"


BOT = cast(Bot, Me())


def message(text: str, chat: str = "private", **more: Any) -> Message:
    fields = {
        "message_id": 5,
        "date": 0,
        "chat": {"id": 99 if chat == "private" else -99, "type": chat},
        "from": {"id": 99, "is_bot": False, "first_name": "Anna", "language_code": "de"},
        "text": text,
        "entities": find_entities(text),
        **more,
    }
    made = Message.de_json(fields, None)
    assert made is not None
    return made


def question(text: str, chat: str = "private", **more: Any) -> Question | None:
    return question_in(message(text, chat, **more), BOT)


def asked(text: str, chat: str = "private", **more: Any) -> str | None:
    found = question(text, chat, **more)
    return found.text if found else None


def test_in_private_everything_is_meant_for_the_bot_and_nothing_is_quoted() -> None:
    found = question("wer hat unterschrieben?")
    assert found is not None
    assert (found.text, found.hint, found.key, found.place.quote) == ("wer hat unterschrieben?", "de", "99", None)
    assert found.insists


def test_in_a_group_plain_talk_is_not_for_the_bot() -> None:
    assert asked("wer hat unterschrieben?", "supergroup") is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("@deal_bot wer war es?", "wer war es?"),
        ("wer war es, @Deal_Bot", "wer war es"),
        ("😀 @deal_bot: wer", "😀 : wer"),
        ("@deal_bot", "/help"),
    ],
)
def test_in_a_group_a_mention_addresses_it_and_is_taken_out(text: str, rest: str) -> None:
    assert asked(text, "supergroup") == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("@deal_bot wer war es?", "wer war es?"),
        (" @Deal_Bot, wer war es?", "wer war es?"),
        ("@deal_bot", "/help"),
        ("wie antwortet @deal_bot?", "wie antwortet @deal_bot?"),
        ("@deal_bot_2 wer war es?", "@deal_bot_2 wer war es?"),
    ],
)
def test_in_private_who_begins_with_a_mention_asks_the_rest(text: str, rest: str) -> None:
    assert asked(text) == rest


def test_a_mention_of_somebody_else_does_not() -> None:
    assert asked("@deal_bot_2 wer war es?", "supergroup") is None


def test_a_reply_to_the_bot_addresses_it_and_one_to_others_does_not() -> None:
    def answer_to(user: int) -> dict[str, Any]:
        chat = {"id": -99, "type": "supergroup"}
        sender = {"id": user, "is_bot": user == 7, "first_name": "x"}
        return {"message_id": 4, "date": 0, "chat": chat, "from": sender, "text": "…"}

    assert asked("und wann?", "supergroup", reply_to_message=answer_to(7)) == "und wann?"
    assert asked("und wann?", "supergroup", reply_to_message=answer_to(8)) is None


def test_ask_insists_on_an_answer_and_a_mention_does_not() -> None:
    by_command, by_mention = question("/ask wer?", "group"), question("@deal_bot wer?", "group")
    assert by_command is not None
    assert by_mention is not None
    assert (by_command.text, by_command.insists, by_mention.insists) == ("wer?", True, False)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/deals", "/deals"),
        ("/Deals@Deal_bot", "/deals"),
        ("/deal jd oesterreich", "/deal jd oesterreich"),
        ("/deal@deal_bot\njd", "/deal jd"),
        ("/ask", "/help"),
    ],
)
def test_commands_reach_the_desk_without_the_bot_s_name(text: str, command: str) -> None:
    assert asked(text, "supergroup") == command
    assert asked(text) == command


@pytest.mark.parametrize("text", ["/pause", "/Resume", "/lang en", "/forget", "/follow", "/Unfollow"])
def test_a_group_s_commands_needn_t_stand_in_the_menu(text: str) -> None:
    assert asked(text, "supergroup") == text.lower()


def test_commands_of_other_bots_are_left_alone() -> None:
    assert asked("/deals@other_bot", "supergroup") is None
    assert asked("/deals@other_bot") is None
    assert asked("/roll", "supergroup") is None


def test_an_unknown_command_in_private_goes_to_the_desk() -> None:
    assert asked("/roll") == "/roll"


def test_a_group_is_answered_with_a_quote_and_in_its_thread() -> None:
    found = question("/ask wer?", "supergroup", message_thread_id=3, is_topic_message=True)
    assert found is not None
    assert (found.place.quote, found.place.thread, found.key) == (5, 3, "-99/3")


def test_a_reply_chain_without_topics_is_no_thread() -> None:
    found = question("/ask wer?", "supergroup", message_thread_id=3)
    assert found is not None
    assert (found.place.thread, found.key) == (None, "-99")


def test_a_lone_surrogate_does_no_harm() -> None:
    assert asked("@deal_bot \ud800", "supergroup", entities=[{"type": "mention", "offset": 0, "length": 9}]) == "\ud800"

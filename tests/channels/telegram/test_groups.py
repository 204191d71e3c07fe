"""The channel from outside, with the fake desk: what groups see."""

import pytest

from tests.botapi.client import BotApi

ME = "@stand_in_test_bot"
SILENCE = 0.7


@pytest.fixture
def group(api: BotApi) -> tuple[dict[str, object], dict[str, object]]:
    """A member and a group whose every message the bot gets to see."""
    user = api.user("de")
    return user, api.group([user], admins=[api.call("bot")["me"]["id"]])


Group = tuple[dict[str, object], dict[str, object]]


def test_plain_talk_is_not_answered(api: BotApi, group: Group) -> None:
    user, chat = group
    assert api.ignores(user, "who signed for Austria?", chat=chat)


def test_a_mention_is_answered_with_a_quote_of_the_question(api: BotApi, group: Group) -> None:
    user, chat = group
    sent = api.send(user, f"{ME} hello", chat=chat)
    (reply,), _ = api.wait(chat, sent["seq"], n=1)
    assert "1: hello [1]" in reply.text
    assert reply.raw["reply_to"] == sent["message_id"]


def test_a_reply_to_the_bot_goes_on(api: BotApi, group: Group) -> None:
    user, chat = group
    (reply,) = api.ask(user, "/ask one", chat=chat, n=1)
    assert "2: two" in api.ask(user, "two", chat=chat, reply_to=reply, n=1)[0].text


def test_ask_is_answered_even_when_there_is_nothing_to_say(api: BotApi, group: Group) -> None:
    user, chat = group
    assert api.ask(user, "/ask silence", chat=chat, n=1)[0].text == "The sources don't say."


@pytest.mark.parametrize("question", ["silence", "weather"])
def test_otherwise_it_keeps_quiet_when_unsure(api: BotApi, group: Group, question: str) -> None:
    user, chat = group
    assert api.ignores(user, f"{ME} {question}", chat=chat)


@pytest.mark.parametrize("question", ["silence", "weather"])
def test_an_edit_leaves_the_answer_when_it_would_be_unsure(api: BotApi, group: Group, question: str) -> None:
    user, chat = group
    sent = api.send(user, f"{ME} hello", chat=chat)
    api.wait(chat, sent["seq"], n=1)
    edited = api.edit(user, sent["message_id"], f"{ME} {question}", chat=chat)
    assert api.wait(chat, edited["seq"], timeout=SILENCE) == ([], [])


@pytest.mark.parametrize("question", ["silence", "weather"])
def test_who_only_goes_on_talking_gets_nothing_when_it_is_unsure(api: BotApi, group: Group, question: str) -> None:
    user, chat = group
    (reply,) = api.ask(user, "/ask one", chat=chat, n=1)
    assert api.ignores(user, question, chat=chat, reply_to=reply)


def test_an_edited_ask_is_answered_even_when_there_is_nothing_to_say(api: BotApi, group: Group) -> None:
    user, chat = group
    sent = api.send(user, "/ask hello", chat=chat)
    api.wait(chat, sent["seq"], n=1)
    edited = api.edit(user, sent["message_id"], "/ask silence", chat=chat)
    _, changed = api.wait(chat, edited["seq"], quiet=0.3)
    assert [message.text for message in changed] == ["The sources don't say."]


def test_pictures_are_not_commented_on(api: BotApi, group: Group) -> None:
    user, chat = group
    assert api.media(user, "photo", chat=chat, timeout=SILENCE) == []


def test_one_below_which_it_is_asked_is_answered(api: BotApi, group: Group) -> None:
    user, chat = group
    (reply,) = api.media(user, "photo", chat=chat, caption=f"{ME} who signed?", n=1)
    assert "who signed? [1]" in reply.text


@pytest.mark.parametrize("pointing", [ME, "/ask"])
def test_who_points_at_another_s_question_gets_it_answered(api: BotApi, group: Group, pointing: str) -> None:
    user, chat = group
    written = api.send(user, "who signed for Austria?", chat=chat)
    (reply,) = api.ask(user, pointing, chat=chat, reply_to=written["message_id"], n=1)
    assert "who signed for Austria? [1]" in reply.text


def test_what_another_said_that_was_no_question_is_left_alone(api: BotApi, group: Group) -> None:
    user, chat = group
    written = api.send(user, "weather", chat=chat)
    assert api.ignores(user, ME, chat=chat, reply_to=written["message_id"])


def test_a_button_works_for_everybody(api: BotApi, group: Group) -> None:
    user, chat = group
    (reply,) = api.ask(user, "/ask which?", chat=chat, n=1)
    pressed = api.press(api.user("en"), reply, "First")
    assert "chosen first" in pressed.changed[0].text


def test_a_group_that_becomes_a_supergroup_is_followed(api: BotApi) -> None:
    user = api.user("en")
    old = api.group([user], type="group")
    new = api.call("migrate", chat=old, user=user)["chat"]
    assert "hello" in api.ask(user, "/ask hello", chat=new, n=1)[0].text

"""The channel from outside, with the fake desk: what private chats see."""

import time

import pytest

from tests.botapi.client import BotApi
from tests.channels.telegram.conftest import Channel


def test_an_answer_has_a_bold_heading_its_sources_as_a_quote_and_no_preview(api: BotApi) -> None:
    (reply,) = api.ask(api.user("de"), "see http://example.com <b>", n=1)
    assert reply.parts("bold") == ["Heading"]
    assert reply.parts("blockquote") == ["[1] „Ein Titel“, Absatz 6: »wie gedruckt«"]
    assert "<b> [1]" in reply.text
    assert reply.raw["message"]["link_preview_options"] == {"is_disabled": True}
    assert reply.raw["reply_to"] is None


def test_the_conversation_goes_on(api: BotApi) -> None:
    user = api.user("en")
    assert [api.ask(user, text, n=1)[0].text.split()[1] for text in ("one", "two")] == ["1:", "2:"]


def test_a_clarification_turns_into_the_answer(api: BotApi) -> None:
    user = api.user("en")
    (reply,) = api.ask(user, "which?", n=1)
    assert reply.buttons == ["First", "Second"]
    pressed = api.press(user, reply, "Second")
    assert pressed.answer is not None
    assert pressed.messages == []
    assert [message.id for message in pressed.changed] == [reply.id]
    assert "chosen second" in pressed.changed[0].text
    assert pressed.changed[0].buttons == ["More", "↗ Share"]  # no token, so there is nothing to rate it by


def test_a_related_question_is_answered_below_under_its_own_name(api: BotApi) -> None:
    user = api.user("en")
    (reply,) = api.ask(user, "one", n=1)
    pressed = api.press(user, reply, "More")
    assert pressed.changed == []
    (answer,) = pressed.messages
    assert answer.parts("italic") == ["More"]
    assert "chosen more" in answer.text


def test_an_impatient_second_tap_is_harmless(api: BotApi) -> None:
    user = api.user("en")
    (reply,) = api.ask(user, "which?", n=1)
    for _ in range(2):
        api.press(user, reply, "First", settle=False, timeout=0)
    time.sleep(0.5)
    (shown,) = [message for message in api.transcript(user) if message.id == reply.id]
    assert "chosen first" in shown.text


def test_forged_callback_data_is_answered_kindly(api: BotApi) -> None:
    user = api.user("de")
    (reply,) = api.ask(user, "which?", n=1)
    for data in ("x", "1cde\U0001f600", "9" * 64):
        api.api("editMessageReplyMarkup", chat_id=user["id"], message_id=reply.id,
                reply_markup={"inline_keyboard": [[{"text": "Forged", "callback_data": data}]]})  # fmt: skip
        pressed = api.press(user, reply, "Forged", settle=False)
        assert pressed.answer is not None
        assert pressed.answer["text"].startswith("Dieser Knopf gilt nicht mehr")


def test_a_tap_that_telegram_has_given_up_is_still_answered(channel: Channel) -> None:
    user = channel.api.user("en")
    (reply,) = channel.api.ask(user, "which?", n=1)
    channel.api.configure(callback_ttl=0.0)
    try:
        pressed = channel.api.press(user, reply, "First", timeout=1)
    finally:
        channel.api.configure(callback_ttl=15.0)
    assert "chosen first" in pressed.changed[0].text


def test_an_edited_question_corrects_its_answer_in_place(api: BotApi) -> None:
    user = api.user("en")
    sent = api.send(user, "first")
    (reply,), _ = api.wait(user, sent["seq"], n=1)
    edited = api.edit(user, sent["message_id"], "second")
    new, changed = api.wait(user, edited["seq"], quiet=0.3)
    assert new == []
    assert [message.id for message in changed] == [reply.id]
    assert "1: second" in changed[0].text  # as if it had been asked so in the first place


def test_an_edit_of_an_earlier_question_leaves_the_conversation_alone(api: BotApi) -> None:
    user = api.user("en")
    sent = api.send(user, "first")
    api.wait(user, sent["seq"], n=1)
    api.ask(user, "second", n=1)
    api.wait(user, api.edit(user, sent["message_id"], "other")["seq"], quiet=0.3)
    assert "3: third" in api.ask(user, "third", n=1)[0].text


def test_an_edit_that_makes_the_answer_long_goes_on_below_and_back(api: BotApi) -> None:
    user = api.user("en")
    sent = api.send(user, "first")
    (reply,), _ = api.wait(user, sent["seq"], n=1)
    new, changed = api.wait(user, api.edit(user, sent["message_id"], "long " + "x" * 400)["seq"], quiet=0.5)
    assert [message.id for message in changed] == [reply.id]
    assert len(new) == 2
    api.wait(user, api.edit(user, sent["message_id"], "short")["seq"], quiet=0.5)
    assert [message.deleted for message in api.transcript(user) if message.raw["from_bot"]] == [False, True, True]


def test_an_edit_of_something_never_answered_is_not_answered(api: BotApi) -> None:
    user = api.user("en")
    sent = api.call("media", user=user, kind="photo")
    api.wait(user, sent["seq"], n=1)
    seq = api.edit(user, sent["message_id"], "a question now")["seq"]
    assert api.wait(user, seq, timeout=0.7) == ([], [])


@pytest.mark.parametrize("kind", ["photo", "sticker", "voice", "document", "location"])
def test_what_is_not_text_gets_a_kind_line_in_the_user_s_language(api: BotApi, kind: str) -> None:
    assert api.media(api.user("de"), kind, n=1)[0].text.startswith("Das kann ich leider nicht lesen")
    assert api.media(api.user("pt-br"), kind, n=1)[0].text.startswith("I can’t read that")


@pytest.mark.parametrize("kind", ["photo", "document"])
def test_a_question_below_a_picture_or_file_is_answered(api: BotApi, kind: str) -> None:
    assert "1: who signed? [1]" in api.media(api.user("en"), kind, caption="who signed?", n=1)[0].text


def test_what_is_only_said_about_a_picture_gets_the_kind_line(api: BotApi) -> None:
    assert api.media(api.user("de"), "photo", caption="weather", n=1)[0].text.startswith("Das kann ich leider nicht")


def test_a_long_answer_is_split_and_its_sources_come_last(api: BotApi) -> None:
    replies = api.ask(api.user("en"), "long " + "wörter & <tag> 🇦🇹 " * 60)
    assert len(replies) > 5
    assert all(len(reply.text) <= 4096 for reply in replies)
    assert [bool(reply.parts("blockquote")) for reply in replies][-2:] == [False, True]


def test_messages_of_one_chat_are_answered_in_order(api: BotApi) -> None:
    users = [api.user("en") for _ in range(5)]
    for number in range(12):
        for user in users:
            api.send(user, f"number {number}")
    for user in users:
        replies, _ = api.wait(user, n=12)
        assert [f"{n + 1}: number {n} " in reply.text for n, reply in enumerate(replies)] == [True] * 12


def test_a_failure_is_logged_with_its_cause_and_told_in_a_friendly_line(channel: Channel) -> None:
    (reply,) = channel.api.ask(channel.api.user("de"), "crash", n=1)
    assert reply.text.startswith("Da ist bei mir etwas schiefgegangen")
    assert "RuntimeError: the desk fell over" in channel.bot.log()


def test_a_user_who_has_blocked_the_bot_is_no_error(channel: Channel) -> None:
    user = channel.api.user("en")
    channel.api.fault("403", method="sendMessage", chat=user["id"], text="bot was blocked by the user")
    channel.api.send(user, "hello")
    time.sleep(0.3)
    assert "the reply isn't wanted" in channel.bot.log()
    channel.api.block(user)
    channel.api.block(user, blocked=False)
    assert channel.api.ask(user, "again", n=1)


def test_the_token_is_never_in_the_log(channel: Channel) -> None:
    assert channel.api.token not in channel.bot.log()
    assert channel.api.token.split(":")[1] not in channel.bot.log()

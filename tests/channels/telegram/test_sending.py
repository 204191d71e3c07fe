import asyncio
from datetime import UTC, datetime
from typing import Any, cast

import pytest
from telegram import Bot, Chat, Message, PhotoSize
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.channels.telegram import sending
from bot.channels.telegram.busy import typing
from bot.channels.telegram.sending import Photo, Place, Sender

HERE = Place(1)


class Sent:
    def __init__(self, message_id: int) -> None:
        self.message_id = message_id


class FakeBot:
    """Notes the calls; raises what it was told to, one error a call."""

    def __init__(self, *errors: TelegramError) -> None:
        self.errors = list(errors)
        self.calls: list[tuple[Any, ...]] = []

    def _fail(self) -> None:
        if self.errors:
            raise self.errors.pop(0)

    async def send_message(self, chat: int, text: str, _mode: str, **more: Any) -> Sent:
        self.calls.append(("send", chat, text, more["reply_markup"]))
        self._fail()
        return Sent(100 + len(self.calls))

    async def send_photo(self, chat: int, file: str | bytes, caption: str, **more: Any) -> Message:
        self.calls.append(("photo", chat, file, caption))
        size = PhotoSize(more["filename"], more["filename"], 1, 1)
        return Message(1, datetime.now(UTC), Chat(chat, "private"), photo=[size])

    async def edit_message_text(self, text: str, _chat: int, message: int, **more: Any) -> None:
        self.calls.append(("edit", message, text, more["reply_markup"]))
        self._fail()

    async def delete_message(self, _chat: int, message: int) -> None:
        self.calls.append(("delete", message))

    async def send_chat_action(self, chat: int, action: str, **_more: Any) -> None:
        self.calls.append((action, chat))
        self._fail()


def sender(*errors: TelegramError) -> tuple[Sender, FakeBot]:
    bot = FakeBot(*errors)
    return Sender(cast(Bot, bot)), bot


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "PAUSES", (0.01, 0.01))


async def test_the_buttons_stand_below_the_last_part() -> None:
    sends, bot = sender()
    buttons = cast(Any, object())
    assert await sends.send(HERE, ["same", "same"], buttons) == (101, 102)
    assert bot.calls == [("send", 1, "same", None), ("send", 1, "same", buttons)]


async def test_a_flood_limit_is_waited_out() -> None:
    sends, bot = sender(RetryAfter(0))
    assert await sends.send(HERE, ["x"], None) == (102,)
    assert len(bot.calls) == 2


async def test_a_flood_limit_of_hours_is_not() -> None:
    sends, _bot = sender(RetryAfter(7200))
    with pytest.raises(RetryAfter):
        await sends.send(HERE, ["x"], None)


async def test_a_failure_of_the_server_is_tried_again_and_a_lasting_one_given_up() -> None:
    sends, bot = sender(NetworkError("Bad Gateway"))
    assert await sends.send(HERE, ["x"], None) == (102,)
    sends, bot = sender(*[NetworkError("Bad Gateway")] * 9)
    with pytest.raises(NetworkError):
        await sends.send(HERE, ["x"], None)
    assert len(bot.calls) == 3


@pytest.mark.parametrize("error", [BadRequest("chat not found"), Forbidden("bot was blocked by the user")])
async def test_a_refusal_is_not_tried_again(error: TelegramError) -> None:
    sends, bot = sender(error)
    with pytest.raises(type(error)):
        await sends.send(HERE, ["x"], None)
    assert len(bot.calls) == 1


async def test_a_group_that_moved_is_followed() -> None:
    sends, bot = sender(ChatMigrated(-100))
    await sends.send(HERE, ["x"], None)
    assert [call[1] for call in bot.calls] == [1, -100]


async def test_a_shorter_correction_deletes_what_is_left_over() -> None:
    sends, bot = sender()
    assert await sends.rewrite(HERE, [11, 12], ["x"], None) == (11,)
    assert bot.calls == [("edit", 11, "x", None), ("delete", 12)]


async def test_a_longer_correction_goes_on_below() -> None:
    sends, bot = sender()
    assert await sends.rewrite(HERE, [11], ["x", "y"], None) == (11, 102)
    assert [call[0] for call in bot.calls] == ["edit", "send"]


async def test_a_correction_that_changes_nothing_is_no_error() -> None:
    sends, _bot = sender(BadRequest("message is not modified: specified new message content …"))
    assert await sends.rewrite(HERE, [11], ["x"], None) == (11,)


async def test_a_message_that_is_gone_is_sent_anew() -> None:
    sends, bot = sender(BadRequest("message to edit not found"))
    assert await sends.rewrite(HERE, [11], ["x"], None) == (102,)
    assert [call[0] for call in bot.calls] == ["edit", "send"]


async def test_pictures_are_uploaded_once_and_the_oldest_ids_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "MOST_FILES", 2)
    sends, bot = sender()
    for key in ("a", "b", "a", "c", "a", "b"):
        await sends.send_photo(HERE, Photo(key, b"png", key))
    files = [call[2] for call in bot.calls if call[0] == "photo"]
    assert files == [b"png", b"png", "a.png", b"png", "a.png", b"png"]


async def test_nothing_is_waited_for_while_the_bot_stops() -> None:
    sends, _bot = sender(RetryAfter(50))
    waiting = asyncio.ensure_future(sends.send(HERE, ["x"], None))
    await asyncio.sleep(0)
    sends.close()
    with pytest.raises(RetryAfter):
        await asyncio.wait_for(waiting, 1)


async def test_typing_is_shown_for_a_slow_answer_only() -> None:
    sends, bot = sender()
    async with typing(cast(Bot, bot), sends, HERE, patience=0.05):
        pass
    await asyncio.sleep(0.1)
    assert bot.calls == []
    async with typing(cast(Bot, bot), sends, HERE, patience=0.01):
        await asyncio.sleep(0.05)
    assert bot.calls == [("typing", 1)]


async def test_a_failed_sign_of_typing_harms_nothing() -> None:
    sends, _bot = sender(Forbidden("bot was blocked by the user"))
    async with typing(cast(Bot, _bot), sends, HERE, patience=0):
        await asyncio.sleep(0.01)

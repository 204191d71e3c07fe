"""The handler of messages by itself: which replies get buttons that act on the question, and who waits for whom."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest
from telegram import Update

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.channels.conversations import ConversationsInMemory
from bot.channels.following import Office, Subscriptions
from bot.channels.telegram.failures import Failures
from bot.channels.telegram.parts import LONG, Extras, Parts
from bot.channels.telegram.questions import Context, Questions
from bot.channels.telegram.sending import Sender
from bot.i18n import load_voices
from bot.settings import Settings

VOICES = load_voices(Settings().locales, {})
WISH = "🔔 Tell me when you know"


class SilentDesk:
    """Knows nothing; a command leaves the conversation as it is, as the real desk's do."""

    def answer(
        self, text: str, conversation: Conversation, _hint: str | None, _now: float
    ) -> tuple[Reply, Conversation]:
        after = conversation if text.startswith(("/search", "/why")) else replace(conversation, asked=text.lstrip("/"))
        return Reply(Outcome.SILENT, "en", (f"Nothing about {text}.",)), after

    def choose(
        self, token: str, conversation: Conversation, hint: str | None, now: float
    ) -> tuple[Reply, Conversation]:
        return self.answer(token, conversation, hint, now)


class SlowReader(SilentDesk):
    """Takes its time for a long text, also where it reads it again."""

    def answer(self, text: str, conversation: Conversation, hint: str | None, now: float) -> tuple[Reply, Conversation]:
        if len(text) > LONG or (text == "/why" and len(conversation.asked) > LONG):
            time.sleep(0.5)
        return super().answer(text, conversation, hint, now)


class NotingBot:
    """Notes which buttons were shown last."""

    id = 7
    username = "deal_bot"

    def __init__(self) -> None:
        self.shown = list[str]()
        self.calls = list[str]()
        self.said = list[tuple[int, int | None, str]]()

    async def send_chat_action(self, *_args: Any, **_more: Any) -> None:
        self.calls.append("typing")

    async def send_message(self, chat: int, text: str, *_args: Any, **more: Any) -> Any:
        self._note(more["reply_markup"])
        self.said.append((chat, more["message_thread_id"], text))
        return SimpleNamespace(message_id=100)

    async def edit_message_text(self, *_args: Any, **more: Any) -> None:
        self._note(more["reply_markup"])

    def _note(self, markup: Any) -> None:
        self.calls.append("answer")
        self.shown = [button.text for row in markup.inline_keyboard for button in row] if markup else []


class Room:
    """The handler, and what it shows."""

    def __init__(self) -> None:
        self.bot = NotingBot()
        extras = Extras(subscriptions=cast(Subscriptions, object()))
        sender = Sender(cast(Any, self.bot))
        self.parts = Parts(SlowReader(), ConversationsInMemory(), VOICES, sender, extras=extras)
        self.questions = Questions(self.parts)

    async def shown(self, text: str, number: int, *, edited: bool = False, chat: int = 99) -> list[str]:
        fields = {
            "update_id": 1,
            "edited_message" if edited else "message": {
                "message_id": number,
                "date": 1,
                "chat": {"id": chat, "type": "private"},
                "from": {"id": chat, "is_bot": False, "first_name": "Anna", "language_code": "en"},
                "text": text,
            },
        }
        handle = self.questions.correct if edited else self.questions.answer
        await handle(Update.de_json(fields, None), cast(Context, SimpleNamespace(bot=self.bot)))
        return self.bot.shown


@pytest.fixture
def room() -> Room:
    return Room()


async def test_a_question_without_an_answer_can_be_waited_for_and_a_search_without_finds_cannot(room: Room) -> None:
    assert await room.shown("who signed?", 5) == [WISH]
    assert await room.shown("/search tulips", 6) == []
    assert await room.shown("/who signed the other deal?", 7) == [WISH]  # a slip of the finger


async def test_an_edit_that_makes_a_command_of_a_question_takes_the_button_away(room: Room) -> None:
    assert await room.shown("who signed?", 5) == [WISH]
    assert await room.shown("/search tulips", 5, edited=True) == []
    assert await room.shown("who signed then?", 5, edited=True) == [WISH]


async def test_nobody_waits_while_a_long_text_is_read_and_its_chat_sees_that_it_is(room: Room) -> None:
    long = asyncio.create_task(room.shown("what? ".ljust(LONG + 1, "x"), 5))
    await asyncio.sleep(0.05)
    await room.shown("who signed?", 6)
    assert not long.done()
    await long
    assert room.bot.calls == ["answer", "typing", "answer"]


async def test_nobody_waits_while_a_long_text_is_read_again(room: Room) -> None:
    await room.shown("what? ".ljust(LONG + 1, "x"), 5)
    again = asyncio.create_task(room.shown("/why", 6))
    await asyncio.sleep(0.05)
    await room.shown("who signed?", 7, chat=98)
    assert not again.done()
    await again


FORUM: dict[str, Any] = {"message_id": 5, "date": 1, "chat": {"id": -9, "type": "supergroup", "is_forum": True}}
THREAD = {**FORUM, "message_thread_id": 3, "is_topic_message": True, "text": "wer?"}
ANNA = {"id": 99, "is_bot": False, "first_name": "Anna", "language_code": "en"}


async def in_the_thread(room: Room, tell: Callable[[Update], Awaitable[None]]) -> None:
    """Tell something in a thread where German is spoken; elsewhere in the chat it isn't."""
    for key, language in (("-9", "en"), ("-9/3", "de")):
        await room.parts.conversations.save(key, Conversation(last_language=language))
    update = Update.de_json({"update_id": 1, "message": {**THREAD, "from": ANNA}}, None)
    await tell(update)


async def test_a_flood_is_told_so_in_its_thread_and_language(room: Room) -> None:
    await in_the_thread(room, room.questions.slow_down)
    assert room.bot.said == [(-9, 3, VOICES["de"].text("telegram.slow_down"))]


async def test_an_apology_is_made_in_the_thread_s_language(room: Room) -> None:
    async def fail(update: Update) -> None:
        await Failures(room.parts).tell(update, cast(Context, SimpleNamespace(error=RuntimeError("oh"))))

    await in_the_thread(room, fail)
    assert room.bot.said == [(-9, 3, VOICES["de"].text("telegram.failed"))]


class HelpingDesk(SilentDesk):
    """Tells its commands, whatever it hears."""

    def answer(
        self, text: str, conversation: Conversation, hint: str | None, _now: float
    ) -> tuple[Reply, Conversation]:
        return Reply(Outcome.HELP, hint or "en", ("/deals – all deals",), helps=text == "/help"), conversation


@pytest.mark.parametrize("language", ["de", "en"])
async def test_help_names_the_subscriber_s_commands_where_they_are_served(language: str) -> None:
    def parts(office: Office | None) -> Parts:
        extras = Extras(office=office)
        return Parts(HelpingDesk(), ConversationsInMemory(), VOICES, Sender(cast(Any, NotingBot())), extras=extras)

    served, unserved = parts(cast(Office, object())), parts(None)
    helped, _ = await served.answer("/help", Conversation(), language)
    for command in ("/subscribe", "/subscriptions", "/privacy", "/forget"):
        assert f"{command} –" in helped.text
    for reply, _ in (
        await unserved.answer("/help", Conversation(), language),
        await served.answer("hello", Conversation(), language),
    ):
        assert "/subscribe" not in reply.text

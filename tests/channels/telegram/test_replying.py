"""A reply to an older answer is read as about that answer, not as about what was said last."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from telegram import Update

from bot.channels.conversations import ConversationsInMemory
from bot.channels.telegram.parts import Parts
from bot.channels.telegram.questions import Context, Questions
from bot.channels.telegram.sending import Sender
from bot.i18n import load_voices
from bot.settings import Settings
from tests import apps

VOICES = load_voices(Settings().locales, {})
ME = {"id": 7, "is_bot": True, "first_name": "Deals", "username": "deal_bot"}
CHAT = {"id": 99, "type": "private"}


class ListeningBot:
    """Keeps what it sends, with its buttons, as Telegram hands it back in a reply."""

    id, username = 7, "deal_bot"

    def __init__(self) -> None:
        self.sent = list[dict[str, Any]]()

    async def send_chat_action(self, *_args: Any, **_more: Any) -> None:
        pass

    async def send_message(self, _chat: int, text: str, *_args: Any, **more: Any) -> Any:
        markup = more["reply_markup"]
        number = 100 + len(self.sent)
        message = {"message_id": number, "date": 1, "chat": CHAT, "from": ME, "text": text}
        self.sent.append({**message, **({"reply_markup": markup.to_dict()} if markup else {})})
        return SimpleNamespace(message_id=number)


class Chat:
    """A private chat with the bot on real facts."""

    def __init__(self) -> None:
        self.bot = ListeningBot()
        self.parts = self._parts()
        self.number = 0

    def _parts(self) -> Parts:
        return Parts(apps.app().desk, ConversationsInMemory(), VOICES, Sender(cast(Any, self.bot)))

    def forget(self) -> None:
        """Nothing is left of what was said but what stands in the chat."""
        self.parts = self._parts()

    async def say(self, text: str, to: dict[str, Any] | None = None) -> dict[str, Any]:
        self.number += 1
        user = {"id": 99, "is_bot": False, "first_name": "Anna", "language_code": "en"}
        message = {"message_id": self.number, "date": 1, "chat": CHAT, "from": user, "text": text}
        fields = {"update_id": 1, "message": {**message, **({"reply_to_message": to} if to else {})}}
        update = Update.de_json(fields, None)
        await Questions(self.parts).answer(update, cast(Context, SimpleNamespace(bot=self.bot)))
        return self.bot.sent[-1]


@pytest.fixture
def chat() -> Chat:
    return Chat()


@pytest.mark.parametrize(
    ("first", "then", "asked", "told"),
    [
        ("Who signed for Austria?", "How long does delivery to Moscow take?", "When?", "Monday"),
        ("Wer hat für Österreich unterschrieben?", "Wie lange dauert die Lieferung nach Moskau?", "Wann?", "Montag"),
    ],
)
async def test_a_reply_to_an_older_answer_is_about_that_answer(
    chat: Chat, first: str, then: str, asked: str, told: str
) -> None:
    older = await chat.say(first)
    await chat.say(then)
    assert told in (await chat.say(asked, to=older))["text"]


async def test_without_a_reply_it_is_about_the_last_answer(chat: Chat) -> None:
    await chat.say("Who signed for Austria?")
    await chat.say("When was the Moscow contract signed?")
    assert "Monday" not in (await chat.say("Where?"))["text"]


async def test_after_the_reply_the_conversation_goes_on_from_there(chat: Chat) -> None:
    older = await chat.say("Who signed for Austria?")
    await chat.say("How long does delivery to Moscow take?")
    await chat.say("When?", to=older)
    assert "China's economics ministry" in (await chat.say("Where?"))["text"]


async def test_the_buttons_alone_tell_what_was_answered(chat: Chat) -> None:
    older = await chat.say("Who signed for Austria?")
    await chat.say("How long does delivery to Moscow take?")
    chat.forget()
    assert "Monday" in (await chat.say("When was it signed?", to=older))["text"]


async def test_a_reply_to_what_somebody_else_said_changes_nothing(chat: Chat) -> None:
    older = await chat.say("Who signed for Austria?")
    await chat.say("When was the Moscow contract signed?")
    other = {**older, "from": {**ME, "id": 8}}
    assert "Austria" not in (await chat.say("Who is the partner?", to=other))["text"]


@pytest.mark.parametrize(
    ("first", "then", "asked", "told"),
    [
        ("Who signed for Austria?", "How long does delivery to Moscow take?", "When?", "Monday"),
        ("Wer hat für Österreich unterschrieben?", "Wie lange dauert die Lieferung nach Moskau?", "Wann?", "Montag"),
    ],
)
async def test_a_reply_to_an_older_question_is_about_its_answer(
    chat: Chat, first: str, then: str, asked: str, told: str
) -> None:
    await chat.say(first)
    question = {"message_id": chat.number, "date": 1, "chat": CHAT, "from": {**ME, "id": 99}, "text": first}
    await chat.say(then)
    assert told in (await chat.say(asked, to=question))["text"]

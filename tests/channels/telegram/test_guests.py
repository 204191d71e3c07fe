"""Guest messages by themselves, with a bot that only notes what it is to answer."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from telegram import InlineQueryResultArticle, InputTextMessageContent, Update

from bot.channels.conversations import ConversationsInMemory
from bot.channels.telegram.guests import Guests
from bot.channels.telegram.parts import Parts
from bot.channels.telegram.questions import Context
from bot.channels.telegram.sending import Sender
from bot.i18n import load_voices
from bot.settings import Settings
from tests.fakes import FakeDesk

VOICES = load_voices(Settings().locales, {})


class NotingBot:
    """Notes the answers."""

    id = 7
    username = "deal_bot"

    def __init__(self) -> None:
        self.told = list[str]()

    async def answer_guest_query(self, _query: str, result: InlineQueryResultArticle) -> None:
        assert isinstance(result.input_message_content, InputTextMessageContent)
        self.told.append(result.input_message_content.message_text)


async def told(text: str) -> list[str]:
    bot = NotingBot()
    fields = {
        "update_id": 1,
        "guest_message": {
            "message_id": 5,
            "date": 1,
            "chat": {"id": -9, "type": "supergroup"},
            "from": {"id": 99, "is_bot": False, "first_name": "Anna", "language_code": "en"},
            "text": text,
            "guest_query_id": "q",
        },
    }
    guests = Guests(Parts(FakeDesk(), ConversationsInMemory(), VOICES, Sender(cast(Any, bot))))
    await guests.answer(Update.de_json(fields, None), cast(Context, SimpleNamespace(bot=bot)))
    return bot.told


async def test_what_could_be_meant_stands_in_the_text_as_nothing_can_be_tapped() -> None:
    (text,) = await told("which?")
    assert text == "What do you mean?\n\n• First\n• Second"


@pytest.mark.parametrize("text", ["silence", "weather"])
async def test_a_guest_that_knows_nothing_keeps_quiet(text: str) -> None:
    assert await told(text) == []

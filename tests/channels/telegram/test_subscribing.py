"""The subscriber's commands and the courier by themselves, with a bot that only notes what is called."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from telegram import Update
from telegram.ext import ApplicationHandlerStop

from bot.answering.reply import Outcome, Reply
from bot.channels.conversations import ConversationsInMemory
from bot.channels.following import Asking, Office
from bot.channels.telegram.parts import Parts
from bot.channels.telegram.questions import Context
from bot.channels.telegram.sending import Sender
from bot.channels.telegram.subscribing import Subscribing
from bot.i18n import load_voices
from bot.settings import Settings
from tests.fakes import FakeDesk

VOICES = load_voices(Settings().locales, {})


class Me:
    """A bot that sends nothing."""

    id = 7
    username = "deal_bot"

    async def send_message(self, *_args: Any, **_more: Any) -> Any:
        return SimpleNamespace(message_id=1)


class NotingOffice:
    """Notes the commands that reach it."""

    def __init__(self) -> None:
        self.heard = list[tuple[str, str]]()

    async def command(self, name: str, argument: str, _asking: Asking) -> Reply:
        self.heard.append((name, argument))
        return Reply(Outcome.HELP, "en", ("Done.",))


@pytest.mark.parametrize("text", ["/forget", "/Forget", "/FORGET@Deal_Bot", " /foRget"])
async def test_a_command_is_read_however_it_is_written(text: str) -> None:
    me, office = cast(Any, Me()), NotingOffice()
    parts = Parts(FakeDesk(), ConversationsInMemory(), VOICES, Sender(me))
    command = Subscribing(parts, cast(Office, office)).handlers[0]
    fields = {
        "update_id": 1,
        "message": {
            "message_id": 5,
            "date": 1,
            "chat": {"id": 99, "type": "private"},
            "from": {"id": 99, "is_bot": False, "first_name": "Anna"},
            "text": text,
        },
    }
    update = Update.de_json(fields, me)
    assert command.check_update(update)
    with pytest.raises(ApplicationHandlerStop):
        await command.callback(update, cast(Context, SimpleNamespace(bot=me)))
    assert office.heard == [("forget", "")]

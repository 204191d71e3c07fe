"""The subscriber's commands and the courier by themselves, with a bot that only notes what is called."""

import asyncio
from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace
from typing import Any, cast

import pytest
from telegram import Bot, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import ApplicationHandlerStop

from bot.answering.room.reply import Choice, Outcome, Reply
from bot.channels.conversations import ConversationsInMemory
from bot.channels.courier import Arrived, Failed, Moved, Refused, Wait
from bot.channels.following import Asking, Office
from bot.channels.telegram.courier import TelegramCourier, beside, outcome_of
from bot.channels.telegram.parts import Extras, Parts
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
@pytest.mark.parametrize("kind", ["message", "edited_message"])
async def test_a_command_is_read_however_it_is_written_or_became_one(kind: str, text: str) -> None:
    assert await heard(text, kind) == [("forget", "")]


@pytest.mark.parametrize(
    ("text", "command"),
    [("/follow", ("subscribe", "")), ("/Unfollow@deal_bot JD.com", ("unsubscribe", "JD.com"))],
)
async def test_following_is_another_name_for_subscribing(text: str, command: tuple[str, str]) -> None:
    assert await heard(text) == [command]


async def heard(text: str, kind: str = "message") -> list[tuple[str, str]]:
    """What reaches the office of a message."""
    me, office = cast(Any, Me()), NotingOffice()
    parts = Parts(FakeDesk(), ConversationsInMemory(), VOICES, Sender(me))
    command = Subscribing(parts, cast(Office, office)).handlers[0]
    fields = {
        "update_id": 1,
        kind: {
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
    return office.heard


class FailingBot:
    """Takes messages; raises at those whose turn it is to fail."""

    def __init__(self, failures: dict[int, TelegramError]) -> None:
        self.failures, self.calls = failures, 0
        self.taken, self.at = list[tuple[str, bool]](), list[float]()

    async def send_message(self, _chat: int, text: str, *_args: Any, **more: Any) -> None:
        self.calls += 1
        self.at.append(asyncio.get_running_loop().time())
        if error := self.failures.pop(self.calls, None):
            raise error
        self.taken.append((text[:1], more["reply_markup"] is not None))


PARTS = ("a" * 4000, "b" * 4000, "c" * 4000)
NOTICE = Reply(Outcome.ANSWER, "en", PARTS, choices=(Choice("More", "more"),))
WHOLE = [("a", False), ("b", False), ("c", True)]


def courier(pause: float = 0.0, failures: dict[int, TelegramError] | None = None) -> tuple[TelegramCourier, FailingBot]:
    bot = FailingBot(failures or {})
    return TelegramCourier(cast(Bot, bot), pause), bot


async def test_a_new_try_goes_on_with_the_message_that_failed() -> None:
    takes, bot = courier(failures={2: RetryAfter(3), 4: NetworkError("Bad Gateway")})
    assert await takes.deliver("1", NOTICE) == Wait(3.1)
    assert await takes.deliver("1", NOTICE) == Failed("Bad Gateway")
    assert await takes.deliver("1", NOTICE) == Arrived()
    assert bot.taken == WHOLE


async def test_a_try_that_is_broken_off_is_gone_on_with_too() -> None:
    takes, bot = courier(pause=0.2)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await takes.deliver("1", NOTICE)
    assert await takes.deliver("1", NOTICE) == Arrived()
    assert bot.taken == WHOLE


async def test_what_has_arrived_or_was_refused_begins_anew() -> None:
    takes, bot = courier(failures={5: BadRequest("Not enough rights to send text messages to the chat")})
    assert await takes.deliver("1", NOTICE) == Arrived()
    assert isinstance(await takes.deliver("1", NOTICE), Refused)
    assert await takes.deliver("1", NOTICE) == Arrived()
    assert bot.taken == [*WHOLE, WHOLE[0], *WHOLE]


async def test_chats_and_notices_are_told_apart() -> None:
    takes, bot = courier(failures={2: RetryAfter(3)})
    assert await takes.deliver("1", NOTICE) == Wait(3.1)
    assert await takes.deliver("2", NOTICE) == Arrived()
    assert await takes.deliver("1", replace(NOTICE, blocks=("d",))) == Arrived()
    assert bot.taken == [WHOLE[0], *WHOLE, ("d", True)]


async def test_the_messages_of_a_notice_keep_their_distance() -> None:
    takes, bot = courier(pause=0.05)
    await takes.deliver("1", NOTICE)
    assert all(later - at >= 0.045 for at, later in pairwise(bot.at))


@pytest.mark.parametrize(
    "said",
    [
        "Not enough rights to send text messages to the chat",
        "Have no rights to send a message",
        "Need administrator rights in the channel chat",
        "Chat_write_forbidden",
    ],
)
def test_a_chat_where_the_bot_may_not_write_for_now_is_held(said: str) -> None:
    assert outcome_of(BadRequest(said)) == Refused("blocked", said)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), "blocked"),
        (Forbidden("Forbidden: bot was kicked from the group chat"), "blocked"),
        (Forbidden("Forbidden: user is deactivated"), "gone"),
        (BadRequest("Chat not found"), "gone"),
    ],
)
def test_telegram_s_refusals(error: TelegramError, outcome: str) -> None:
    found = outcome_of(error)
    assert isinstance(found, Refused)
    assert found.state == outcome


def test_telegram_s_other_answers() -> None:
    assert outcome_of(RetryAfter(7)) == Wait(7.1)
    assert outcome_of(ChatMigrated(-1005)) == Moved("-1005")
    assert outcome_of(BadRequest("Can't parse entities")) == Failed("Can't parse entities", for_good=True)
    for passing in (TimedOut(), NetworkError("Bad Gateway")):
        assert outcome_of(passing) == Failed(str(passing))


async def test_what_fails_beside_the_channel_is_told_while_it_serves(caplog: pytest.LogCaptureFixture) -> None:
    async def fail() -> None:
        raise ValueError("no such folder")

    async def last() -> None:
        await asyncio.Event().wait()

    extras = Extras(ConversationsInMemory(), beside=(fail, last))
    async with beside(cast(Bot, Me()), extras):
        await asyncio.sleep(0.01)
        assert [str(record.exc_info[1]) for record in caplog.records if record.exc_info] == ["no such folder"]
    assert len(caplog.records) == 1  # what is ended with the channel hasn't failed

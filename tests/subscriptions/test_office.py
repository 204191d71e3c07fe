"""What the office says of a chat, beyond its commands."""

import asyncio
import time
from datetime import UTC, datetime

import pytest

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Reply
from bot.answering.room.room import Room
from bot.channels.courier import Arrived, Moved
from bot.channels.following import Asking
from bot.settings import Settings
from bot.subscriptions.office import Office
from bot.subscriptions.storage.conversations import ConversationsInDatabase
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.journal import Journal
from bot.subscriptions.subscribing.register import Register
from tests.subscriptions.delivering.test_notifier import Channel
from tests.subscriptions.stock import owe


async def test_a_chat_wants_quiet_in_its_quiet_hours_alone(address: str, register: Register, room: Room) -> None:
    office = Office(Settings(database_url=address, zone="UTC"), lambda: room)
    moment = datetime.fromtimestamp(time.time(), UTC)
    minute = moment.hour * 60 + moment.minute
    for chat, begin in (("1", -60), ("2", 60)):
        await register.wish(
            chat, "en", time.time(), quiet_from=(minute + begin) % 1440, quiet_to=(minute + begin + 120) % 1440
        )
    assert await office.wants_quiet("1")
    assert not await office.wants_quiet("2")
    assert not await office.wants_quiet("3")
    await office.database.close()


async def test_news_go_out_on_as_many_lanes_as_the_settings_say(address: str, database: Database, room: Room) -> None:
    await owe(database, range(8), time.time())
    channel = Channel()
    channel.seconds = 0.2
    office = Office(Settings(database_url=address, broadcast_rate=1000.0, broadcast_lanes=3), lambda: room)
    async with office.running(channel), asyncio.timeout(20):
        while len(channel.taken) < 8:
            await asyncio.sleep(0.02)
    assert channel.most == 3


async def test_an_opening_that_fails_in_an_unexpected_way_is_said_and_tried_again(
    address: str,
    database: Database,
    room: Room,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await owe(database, ["1"], time.time())
    failures = [ValueError("a row that can't be read")]

    async def warm(_self: ConversationsInDatabase) -> None:
        if failures:
            raise failures.pop()

    monkeypatch.setattr(ConversationsInDatabase, "warm", warm)
    channel = Channel()
    office = Office(Settings(database_url=address), lambda: room)
    async with office.running(channel), asyncio.timeout(10):
        while not channel.taken:
            await asyncio.sleep(0.02)
    said = [record.exc_info for record in caplog.records if "no subscriptions for now" in record.message]
    assert [bool(traced) for traced in said] == [True]


async def test_who_decides_against_forgetting_keeps_all(address: str, register: Register, room: Room) -> None:
    office = Office(Settings(database_url=address), lambda: room)
    asking, said = Asking("1", "de", time.time()), Conversation(language="de", asked="Wann?")
    async with office.running(Channel()):
        await office.conversations.save("1", said)
        question = await office.command("forget", "", asking)
        assert isinstance(question, Reply)
        yes, no = question.choices
        await office.choose(no.token, asking)
        assert await office.conversations.load("1") == said
        await office.choose(yes.token, asking)
        assert await office.conversations.load("1") == Conversation()
    assert await register.subscriber("1") is None


async def test_a_group_that_has_moved_goes_on_with_what_it_said(address: str, database: Database, room: Room) -> None:
    said = Conversation(language="de", asked="Wann?")
    office = Office(Settings(database_url=address), lambda: room)
    async with office.running(Channel()):
        await office.conversations.save("-1", said)  # it isn't written yet
        await office.moved("-1", "-1001")
        assert await office.conversations.load("-1001") == said
        assert await office.conversations.load("-1") == Conversation()
    other = ConversationsInDatabase(database, Journal(database), alone=False)
    assert await other.load("-1001") == said
    assert await other.load("-1") == Conversation()


async def test_a_group_that_spoke_before_its_move_was_known_keeps_its_language(
    address: str, database: Database, room: Room
) -> None:
    await owe(database, ["-1"], time.time())
    office = Office(Settings(database_url=address), lambda: room)
    await office.conversations.save("-1", Conversation(language="de", asked="Wann?"))
    await office.conversations.save("-1001", Conversation(asked="Wer?"))
    channel = Channel(lambda chat: Moved("-1001") if chat == "-1" else Arrived())
    async with office.running(channel), asyncio.timeout(20):
        while not channel.taken:
            await asyncio.sleep(0.02)
        assert await office.conversations.load("-1001") == Conversation(language="de", asked="Wer?")
    assert channel.chats == ["-1001"]

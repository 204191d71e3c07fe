"""The database fails in its ways; a clear line says so, the questions go on, nothing confirmed is lost."""

import asyncio
import logging
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from functools import partialmethod
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.channels.following import Asking
from bot.settings import Settings, Webhook
from bot.subscriptions.changes.topic import Topic
from bot.subscriptions.delivering.marking import Habits
from bot.subscriptions.office import Office
from bot.subscriptions.storage import database as database_module
from bot.subscriptions.storage.database import Database, url_of
from bot.subscriptions.storage.errors import StorageError, explained
from bot.subscriptions.subscribing.register import Register
from tests.subscriptions.delivering.test_notifier import Channel
from tests.subscriptions.stock import NOW, PostgreSql, owe

ANSWER = Reply(Outcome.ANSWER, "en", ("Yes.",), facts=("night-train/contract",))
ANNA = Asking("1", "en", NOW)


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries follow soon, and a lock isn't waited for long."""
    monkeypatch.setattr("bot.subscriptions.storage.journal.PAUSE_SECONDS", 0.1)
    monkeypatch.setattr("bot.subscriptions.office.OPENING_SECONDS", 0.3)
    monkeypatch.setattr("bot.subscriptions.office.LONGEST_PAUSE", 0.2)
    monkeypatch.setattr("bot.subscriptions.storage.database.BUSY_SECONDS", 0.1)


@asynccontextmanager
async def office(settings: Settings, room: Room, channel: Channel | None = None) -> AsyncIterator[Office]:
    office = Office(settings, lambda: room)
    async with office.running(channel or Channel()):
        yield office


async def still_answers(office: Office) -> None:
    """What a question needs of the office works, whatever the database does."""
    said = Conversation(asked="When?")
    await office.conversations.save("9", said)
    office.told("9", ANSWER)
    assert await office.conversations.load("9") == said


def complaints(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


async def test_a_file_that_is_no_database(tmp_path: Path, room: Room, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "bot.sqlite3").write_bytes(b"nonsense" * 1000)
    async with office(Settings(folder=tmp_path), room) as serving:
        await still_answers(serving)
        reply = await serving.command("subscribe", "Alpina", ANNA)
        assert isinstance(reply, Reply)
        assert reply.blocks[0].startswith("I can’t read or keep subscriptions right now")
    assert any("the database file is damaged; move it away" in line for line in complaints(caplog))


async def test_a_folder_that_can_t_be_written(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    async with office(Settings(folder=Path("/proc/nowhere")), room) as serving:
        await still_answers(serving)
    assert complaints(caplog)


async def test_a_file_that_another_program_has_locked(
    tmp_path: Path, room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    settings = Settings(folder=tmp_path)
    async with office(settings, room):
        pass
    lock = sqlite3.connect(tmp_path / "bot.sqlite3", isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    async with office(settings, room) as serving:
        await still_answers(serving)
        await asyncio.sleep(0.5)
        assert any("another program holds the database file" in line for line in complaints(caplog))
        lock.execute("ROLLBACK")
        lock.close()
        async with asyncio.timeout(10):
            while await written(tmp_path) == 0:
                await asyncio.sleep(0.05)


async def written(folder: Path) -> int:
    """How many conversations stand in the file."""
    database = Database(url_of(None, folder))
    async with database.reading() as connection:
        count = await connection.scalar(text("SELECT count(*) FROM conversations"))
    await database.close()
    return count or 0


async def test_a_full_disk_loses_nothing_that_was_confirmed(tmp_path: Path, room: Room) -> None:
    database = Database(url_of(None, tmp_path))
    async with office(Settings(folder=tmp_path), room):
        pass
    register = Register(database)
    await register.subscribe("1", "en", "follow", Topic(deal="first"), NOW)
    async with database.writing() as connection:
        pages = await connection.scalar(text("PRAGMA page_count"))
        await connection.execute(text(f"PRAGMA max_page_count = {pages}"))  # as if the disk ended here
    kept = 1

    async def fill() -> None:
        nonlocal kept
        for number in range(100_000):
            await register.subscribe(f"{number + 2}", "en", "follow", Topic(deal="x" * 400), NOW)
            kept += 1

    with pytest.raises(StorageError, match="the disk is full; make room"):
        await fill()
    async with database.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM subscriptions")) == kept
    await database.close()


async def test_a_full_disk_stops_no_answer_and_what_waits_is_kept_once_there_is_room(
    tmp_path: Path, room: Room, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(folder=tmp_path)
    async with office(settings, room):
        pass
    pages = 1

    def limited(connection: Any, _record: object) -> None:
        set_up(connection, _record)
        connection.execute(f"PRAGMA max_page_count = {pages}").close()

    set_up = database_module._set_up_file
    monkeypatch.setattr(database_module, "_set_up_file", limited)
    async with office(settings, room) as serving:
        long = Conversation(asked="Wann? " * 5000)
        await serving.conversations.save("1", long)
        serving.told("1", ANSWER)
        await until(lambda: any("the disk is full; make room" in line for line in complaints(caplog)))
        assert await serving.conversations.load("1") == long
        await still_answers(serving)
        assert await written(tmp_path) == 0
        pages = 100_000
        await serving.database.engine.dispose()  # new connections see the room
        await until(lambda: serving._journal.waiting(("conversation", "1")) is None)
    pages = 100_000
    assert await written(tmp_path) == 2


@pytest.fixture
def severed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """While [True], no connection is to be had."""
    away = [False]
    connect = Database._transaction

    @asynccontextmanager
    async def maybe(self: Database, *, writes: bool) -> AsyncIterator[object]:
        if away[0]:
            raise StorageError("the database can't be used (ConnectionRefusedError)")
        async with connect(self, writes=writes) as connection:
            yield connection

    monkeypatch.setattr(Database, "_transaction", maybe)
    yield away
    away[0] = False


async def test_a_database_that_goes_away_and_comes_back(
    address: str, database: Database, room: Room, severed: list[bool], caplog: pytest.LogCaptureFixture
) -> None:
    async with office(Settings(database_url=address), room) as serving:
        severed[0] = True
        await still_answers(serving)
        await asyncio.sleep(0.3)
        reply = await serving.command("subscriptions", "", ANNA)
        assert isinstance(reply, Reply)
        assert "right now" in reply.blocks[0]
        severed[0] = False
        async with asyncio.timeout(10):
            while True:
                async with database.reading() as connection:
                    if await connection.scalar(text("SELECT count(*) FROM told")):
                        break
                await asyncio.sleep(0.05)
    assert len([line for line in complaints(caplog) if "conversations can't be kept" in line]) == 1


@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
@pytest.mark.parametrize("alone", [True, False], ids=["alone", "beside others"])
async def test_a_postgresql_that_stops_and_comes_back(
    address: str,
    database: Database,
    postgres: PostgreSql,
    room: Room,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    *,
    alone: bool,
) -> None:
    monkeypatch.setattr(Habits, "__init__", partialmethod(Habits.__init__, storage_pause=0.2))
    monkeypatch.setattr("bot.subscriptions.delivering.marking.PAUSES", (0.1, 0.2))
    caplog.set_level(logging.INFO, "bot")
    await owe(database, range(100, 120), time.time())
    webhook = None if alone else Webhook("https://bot.example.org")
    channel = Channel()
    async with office(Settings(database_url=address, broadcast_rate=20, webhook=webhook), room, channel) as serving:
        await until(lambda: len(channel.taken) >= 3)
        await asyncio.to_thread(postgres.stop)
        try:
            told_before = len(channel.taken)
            async with asyncio.timeout(5):
                await still_answers(serving)
                for language, words in (("de", "im Moment"), ("en", "right now")):
                    reply = await serving.command("subscriptions", "", Asking("1", language, NOW))
                    assert isinstance(reply, Reply)
                    assert words in reply.blocks[0]
            await asyncio.sleep(0.6)
            assert len(channel.taken) <= told_before + 1  # the one that was in flight
        finally:
            await asyncio.to_thread(postgres.start)
        await until(lambda: len(channel.taken) >= 20)
        await until(lambda: "the database is back, sending goes on" in caplog.text)
        await asyncio.wait_for(serving.settled(), 10)
        assert isinstance(await serving.command("subscriptions", "", ANNA), Reply)
    assert sorted(channel.chats) == [f"{chat}" for chat in range(100, 120)]
    async with database.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM told")) == 1
        assert await connection.scalar(text("SELECT count(*) FROM deliveries WHERE state = 'sent'")) == 20
    lines = complaints(caplog)
    for said in ("news wait, answers go on", "conversations can't be kept for now"):
        assert len([line for line in lines if said in line]) <= 1
    assert any("the database" in line for line in lines)
    assert not any("anew" in line or "Traceback" in line for line in lines)
    assert len(lines) <= 4


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0.02)


async def test_a_postgresql_that_isn_t_there(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    settings = Settings(database_url="postgresql://bot:secret@127.0.0.1:1/bot")
    async with office(settings, room) as serving:
        await still_answers(serving)
    assert complaints(caplog)
    assert "secret" not in caplog.text


def test_a_clear_line_names_the_remedy() -> None:
    for said, remedy in (
        ("database or disk is full", "make room"),
        ("database disk image is malformed", "move it away"),
        ("attempt to write a readonly database", "check its rights"),
        ("no such table: x", "can't be used"),
    ):
        assert remedy in explained(OperationalError("SELECT", {}, sqlite3.OperationalError(said)))

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DataError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.answering.room.conversation import Conversation
from bot.channels.conversations import Answered
from bot.subscriptions.changes.publishing import Publishing
from bot.subscriptions.changes.topic import Topic as Subject
from bot.subscriptions.delivering.outbox import Outbox
from bot.subscriptions.storage.conversations import ConversationsInDatabase
from bot.subscriptions.storage.database import Database, url_of
from bot.subscriptions.storage.journal import MOST_TRIES, Journal, Writer
from bot.subscriptions.subscribing.register import Register
from bot.understanding.judging.recognition import Background
from tests.subscriptions.stock import NOW, content, publication

SAID = Conversation(
    language="de", last_at=NOW, asked="Wann?", topic=Background("Wann?", "de", "train", ("train/time",))
)


def kept(database: Database, journal: Journal, *, alone: bool = True) -> ConversationsInDatabase:
    return ConversationsInDatabase(database, journal, alone=alone)


async def test_a_conversation_outlives_its_process(database: Database, journal: Journal) -> None:
    await kept(database, journal).save("1/2", SAID)
    await journal.flush()
    after = kept(database, Journal(database))
    assert await after.load("1/2") == SAID
    assert await after.load("1") == Conversation()


async def test_a_process_that_serves_alone_knows_its_chats_from_the_start(database: Database, journal: Journal) -> None:
    await kept(database, journal).save("1", SAID)
    await journal.flush()
    after = kept(database, Journal(database))
    await after.warm()
    async with database.writing() as connection:
        await connection.execute(text("DELETE FROM conversations"))
    assert await after.load("1") == SAID


async def test_a_language_that_is_chosen_holds_for_news_too(
    database: Database, journal: Journal, register: Register, publishing: Publishing, outbox: Outbox
) -> None:
    for chat in ("1", "2", "3"):
        await register.subscribe(chat, "en", "follow", Subject(), NOW)
    store = kept(database, journal)
    await store.save("1", SAID)
    await store.save("2", replace(SAID, language=None, last_language="de"))  # a word of German, no choice
    await journal.flush()
    await publishing.publish({"train/time": content()}, publication(), NOW)
    assert {owed.chat: owed.language for owed in await outbox.claim(NOW)} == {"1": "de", "2": "en", "3": "en"}


async def test_processes_side_by_side_hear_of_each_other(database: Database, journal: Journal) -> None:
    one, two = kept(database, journal, alone=False), kept(database, Journal(database), alone=False)
    await two.save("1", Conversation(asked="before"))
    await one.save("1", SAID)
    await journal.flush()
    assert (await two.load("1")).asked == "before"  # its own words aren't written yet
    await one.save("1", SAID)
    two_later = kept(database, Journal(database), alone=False)
    await journal.flush()
    assert await two_later.load("1") == SAID


async def test_what_isn_t_written_yet_is_known_already(database: Database, journal: Journal) -> None:
    store = kept(database, journal, alone=False)
    await store.save("1", SAID)
    assert await store.load("1") == SAID


async def test_an_answered_question_is_found_again(database: Database, journal: Journal) -> None:
    answered = Answered(Conversation(), SAID, (7, 8), "digest", 6)
    await kept(database, journal).record("1", 6, answered)
    await journal.flush()
    after = kept(database, Journal(database))
    assert await after.answered("1", 6) == answered
    assert await after.answered("1", 7) is None


async def test_without_the_database_the_process_remembers_by_itself(tmp_path: Path) -> None:
    nowhere = Database(url_of("sqlite:////proc/nowhere/bot.sqlite3", tmp_path))
    journal = Journal(nowhere)
    store = kept(nowhere, journal)
    await store.save("1", SAID)
    journal.forget("1")
    assert await store.load("1") == SAID
    assert await store.load("2") == Conversation()


async def save_behind_what_is_refused(database: Database, journal: Journal, refuse: Writer) -> None:
    """Let the journal run until what one chat said is written, with an entry before it that is refused."""
    store = kept(database, journal)
    journal.writes("poison", refuse)
    journal.note(("poison", "0"), "x")
    await store.save("1", SAID)
    task = asyncio.create_task(journal.run())
    async with asyncio.timeout(10):
        while journal.waiting(("conversation", "1")):
            await asyncio.sleep(0.01)
    task.cancel()


async def test_an_entry_that_the_database_refuses_doesn_t_stop_the_others(
    database: Database, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.subscriptions.storage.journal.PAUSE_SECONDS", 0.01)
    monkeypatch.setattr("bot.subscriptions.storage.journal.MOMENT", 0.0)

    async def refuse(_connection: AsyncConnection, _entries: object) -> None:
        raise DataError("refused", None, Exception("refused"))

    await save_behind_what_is_refused(database, journal, refuse)
    assert await kept(database, Journal(database)).load("1") == SAID


async def test_an_entry_that_is_noted_anew_while_it_is_refused_is_itself_given_up(
    database: Database, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.subscriptions.storage.journal.PAUSE_SECONDS", 0.01)
    monkeypatch.setattr("bot.subscriptions.storage.journal.MOMENT", 0.0)
    tries = list[object]()

    async def refuse(_connection: AsyncConnection, entries: object) -> None:
        tries.append(entries)
        if len(tries) > MOST_TRIES:
            journal.note(("poison", "0"), "y")  # behind all others now
        raise DataError("refused", None, Exception("refused"))

    await save_behind_what_is_refused(database, journal, refuse)
    assert len(tries) == MOST_TRIES + 1
    assert await kept(database, Journal(database)).load("1") == SAID

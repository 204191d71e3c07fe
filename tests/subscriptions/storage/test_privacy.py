import json
from dataclasses import replace

import pytest
from sqlalchemy import text, update

from bot.answering.room.conversation import Conversation
from bot.channels.conversations import Answered
from bot.subscriptions.changes.topic import Topic
from bot.subscriptions.delivering.telling import Telling, Told
from bot.subscriptions.storage.conversations import ConversationsInDatabase
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.journal import Journal
from bot.subscriptions.storage.privacy import DAY, Privacy
from bot.subscriptions.storage.tables import conversations
from bot.subscriptions.subscribing.register import Register
from tests.subscriptions.stock import NOW

SAID = Conversation(language="de", last_at=NOW, asked="Wann?")


@pytest.fixture
async def private(database: Database, journal: Journal, register: Register) -> Privacy:
    """A chat of which everything is kept that can be, and another one."""
    store = ConversationsInDatabase(database, journal, alone=True)
    for chat in ("1", "2"):
        await store.save(chat, SAID)
        await store.record(chat, 6, Answered(Conversation(), SAID, (7,)))
        Telling(journal).note(chat, Told("de", NOW, {"train/time": "digest"}))
    await journal.flush()
    await register.subscribe("1", "de", "follow", Topic(deal="train"), NOW)
    return Privacy(database, keep_questions_days=30)


async def test_the_export_holds_everything_of_the_chat_and_nothing_of_others(private: Privacy) -> None:
    export = json.loads(await private.export("1"))
    assert export["subscriber"]["language"] == "de"
    assert [entry["topic"] for entry in export["subscriptions"]] == ["deal:train"]
    assert [entry["fact"] for entry in export["told"]] == ["train/time"]
    assert export["conversations"][0]["content"]["asked"] == "Wann?"
    assert len(export["answers"]) == 1
    assert '"2"' not in json.dumps(export)


async def test_forgetting_leaves_nothing_of_the_chat_and_all_of_others(private: Privacy) -> None:
    other = await private.export("2")
    await private.forget("1")
    export = json.loads(await private.export("1"))
    assert not any(value for name, value in export.items() if name != "chat")
    assert await private.export("2") == other


async def test_texts_of_questions_are_kept_as_long_as_the_settings_say(private: Privacy, database: Database) -> None:
    async with database.writing() as connection:
        await connection.execute(update(conversations).values(changed_at=NOW))
        await connection.execute(text("UPDATE answers SET answered_at = changed_at FROM conversations"))
    await private.tidy(NOW + 30 * DAY - 1)
    assert "Wann?" in (await private.export("1")).decode()
    await private.tidy(NOW + 30 * DAY + 1)
    export = json.loads(await private.export("1"))
    assert "Wann?" not in json.dumps(export)
    assert export["answers"] == []
    assert Conversation.from_json(json.dumps(export["conversations"][0]["content"])) == replace(
        Conversation(), language="de"
    )

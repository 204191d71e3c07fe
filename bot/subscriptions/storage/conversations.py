"""Conversations and answered questions in the database: a channel's ConversationStore that outlives the process.

Writes go by the journal, reads of the same moment together in one query. A process that serves alone knows its chats'
last words itself; several (behind a webhook) look into the database each time. When that is away, what the process
knows is used instead.
"""

import asyncio
import json
import logging
import time
from collections.abc import Mapping

from sqlalchemy import delete, insert, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.answering.room.conversation import Conversation
from bot.channels.conversations import Answered, ConversationsInMemory
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.errors import StorageError
from bot.subscriptions.storage.journal import Journal, Key
from bot.subscriptions.storage.portions import MOST
from bot.subscriptions.storage.tables import answers, conversations, subscribers

CONVERSATION, ANSWER = "conversation", "answer"
MOST_KNOWN = 2_000
"""Chats known from the start; twice as many are kept in memory, the others are looked up when they speak."""

FALLBACK = 1_000
"""Answered questions that are known while the database is away."""

LOG = logging.getLogger(__name__)


class ConversationsInDatabase:
    """See bot.channels.conversations.ConversationStore. `alone`: no other process serves the same bot."""

    def __init__(self, database: Database, journal: Journal, *, alone: bool) -> None:
        self._database, self._journal, self._alone = database, journal, alone
        self._memory = ConversationsInMemory(chats=2 * MOST_KNOWN, questions=FALLBACK)
        self._asked: dict[str, asyncio.Future[str | None]] = {}
        self._reading: asyncio.Task[None] | None = None
        self._all_known = False
        journal.writes(CONVERSATION, _write_conversations)
        journal.writes(ANSWER, _write_answers)

    async def load(self, chat: str) -> Conversation:
        """The chat's conversation; a fresh one for a chat that isn't known."""
        waiting = self._journal.waiting((CONVERSATION, chat))
        if isinstance(waiting, Conversation):
            return waiting
        known = await self._memory.load(chat)
        if self._alone and (known != Conversation() or (self._all_known and not self._memory.full)):
            return known
        try:
            found = await self._read(chat)
        except StorageError as error:
            LOG.debug("from memory: %s", error)
            return known
        return Conversation.from_json(found) if found else Conversation()

    async def save(self, chat: str, conversation: Conversation) -> None:
        """Keep the chat's conversation."""
        await self._memory.save(chat, conversation)
        self._journal.note((CONVERSATION, chat), conversation)

    async def answered(self, chat: str, question: int) -> Answered | None:
        """What became of the question; None when that isn't known (any more)."""
        waiting = self._journal.waiting((ANSWER, chat, str(question)))
        if isinstance(waiting, Answered):
            return waiting
        wanted = select(answers.c.content).where(answers.c.chat == chat, answers.c.question == question)
        try:
            async with self._database.reading() as connection:
                found = await connection.scalar(wanted)
        except StorageError:
            return await self._memory.answered(chat, question)
        return _answered(found) if found else None

    async def record(self, chat: str, question: int, answered: Answered) -> None:
        """Keep what became of the question."""
        await self._memory.record(chat, question, answered)
        self._journal.note((ANSWER, chat, str(question)), answered)

    async def warm(self) -> None:
        """At the start of a process that serves alone: know the chats that spoke last, so that none needs a look."""
        if not self._alone:
            return
        wanted = select(conversations).order_by(conversations.c.changed_at.desc()).limit(MOST_KNOWN)
        async with self._database.reading() as connection:
            rows = (await connection.execute(wanted)).all()
        for row in reversed(rows):
            if await self._memory.load(row.chat) == Conversation():
                await self._memory.save(row.chat, Conversation.from_json(row.content))
        self._all_known = len(rows) < MOST_KNOWN

    def forget(self, chat: str) -> None:
        """Nothing of the chat is known any more."""
        self._journal.forget(chat)
        self._memory.forget(chat)

    async def moved(self, old: str, new: str) -> None:
        """The database keeps the chat's words under another key now: from there they are known. Raises StorageError."""
        self._memory.forget(old)
        found = await self._read(new)
        if found and self._journal.waiting((CONVERSATION, new)) is None:
            await self._memory.save(new, Conversation.from_json(found))

    async def _read(self, chat: str) -> str | None:
        """One of the reads that are made together as soon as the one before is done."""
        future = self._asked.get(chat)
        if future is None:
            future = self._asked[chat] = asyncio.get_running_loop().create_future()
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(self._read_all())
        return await asyncio.shield(future)

    async def _read_all(self) -> None:
        while self._asked:
            some = {chat: self._asked.pop(chat) for chat in list(self._asked)[:MOST]}
            wanted = select(conversations.c.chat, conversations.c.content).where(conversations.c.chat.in_(some))
            try:
                async with self._database.reading() as connection:
                    found = {row.chat: row.content for row in await connection.execute(wanted)}
            except BaseException as error:
                failure = error if isinstance(error, StorageError) else StorageError("reading was broken off")
                for future in some.values():
                    future.set_exception(failure)
                if not isinstance(error, StorageError):
                    raise
            else:
                for chat, future in some.items():
                    future.set_result(found.get(chat))


async def _write_conversations(connection: AsyncConnection, entries: Mapping[Key, Conversation]) -> None:
    await connection.execute(delete(conversations).where(conversations.c.chat.in_([key[1] for key in entries])))
    now = time.time()
    rows = [{"chat": key[1], "content": one.to_json(), "changed_at": now} for key, one in entries.items()]
    await connection.execute(insert(conversations), rows)
    await _keep_languages(connection, {key[1]: one.language for key, one in entries.items() if one.language})


async def _keep_languages(connection: AsyncConnection, chosen: Mapping[str, str]) -> None:
    """A language that was chosen holds for news, too, from the next one on."""
    for language in set(chosen.values()):
        chats = [chat for chat, one in chosen.items() if one == language]
        await connection.execute(
            update(subscribers)
            .where(subscribers.c.chat.in_(chats), subscribers.c.language != language)
            .values(language=language)
        )


async def _write_answers(connection: AsyncConnection, entries: Mapping[Key, Answered]) -> None:
    keys = [(key[1], int(key[2])) for key in entries]
    await connection.execute(delete(answers).where(tuple_(answers.c.chat, answers.c.question).in_(keys)))
    now = time.time()
    rows = [
        {"chat": key[1], "question": int(key[2]), "content": _written(one), "answered_at": now}
        for key, one in entries.items()
    ]
    await connection.execute(insert(answers), rows)


def _written(answered: Answered) -> str:
    kept = {
        "before": answered.before.to_json(),
        "after": answered.after.to_json(),
        "replies": answered.replies,
        "shown": answered.shown,
        "picture": answered.picture,
    }
    return json.dumps(kept, separators=(",", ":"))


def _answered(text: str) -> Answered:
    kept = json.loads(text)
    before, after = Conversation.from_json(kept["before"]), Conversation.from_json(kept["after"])
    return Answered(before, after, tuple(kept["replies"]), kept.get("shown", ""), kept.get("picture"))

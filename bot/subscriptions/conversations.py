"""Conversations and answered questions in the database: a channel's ConversationStore that outlives the process.

Reads come from the database (several processes may serve one bot), writes go by the journal. When the database is
away, what this process knows itself is used instead.
"""

import json
import logging
import time

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.answering.conversation import Conversation
from bot.channels.conversations import Answered, ConversationsInMemory
from bot.subscriptions.database import Database
from bot.subscriptions.errors import StorageError
from bot.subscriptions.journal import Journal
from bot.subscriptions.tables import answers, conversations

LOG = logging.getLogger(__name__)


class ConversationsInDatabase:
    """See bot.channels.conversations.ConversationStore."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database, self._journal = database, journal
        self._memory = ConversationsInMemory(chats=2_000, questions=4_000)

    async def load(self, chat: str) -> Conversation:
        """The chat's conversation; a fresh one for a chat that isn't known."""
        waiting = self._journal.waiting(("conversation", chat))
        if isinstance(waiting, Conversation):
            return waiting
        try:
            async with self._database.reading() as connection:
                found = await connection.scalar(select(conversations.c.content).where(conversations.c.chat == chat))
        except StorageError as error:
            LOG.debug("from memory: %s", error)
            return await self._memory.load(chat)
        return Conversation.from_json(found) if found else Conversation()

    async def save(self, chat: str, conversation: Conversation) -> None:
        """Keep the chat's conversation."""
        await self._memory.save(chat, conversation)

        async def write(connection: AsyncConnection) -> None:
            await connection.execute(delete(conversations).where(conversations.c.chat == chat))
            row = {"chat": chat, "content": conversation.to_json(), "changed_at": time.time()}
            await connection.execute(insert(conversations).values(row))

        self._journal.note(("conversation", chat), conversation, write)

    async def answered(self, chat: str, question: int) -> Answered | None:
        """What became of the question; None when that isn't known (any more)."""
        waiting = self._journal.waiting(("answer", chat, str(question)))
        if isinstance(waiting, Answered):
            return waiting
        try:
            async with self._database.reading() as connection:
                found = await connection.scalar(
                    select(answers.c.content).where(answers.c.chat == chat, answers.c.question == question)
                )
        except StorageError:
            return await self._memory.answered(chat, question)
        return _answered(found) if found else None

    async def record(self, chat: str, question: int, answered: Answered) -> None:
        """Keep what became of the question."""
        await self._memory.record(chat, question, answered)

        async def write(connection: AsyncConnection) -> None:
            there = (answers.c.chat == chat, answers.c.question == question)
            await connection.execute(delete(answers).where(*there))
            row = {"chat": chat, "question": question, "content": _written(answered), "answered_at": time.time()}
            await connection.execute(insert(answers).values(row))

        self._journal.note(("answer", chat, str(question)), answered, write)


def _written(answered: Answered) -> str:
    kept = {"before": answered.before.to_json(), "after": answered.after.to_json(), "replies": answered.replies}
    return json.dumps(kept, separators=(",", ":"))


def _answered(text: str) -> Answered:
    kept = json.loads(text)
    before, after = Conversation.from_json(kept["before"]), Conversation.from_json(kept["after"])
    return Answered(before, after, tuple(kept["replies"]))

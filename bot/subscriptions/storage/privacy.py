"""What is kept of a chat: given out whole, deleted whole, and forgotten by itself when its time is over."""

import json
from dataclasses import replace
from typing import Any

from babel.units import format_unit
from sqlalchemy import Select, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.answering.room.conversation import EXPIRY_SECONDS, Conversation
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.portions import MOST
from bot.subscriptions.storage.tables import (
    announcements,
    answers,
    conversations,
    deliveries,
    feedback,
    subscribers,
    subscriptions,
    told,
)

DAY = 86400.0
TOLD_DAYS = 365
"""So long it is remembered which facts a chat was given, to correct them."""
DONE_DAYS = 90
"""So long finished deliveries are kept."""


class Privacy:
    """The chats' data."""

    def __init__(self, database: Database, keep_questions_days: float) -> None:
        self._database = database
        self.keep_questions_days = keep_questions_days

    async def export(self, chat: str) -> bytes:
        """Everything that is kept of the chat, as JSON."""
        async with self._database.reading() as connection:
            kept: dict[str, object] = {"chat": chat}
            row = (await connection.execute(select(subscribers).where(subscribers.c.chat == chat))).mappings().first()
            kept["subscriber"] = dict(row) if row else None
            number = row["id"] if row else None
            for table in (subscriptions, told):
                kept[table.name] = await _rows(connection, select(table).where(table.c.subscriber_id == number))
            owed = select(deliveries, announcements.c.kind, announcements.c.fact).join(
                announcements, announcements.c.id == deliveries.c.announcement_id
            )
            kept["deliveries"] = await _rows(connection, owed.where(deliveries.c.subscriber_id == number))
            for table in (conversations, answers):
                found = await _rows(connection, select(table).where(table.c.chat == chat))
                kept[table.name] = [entry | {"content": json.loads(entry["content"])} for entry in found]
            rated = await _rows(connection, select(feedback).where(feedback.c.chat == chat))
            kept["feedback"] = [
                entry | {name: json.loads(entry[name]) for name in ("asked", "facts") if entry[name]} for entry in rated
            ]
        return json.dumps(kept, ensure_ascii=False, indent=2).encode()

    async def forget(self, chat: str) -> None:
        """Delete everything that is kept of the chat."""
        async with self._database.writing() as connection:
            # Subscriptions, deliveries and what it was told go with the subscriber.
            await connection.execute(delete(subscribers).where(subscribers.c.chat == chat))
            for table in (conversations, answers, feedback):
                await connection.execute(delete(table).where(table.c.chat == chat))

    async def tidy(self, now: float) -> None:
        """Forget what has been kept long enough; a language choice stays without the texts."""
        before = texts_before(self.keep_questions_days, now)
        async with self._database.writing() as connection:
            await connection.execute(delete(answers).where(answers.c.answered_at < before))
            await _blank(connection, before)
            nobody = {"chat": None, "rated": None, "rater": None, "asked": None}
            old = feedback.c.at < before, feedback.c.chat.is_not(None)
            await connection.execute(update(feedback).where(*old).values(nobody))
            await connection.execute(delete(told).where(told.c.told_at < now - TOLD_DAYS * DAY))
            done = deliveries.c.state.in_(("sent", "failed", "expired", "dropped"))
            await connection.execute(delete(deliveries).where(done, deliveries.c.due_at < now - DONE_DAYS * DAY))
            await connection.execute(
                delete(subscriptions).where(
                    subscriptions.c.state == "fulfilled", subscriptions.c.created_at < now - DONE_DAYS * DAY
                )
            )


def texts_before(keep_questions_days: float, now: float) -> float:
    """Questions asked before this moment aren't kept any more; those of a conversation that lasts always are."""
    return now - max(keep_questions_days * DAY, EXPIRY_SECONDS)


def how_long(keep_questions_days: float, language: str) -> str:
    """How long texts of questions are kept at most, in words: "30 days", "30 Minuten"."""
    minutes = round(max(keep_questions_days * DAY, EXPIRY_SECONDS) / 60)
    for unit, length in (("day", 24 * 60), ("hour", 60), ("minute", 1)):
        if minutes >= length:
            return format_unit(-(-minutes // length), f"duration-{unit}", locale=language)
    raise AssertionError(minutes)


async def _blank(connection: AsyncConnection, before: float) -> None:
    """Conversations that rested so long lose everything but the language."""
    while True:
        chosen = select(conversations).where(conversations.c.changed_at < before, conversations.c.changed_at > 0)
        rows = (await connection.execute(chosen.limit(MOST))).all()
        for row in rows:
            old = Conversation.from_json(row.content)
            bare = replace(Conversation(), language=old.language, last_language=old.last_language)
            await connection.execute(
                update(conversations)
                .where(conversations.c.chat == row.chat)
                .values(content=bare.to_json(), changed_at=0.0)
            )
        if len(rows) < MOST:
            return


async def _rows(connection: AsyncConnection, query: Select[Any]) -> list[dict[str, Any]]:
    return [dict(row) for row in (await connection.execute(query)).mappings()]

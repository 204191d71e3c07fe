"""The register of subscribers: who they are, what they follow, how they want to be told; and what they were told."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.subscriptions.changes.difference import Change
from bot.subscriptions.changes.owed import change_of
from bot.subscriptions.changes.topic import Topic
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.portions import portions
from bot.subscriptions.storage.standing import ACTIVE, OPEN, set_state
from bot.subscriptions.storage.tables import (
    announcements,
    deliveries,
    publications,
    subscribers,
    subscriptions,
)
from bot.subscriptions.subscribing.moving import move, move_words

MOST_SUBSCRIPTIONS = 50


@dataclass(frozen=True)
class Subscription:
    """One choice of a subscriber; kind is "follow" or "await", state "active" or "paused"."""

    id: int
    kind: str
    topic: Topic
    state: str


@dataclass(frozen=True)
class Subscriber:
    """A subscriber with their wishes and subscriptions."""

    id: int
    frequency: str
    quiet: tuple[int, int] | None
    zone: str | None
    corrections: bool
    last_at: float | None
    subscriptions: tuple[Subscription, ...]


class Register:
    """Reads and changes the register."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def subscriber(self, chat: str) -> Subscriber | None:
        """The chat's entry, if it has one."""
        async with self._database.reading() as connection:
            row = (await connection.execute(select(subscribers).where(subscribers.c.chat == chat))).first()
            if row is None:
                return None
            owned = select(subscriptions).where(
                subscriptions.c.subscriber_id == row.id, subscriptions.c.state != "fulfilled"
            )
            rows = await connection.execute(owned.order_by(subscriptions.c.id))
            chosen = tuple(Subscription(one.id, one.kind, Topic.parse(one.topic), one.state) for one in rows)
        return _subscriber(row, chosen)

    async def subscribe(self, chat: str, language: str, kind: str, topic: Topic, now: float) -> bool:
        """Add a subscription, or wake the same one; False when the chat has as many as it may."""
        async with self._database.writing() as connection:
            number = await entered(connection, chat, language, now)
            owned = subscriptions.c.subscriber_id == number
            same = (owned, subscriptions.c.kind == kind, subscriptions.c.topic == str(topic))
            woken = await connection.execute(update(subscriptions).where(*same).values(state=ACTIVE))
            if woken.rowcount:
                return True
            shown = select(func.count()).select_from(subscriptions).where(owned, subscriptions.c.state != "fulfilled")
            count = await connection.scalar(shown) or 0
            if count >= MOST_SUBSCRIPTIONS:
                return False
            row = {"subscriber_id": number, "kind": kind, "topic": str(topic), "created_at": now}
            await connection.execute(insert(subscriptions).values(row))
        return True

    async def change(self, chat: str, number: int | None, state: str, now: float) -> bool:
        """Pause ("paused"), resume ("active") or remove ("removed") one subscription, or with None all of the chat."""
        async with self._database.writing() as connection:
            who = await _number(connection, chat)
            which = [subscriptions.c.subscriber_id == who, subscriptions.c.state != "fulfilled"]
            which += [] if number is None else [subscriptions.c.id == number]
            if state == "removed":
                changed = await connection.execute(delete(subscriptions).where(*which))
            else:
                changed = await connection.execute(update(subscriptions).where(*which).values(state=state))
            if state != ACTIVE and who is not None:
                await _drop_unwanted(connection, who)
            if state == ACTIVE and who is not None:
                await _due_now(connection, who, now)
        return bool(changed.rowcount)

    async def wish(self, chat: str, language: str, now: float, **wishes: object) -> None:
        """Change how and when the chat wants to be told; what waits is reckoned anew."""
        async with self._database.writing() as connection:
            number = await entered(connection, chat, language, now)
            if wishes:
                await connection.execute(update(subscribers).where(subscribers.c.id == number).values(**wishes))
            if wishes.get("corrections") is False:
                await _drop_corrections(connection, number)
            await _due_now(connection, number, now)

    async def so_far(self, topic: Topic, most: int = 500) -> list[Change]:
        """The changes announced so far that belong to the topic, newest first, of the last `most` ones."""
        async with self._database.reading() as connection:
            rows = await connection.execute(
                select(announcements)
                .join(publications, publications.c.id == announcements.c.publication_id)
                .where(publications.c.recalled_at.is_(None), publications.c.quiet.is_(False))
                .order_by(announcements.c.id.desc())
                .limit(most)
            )
            changes = [change_of(row.kind, row.fact, row.old, row.new) for row in rows]
        return [change for change in changes if topic.matches(change.latest)]

    async def state(self, chat: str, state: str, now: float) -> None:
        """The chat blocked the bot, is gone or has come back."""
        async with self._database.writing() as connection:
            await set_state(connection, chat, state, now)

    async def moved(self, old: str, new: str) -> None:
        """A group has become a supergroup: everything that was kept under the old key."""
        async with self._database.writing() as connection:
            await move(connection, old, new)
            await move_words(connection, old, new)


async def entered(connection: AsyncConnection, chat: str, language: str, now: float) -> int:
    """The number of a chat that has just spoken: entered if need be, back if it was away, its language kept up."""
    row = (
        await connection.execute(
            update(subscribers)
            .where(subscribers.c.chat == chat)
            .values(language=language)
            .returning(subscribers.c.id, subscribers.c.state)
        )
    ).first()
    if row is not None:
        if row.state != ACTIVE:
            await set_state(connection, chat, ACTIVE, now)
        return int(row.id)
    values = {"chat": chat, "language": language, "created_at": now}
    number = await connection.scalar(insert(subscribers).values(values).returning(subscribers.c.id))
    return int(number or 0)


async def _number(connection: AsyncConnection, chat: str) -> int | None:
    found: int | None = await connection.scalar(select(subscribers.c.id).where(subscribers.c.chat == chat))
    return found


async def _due_now(connection: AsyncConnection, number: int, now: float) -> None:
    """What waits because of earlier wishes is looked at again."""
    await connection.execute(
        update(deliveries)
        .where(deliveries.c.subscriber_id == number, deliveries.c.state == "waiting")
        .where(deliveries.c.worker.is_(None), deliveries.c.created_at <= now)
        .values(due_at=now)
    )


async def _drop_corrections(connection: AsyncConnection, number: int) -> None:
    """Whoever declines corrections doesn't get those either that wait already."""
    await connection.execute(
        update(deliveries)
        .where(deliveries.c.subscriber_id == number, deliveries.c.reason == "correction")
        .where(deliveries.c.state.in_(OPEN))
        .values(state="dropped")
    )


async def _drop_unwanted(connection: AsyncConnection, number: int) -> None:
    """What waits only because of a subscription that is paused or gone isn't sent any more."""
    rows = await connection.execute(
        select(subscriptions.c.topic, subscriptions.c.kind).where(
            subscriptions.c.subscriber_id == number, subscriptions.c.state == ACTIVE
        )
    )
    topics = [Topic.parse(row.topic) for row in rows if row.kind == "follow"]
    waiting = await connection.execute(
        select(deliveries.c.id, announcements.c.kind, announcements.c.fact, announcements.c.old, announcements.c.new)
        .join(announcements, announcements.c.id == deliveries.c.announcement_id)
        .where(deliveries.c.subscriber_id == number, deliveries.c.reason == "follow")
        .where(deliveries.c.state.in_(OPEN))
    )
    for unwanted in portions([row.id for row in waiting if not _wanted(row, topics)]):
        await connection.execute(update(deliveries).where(deliveries.c.id.in_(unwanted)).values(state="dropped"))


def _wanted(row: Any, topics: Iterable[Topic]) -> bool:
    content = change_of(row.kind, row.fact, row.old, row.new).latest
    return any(topic.matches(content) for topic in topics)


def _subscriber(row: Row[Any], chosen: tuple[Subscription, ...]) -> Subscriber:
    quiet = None if row.quiet_from is None or row.quiet_to is None else (row.quiet_from, row.quiet_to)
    return Subscriber(row.id, row.frequency, quiet, row.zone, row.corrections, row.last_at, chosen)

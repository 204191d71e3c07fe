"""Puts one delivery into the outbox for everyone whom a change concerns; by sets, so that 100,000 take seconds.

First those who wait for such a fact, then who follow a topic it belongs to, then who was told the old value or is
about to be.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, case, func, insert, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.subscriptions.changes.difference import Change
from bot.subscriptions.changes.owed import NO_LONGER
from bot.subscriptions.changes.topic import Topic
from bot.subscriptions.changes.waits import answers, fulfil
from bot.subscriptions.storage.portions import portions
from bot.subscriptions.storage.standing import ACTIVE, OPEN
from bot.subscriptions.storage.tables import announcements, deliveries, subscribers, subscriptions, told

COLUMNS = (
    "announcement_id", "subscriber_id", "subscription_id", "reason", "state", "created_at", "due_at", "expires_at",
)  # fmt: skip


class Enqueueing:
    """The deliveries of one publication."""

    def __init__(self, connection: AsyncConnection, topics: dict[str, list[Topic]], due: float, expires: float) -> None:
        self._connection, self._topics, self._due, self._expires = connection, topics, due, expires

    @classmethod
    async def begun(cls, connection: AsyncConnection, due: float, expires: float) -> "Enqueueing":
        """With the topics that somebody follows or waits for."""
        topics: dict[str, list[Topic]] = {"follow": [], "await": []}
        chosen = select(subscriptions.c.kind, subscriptions.c.topic).where(subscriptions.c.state == ACTIVE).distinct()
        for kind, topic in await connection.execute(chosen):
            topics.setdefault(kind, []).append(Topic.parse(topic))
        return cls(connection, topics, due, expires)

    async def enqueue(self, announcement: int, change: Change) -> None:
        """One delivery a subscriber, whatever the number of reasons."""
        fulfilled = [topic for topic in self._topics["await"] if answers(change, topic)]
        for topics in portions([str(topic) for topic in fulfilled]):
            await self._insert(announcement, _following("await", topics), "await")
            await fulfil(self._connection, topics)
        self._topics["await"] = [topic for topic in self._topics["await"] if topic not in fulfilled]
        contents = [content for content in (change.old, change.new) if content]
        followed = [str(topic) for topic in self._topics["follow"] if any(topic.matches(one) for one in contents)]
        for topics in portions(followed):
            await self._insert(announcement, _following("follow", topics), "follow")
        await self._insert(announcement, _told(change), "correction")
        earlier = await self._earlier(announcement, change.fact)
        for reason in ("await", "correction") if earlier else ():
            await self._insert(announcement, _still_owed(earlier, reason), reason)

    async def _earlier(self, announcement: int, fact: str) -> Sequence[int]:
        """The announcements of the same fact before."""
        chosen = select(announcements.c.id).where(announcements.c.fact == fact, announcements.c.id != announcement)
        return (await self._connection.scalars(chosen)).all()

    async def _insert(self, announcement: int, chosen: Select[Any], reason: str) -> None:
        who = chosen.subquery()
        # Not a correlated NOT EXISTS: PostgreSQL would look through the rows that this very statement adds.
        there = select(deliveries.c.subscriber_id).where(deliveries.c.announcement_id == announcement)
        rows = (
            select(
                literal(announcement),
                who.c.subscriber_id,
                who.c.subscription_id,
                literal(reason),
                case((subscribers.c.state == ACTIVE, "waiting"), else_="held"),
                literal(self._due),
                literal(self._due),
                literal(self._expires),
            )
            .join_from(who, subscribers, subscribers.c.id == who.c.subscriber_id)
            .where(who.c.subscriber_id.not_in(there))
        )
        await self._connection.execute(insert(deliveries).from_select(COLUMNS, rows, include_defaults=False))


def _following(kind: str, topics: Sequence[str]) -> Select[Any]:
    return (
        select(subscriptions.c.subscriber_id, func.min(subscriptions.c.id).label("subscription_id"))
        .where(subscriptions.c.kind == kind, subscriptions.c.state == ACTIVE, subscriptions.c.topic.in_(topics))
        .group_by(subscriptions.c.subscriber_id)
    )


def _told(change: Change) -> Select[Any]:
    """Who was told something else than what is true now, and didn't decline corrections."""
    return (
        select(told.c.subscriber_id, literal(None, subscriptions.c.id.type).label("subscription_id"))
        .join(subscribers, subscribers.c.id == told.c.subscriber_id)
        .where(told.c.fact == change.fact, subscribers.c.corrections)
        .where(told.c.digest != (change.new.digest if change.new else NO_LONGER))
    )


def _still_owed(earlier: Sequence[int], reason: str) -> Select[Any]:
    """Who hasn't been sent an earlier change of the fact yet: what it says is outdated; a claim makes one of both."""
    return (
        select(deliveries.c.subscriber_id, func.min(deliveries.c.subscription_id).label("subscription_id"))
        .where(deliveries.c.announcement_id.in_(earlier), deliveries.c.reason == reason)
        .where(deliveries.c.state.in_(OPEN))
        .group_by(deliveries.c.subscriber_id)
    )

"""Waits ("tell me when you know"): fulfilled when a fact is announced, ended when it is told, revived by a recall.

One fact may fulfil several waits of a subscriber, and is owed to them once: so it is by topic and subscriber that a
wait is found again, not by what the delivery names.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.subscriptions.changes.content import Content
from bot.subscriptions.changes.difference import Change
from bot.subscriptions.changes.topic import Topic
from bot.subscriptions.storage.portions import portions
from bot.subscriptions.storage.standing import ACTIVE, OPEN
from bot.subscriptions.storage.tables import announcements, deliveries, subscriptions

_FULFILLED = subscriptions.c.kind == "await", subscriptions.c.state == "fulfilled"


def answers(change: Change, topic: Topic) -> bool:
    """Whether the change is what somebody waits for who asked in vain about the topic.

    Who asked about a side of a deal is served by a new value of it; who asked about a name alone, only by a fact that
    didn't concern it before: what was known when they asked was no answer.
    """
    old, new = change.old, change.new
    if new is None or not new.disclosed or not topic.matches(new):
        return False
    known = old is not None and old.disclosed and topic.matches(old)
    return not known or topic.attribute is not None or topic.group is not None


async def fulfil(connection: AsyncConnection, topics: Sequence[str]) -> None:
    """Whoever waits for one of the topics waits no more."""
    await connection.execute(
        update(subscriptions)
        .where(subscriptions.c.kind == "await", subscriptions.c.state == ACTIVE, subscriptions.c.topic.in_(topics))
        .values(state="fulfilled")
    )


async def revive(connection: AsyncConnection, announcement: int, content: Content) -> None:
    """Whoever the announcement was owed to, as they waited for it, waits again; unless an earlier one still is."""
    found = await connection.execute(select(subscriptions.c.topic).where(*_FULFILLED).distinct())
    topics = [topic for topic in found.scalars() if Topic.parse(topic).matches(content)]
    owed = select(deliveries.c.subscriber_id).where(
        deliveries.c.announcement_id == announcement, deliveries.c.reason == "await"
    )
    earlier = (
        select(deliveries.c.subscriber_id)
        .join(announcements, announcements.c.id == deliveries.c.announcement_id)
        .where(announcements.c.fact == content.fact, announcements.c.id != announcement)
        .where(deliveries.c.reason == "await", deliveries.c.state.in_(OPEN))
    )
    for some in portions(topics):
        await connection.execute(
            update(subscriptions)
            .where(*_FULFILLED, subscriptions.c.topic.in_(some))
            .where(subscriptions.c.subscriber_id.in_(owed), subscriptions.c.subscriber_id.not_in(earlier))
            .values(state=ACTIVE)
        )


async def end(connection: AsyncConnection, subscriber: int, contents: Iterable[Content]) -> None:
    """The subscriber was told: what these have fulfilled is over, unless they wait anew."""
    told = list(contents)
    if not told:
        return
    chosen = select(subscriptions.c.id, subscriptions.c.topic).where(
        subscriptions.c.subscriber_id == subscriber, *_FULFILLED
    )
    over = [
        row.id for row in await connection.execute(chosen) if any(Topic.parse(row.topic).matches(one) for one in told)
    ]
    await connection.execute(delete(subscriptions).where(subscriptions.c.id.in_(over)))

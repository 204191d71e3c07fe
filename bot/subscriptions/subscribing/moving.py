"""A chat that gets another key, as a group does when it becomes a supergroup: its entry goes along.

Where the new key has an entry already (somebody wrote there before the move was known), the two become that one;
otherwise what is owed under the old key would be sent there in vain, over and over.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import Row, and_, case, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.answering.room.conversation import Conversation
from bot.subscriptions.storage.standing import OPEN, open_state
from bot.subscriptions.storage.tables import (
    answers,
    conversations,
    deliveries,
    feedback,
    subscribers,
    subscriptions,
    told,
)

_WISHES = {"frequency": "at_once", "quiet_from": None, "quiet_to": None, "zone": None, "corrections": True}
"""Those of a subscriber who has said nothing of them."""


async def move(connection: AsyncConnection, old: str, new: str) -> None:
    """Bring the entry of the old key under the new one."""
    chosen = select(subscribers).where(subscribers.c.chat.in_((old, new)))
    found = {row.chat: row for row in await connection.execute(chosen)}
    if old == new or old not in found:
        return
    if new not in found:
        await connection.execute(update(subscribers).where(subscribers.c.chat == old).values(chat=new))
        return
    source, target = found[old], found[new]
    await _subscriptions(connection, source.id, target.id)
    await _told(connection, source.id, target.id)
    await _deliveries(connection, source, target)
    await connection.execute(delete(subscribers).where(subscribers.c.id == source.id))
    values: dict[str, Any] = {"waits_until": max(source.waits_until, target.waits_until)}
    if all(getattr(target, name) == usual for name, usual in _WISHES.items()):
        values |= {name: getattr(source, name) for name in _WISHES}
    await connection.execute(update(subscribers).where(subscribers.c.id == target.id).values(**values))


async def move_words(connection: AsyncConnection, old: str, new: str) -> None:
    """The same for what was said: the newer conversation goes on, in the language that was chosen in either."""
    if old == new:
        return
    chosen = select(conversations).where(conversations.c.chat.in_((old, new)))
    said = {row.chat: Conversation.from_json(row.content) for row in await connection.execute(chosen)}
    if old in said and new in said:
        if said[new].language is None and (language := said[old].language):
            content = replace(said[new], language=language).to_json()
            await connection.execute(update(conversations).where(conversations.c.chat == new).values(content=content))
        await connection.execute(delete(conversations).where(conversations.c.chat == old))
    await connection.execute(update(conversations).where(conversations.c.chat == old).values(chat=new))
    there = select(answers.c.chat).where(answers.c.chat == new)
    await connection.execute(update(answers).where(answers.c.chat == old, ~there.exists()).values(chat=new))
    await connection.execute(update(feedback).where(feedback.c.chat == old).values(chat=new))


async def _subscriptions(connection: AsyncConnection, source: int, target: int) -> None:
    rows = await connection.execute(
        select(subscriptions).where(subscriptions.c.subscriber_id.in_((source, target))).order_by(subscriptions.c.id)
    )
    owned: dict[int, dict[tuple[str, str], int]] = {source: {}, target: {}}
    for row in rows:
        owned[row.subscriber_id][row.kind, row.topic] = row.id
    for what, number in owned[source].items():
        if (same := owned[target].get(what)) is None:
            await connection.execute(
                update(subscriptions).where(subscriptions.c.id == number).values(subscriber_id=target)
            )
        else:
            # The buttons under a notice name what it is owed to.
            await connection.execute(
                update(deliveries)
                .where(deliveries.c.subscriber_id == source, deliveries.c.subscription_id == number)
                .values(subscription_id=same)
            )


async def _told(connection: AsyncConnection, source: int, target: int) -> None:
    """What was told last counts."""
    one, other = told.alias(), told.alias()
    pairs = select(one.c.fact, case((one.c.told_at > other.c.told_at, target), else_=source).label("older")).join(
        other, and_(one.c.fact == other.c.fact, one.c.subscriber_id == source, other.c.subscriber_id == target)
    )
    older = (await connection.execute(pairs)).all()
    for number in (source, target):
        facts = [row.fact for row in older if row.older == number]
        await connection.execute(delete(told).where(told.c.subscriber_id == number, told.c.fact.in_(facts)))
    await connection.execute(update(told).where(told.c.subscriber_id == source).values(subscriber_id=target))


async def _deliveries(connection: AsyncConnection, source: Row[Any], target: Row[Any]) -> None:
    """What one of the two was owed; what both were is owed once."""
    there = select(deliveries.c.announcement_id).where(deliveries.c.subscriber_id == target.id)
    await connection.execute(
        update(deliveries)
        .where(deliveries.c.subscriber_id == source.id, deliveries.c.announcement_id.not_in(there))
        .values(
            subscriber_id=target.id,
            state=case((deliveries.c.state.in_(OPEN), open_state(target.state)), else_=deliveries.c.state),
        )
    )

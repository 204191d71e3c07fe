"""Whether a chat can be written to: active, blocked by its user, or gone; and what that means for what it is owed."""

from typing import Any

from sqlalchemy import case, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.subscriptions.tables import deliveries, subscribers

ACTIVE, BLOCKED, GONE = "active", "blocked", "gone"


async def set_state(connection: AsyncConnection, chat: str, state: str, now: float) -> None:
    """A chat blocked the bot, is gone or has come back: its deliveries are held, or wait again."""
    who = select(subscribers.c.id).where(subscribers.c.chat == chat).scalar_subquery()
    await connection.execute(update(subscribers).where(subscribers.c.chat == chat).values(state=state, waits_until=now))
    before, after = ("held", "waiting") if state == ACTIVE else ("waiting", "held")
    values: dict[str, Any] = {"state": after, "worker": None}
    due = case((deliveries.c.created_at > now, deliveries.c.created_at), else_=now)
    await connection.execute(
        update(deliveries)
        .where(deliveries.c.subscriber_id == who, deliveries.c.state == before)
        .values(**values | ({"due_at": due} if state == ACTIVE else {}))
    )

"""Whether a chat can be written to: active, blocked by its user, or gone; and what that means for what it is owed."""

from typing import Any

from sqlalchemy import case, or_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.subscriptions.tables import deliveries, subscribers

ACTIVE, BLOCKED, GONE = "active", "blocked", "gone"


async def set_state(connection: AsyncConnection, chat: str, state: str, now: float) -> None:
    """A chat, with its threads, blocked the bot, is gone or has come back: deliveries are held, or wait again."""
    where = or_(subscribers.c.chat == chat, subscribers.c.chat.startswith(f"{chat}/", autoescape=True))
    there = update(subscribers).where(where).values(state=state, waits_until=now).returning(subscribers.c.id)
    who = (await connection.execute(there)).scalars().all()
    before, after = ("held", "waiting") if state == ACTIVE else ("waiting", "held")
    values: dict[str, Any] = {"state": after, "worker": None}
    due = case((deliveries.c.created_at > now, deliveries.c.created_at), else_=now)
    await connection.execute(
        update(deliveries)
        .where(deliveries.c.subscriber_id.in_(who), deliveries.c.state == before)
        .values(**values | ({"due_at": due} if state == ACTIVE else {}))
    )

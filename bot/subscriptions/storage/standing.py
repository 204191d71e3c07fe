"""Whether a chat can be written to: active, blocked by its user, or gone; and what that means for what it is owed."""

from typing import Any

from sqlalchemy import case, or_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.subscriptions.storage.tables import deliveries, subscribers

ACTIVE = "active"
"""The state of a chat that can be written to, and of a subscription that isn't paused; tables names the others."""
OPEN = ("waiting", "held")
"""States of deliveries that may still be sent: they wait, or are held until their chat is back."""


def open_state(state: str) -> str:
    """The state in which what is owed to a chat in this state is kept."""
    return "waiting" if state == ACTIVE else "held"


async def set_state(connection: AsyncConnection, chat: str, state: str, now: float) -> None:
    """A chat, with its threads, blocked the bot, is gone or has come back: deliveries are held, or wait again."""
    where = or_(subscribers.c.chat == chat, subscribers.c.chat.startswith(f"{chat}/", autoescape=True))
    there = update(subscribers).where(where).values(state=state, waits_until=now).returning(subscribers.c.id)
    who = (await connection.execute(there)).scalars().all()
    after = open_state(state)
    before = next(one for one in OPEN if one != after)
    values: dict[str, Any] = {"state": after, "worker": None}
    due = case((deliveries.c.created_at > now, deliveries.c.created_at), else_=now)
    await connection.execute(
        update(deliveries)
        .where(deliveries.c.subscriber_id.in_(who), deliveries.c.state == before)
        .values(**values | ({"due_at": due} if state == ACTIVE else {}))
    )

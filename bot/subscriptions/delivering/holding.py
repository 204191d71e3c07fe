"""What a worker holds after a claim: marked only while it is this worker's, given back when it isn't time yet."""

from collections.abc import Sequence

from sqlalchemy import Update, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.subscriptions.changes.owed import Owed
from bot.subscriptions.changes.schedule import allowed_at
from bot.subscriptions.storage.portions import portions
from bot.subscriptions.storage.standing import OPEN
from bot.subscriptions.storage.tables import deliveries, subscribers


def may_go_at(owed: Owed, now: float) -> float:
    """When the notice may be sent, by its subscriber's wishes; `now` when it may be at once."""
    return allowed_at(owed.wishes, min((item.owed_since for item in owed.items), default=now), now)


async def postpone(connection: AsyncConnection, worker: str, owed: Owed, until: float, expiry: float) -> None:
    """The subscriber doesn't want it before then: give it back, and let it live on from there for `expiry` seconds."""
    values = {"due_at": until, "worker": None, "expires_at": until + expiry}
    for some in portions(owed.deliveries):
        await connection.execute(held_by(worker, some).values(**values))
    await free(connection, owed, 0.0)


def held_by(worker: str, numbers: Sequence[int]) -> Update:
    """An UPDATE of these deliveries, as long as they are still this worker's."""
    return update(deliveries).where(
        deliveries.c.id.in_(numbers),
        deliveries.c.worker == worker,
        deliveries.c.state.in_(OPEN),
    )


async def free(connection: AsyncConnection, owed: Owed, waits_until: float, last_at: float | None = None) -> None:
    """Let others write to the chat from then on; `last_at`: when it was written to."""
    values = {"waits_until": waits_until} | ({"last_at": last_at} if last_at else {})
    await connection.execute(update(subscribers).where(subscribers.c.id == owed.subscriber).values(**values))

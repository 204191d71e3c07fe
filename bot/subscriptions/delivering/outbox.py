"""The outbox: deliveries are claimed with a lease, then marked. Several processes share it without doubling.

How a claim is made says `claiming`; here stands what becomes of it. What a dead worker held comes back when its lease
is over.
"""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from sqlalchemy import Update, and_, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.subscriptions.changes.owed import NO_LONGER, Owed
from bot.subscriptions.changes.waits import end
from bot.subscriptions.delivering.claiming import Claim, Terms
from bot.subscriptions.delivering.holding import free, held_by, postpone
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.standing import OPEN, set_state
from bot.subscriptions.storage.tables import deliveries, told

_NEVER = 4_000_000_000.0


class Outbox:
    """The deliveries, as one worker sees them; `worker` names it."""

    def __init__(self, database: Database, worker: str, terms: Terms) -> None:
        self._database, self._worker, self._terms = database, worker, terms

    async def claim(self, now: float, already: int = 0) -> list[Owed]:
        """What is due, for this worker alone until the lease is over; `already` messages count as sent just now."""
        async with self._database.writing() as connection:
            return await Claim(connection, self._worker, self._terms, now).owed(already)

    async def sent(self, owed: Owed, now: float, pause: float) -> None:
        """Mark as sent; the chat gets nothing more for the pause."""
        async with self._database.writing() as connection:
            await connection.execute(self._mine(owed).values(state="sent", sent_at=now, tries=deliveries.c.tries + 1))
            await free(connection, owed, now + pause, last_at=now)
            await _keep_told(connection, owed, now)
            found = [item.change.new for item in owed.items if item.reason == "await" and item.change.new]
            await end(connection, owed.subscriber, found)

    async def postpone(self, owed: Owed, until: float) -> None:
        """The subscriber doesn't want it before then."""
        async with self._database.writing() as connection:
            await postpone(connection, self._worker, owed, until, self._terms.expiry)

    async def wait(self, owed: Owed, until: float) -> None:
        """Telegram wants this chat to wait: it does, and nobody else."""
        async with self._database.writing() as connection:
            await connection.execute(self._mine(owed).values(due_at=until, worker=None))
            await free(connection, owed, until)

    async def failed(self, owed: Owed, problem: str, again_at: float | None, now: float) -> None:
        """Try again at that time; None gives up."""
        async with self._database.writing() as connection:
            values: dict[str, Any] = {"tries": deliveries.c.tries + 1, "problem": problem[:300], "worker": None}
            values |= {"state": "failed"} if again_at is None else {"due_at": again_at}
            await connection.execute(self._mine(owed).values(**values))
            await free(connection, owed, now)

    async def refused(self, owed: Owed, state: str, problem: str) -> None:
        """The chat is blocked or gone: what is owed is held until it comes back or expires."""
        async with self._database.writing() as connection:
            await connection.execute(self._mine(owed).values(problem=problem[:300], worker=None))
            await set_state(connection, owed.chat, state, 0.0)

    async def release(self, all_owed: Iterable[Owed], now: float) -> None:
        """Give back what was claimed and isn't going to be sent now: the worker stops."""
        async with self._database.writing() as connection:
            for owed in all_owed:
                mine = await connection.execute(self._mine(owed).values(due_at=now, worker=None))
                if mine.rowcount:
                    await free(connection, owed, now)

    async def expire(self, now: float) -> int:
        """Give up what has waited too long; how many."""
        async with self._database.writing() as connection:
            done = await connection.execute(
                update(deliveries)
                .where(deliveries.c.state.in_(OPEN), deliveries.c.expires_at <= now)
                .values(state="expired")
            )
        return int(done.rowcount)

    async def next_due(self) -> float:
        """When the next delivery may be claimed; far in the future when none waits."""
        async with self._database.reading() as connection:
            found = await connection.scalar(
                select(func.min(deliveries.c.due_at)).where(deliveries.c.state == "waiting")
            )
        return _NEVER if found is None else float(found)

    def _mine(self, owed: Owed) -> Update:
        return held_by(self._worker, owed.deliveries)


async def _keep_told(connection: AsyncConnection, owed: Owed, now: float) -> None:
    """What the chat knows of a fact now is the content announced; what it has asked meanwhile is newer."""
    for item in owed.items:
        new = {"digest": item.change.new.digest if item.change.new else NO_LONGER, "told_at": now}
        same = and_(told.c.subscriber_id == owed.subscriber, told.c.fact == item.change.fact)
        if item.known:
            await connection.execute(update(told).where(same, told.c.told_at <= item.known.at).values(new))
        elif item.reason == "await":
            # It is the answer to what was asked: whoever got it is corrected, too.
            row = {"subscriber_id": owed.subscriber, "fact": item.change.fact, **new}
            with suppress(IntegrityError):
                async with connection.begin_nested():
                    await connection.execute(insert(told).values(row))

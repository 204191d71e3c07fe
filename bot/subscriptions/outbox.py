"""The outbox: deliveries are claimed with a lease, then marked. Several processes share it without doubling.

A claim is one transaction: due deliveries are taken by a conditional UPDATE that moves them past the lease, their
subscribers likewise (so one worker at a time writes to a chat), and slots are reserved in the pace of all processes.
What a dead worker held comes back when its lease is over.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, and_, case, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.subscriptions.database import Database
from bot.subscriptions.owed import Item, Owed, change_of, why_of
from bot.subscriptions.publishing import EXPIRY_SECONDS
from bot.subscriptions.schedule import Wishes, allowed_at
from bot.subscriptions.tables import announcements, deliveries, pace, publications, subscribers, subscriptions, told

ACTIVE, BLOCKED, GONE = "active", "blocked", "gone"
_NEVER = 4_000_000_000.0


@dataclass(frozen=True)
class Terms:
    """On which terms deliveries are claimed: so many at a time, for so long, at so many a second over all."""

    batch: int = 15
    lease: float = 45.0
    rate: float = 30.0
    zone: str = "UTC"


class Outbox:
    """The deliveries, as one worker sees them; `worker` names it."""

    def __init__(self, database: Database, worker: str, terms: Terms = Terms()) -> None:
        self._database, self._worker, self._terms = database, worker, terms

    @property
    def rate(self) -> float:
        """Messages a second, over all processes."""
        return self._terms.rate

    async def claim(self, now: float, already: int = 0) -> list[Owed]:
        """What is due, for this worker alone until the lease is over; `already` messages count as sent just now."""
        async with self._database.writing() as connection:
            taken = await self._taken(connection, now)
            if not taken:
                return []
            mine = await self._subscribers(connection, taken, now)
            await self._put_back(connection, taken - mine.keys(), now)
            items = await self._items(connection, list(mine), now)
            owed, later = [], []
            for number, row in mine.items():
                one = self._owed(row, items.get(number, ()))
                since = min((item.owed_since for item in one.items), default=now)
                time = allowed_at(one.wishes, since, now)
                if one.items and time <= now:
                    owed.append(one)
                else:
                    later.append((one, time))
            for one, time in later:
                await self._postpone(connection, one, time)
            return await self._paced(connection, owed, already, now)

    async def sent(self, owed: Owed, now: float, pause: float) -> None:
        """Mark as sent; the chat gets nothing more for the pause."""
        async with self._database.writing() as connection:
            await connection.execute(self._mine(owed).values(state="sent", sent_at=now, tries=deliveries.c.tries + 1))
            await self._free(connection, owed, now + pause, last_at=now)
            if facts := [item.change.fact for item in owed.items if item.told_at]:
                await connection.execute(
                    delete(told).where(told.c.subscriber_id == owed.subscriber, told.c.fact.in_(facts))
                )
            fulfilled = [item.subscription for item in owed.items if item.reason == "await" and item.subscription]
            if fulfilled:
                await connection.execute(delete(subscriptions).where(subscriptions.c.id.in_(fulfilled)))

    async def wait(self, owed: Owed, until: float) -> None:
        """Telegram wants this chat to wait: it does, and nobody else."""
        async with self._database.writing() as connection:
            await connection.execute(self._mine(owed).values(due_at=until, worker=None))
            await self._free(connection, owed, until)

    async def failed(self, owed: Owed, problem: str, again_at: float | None, now: float) -> None:
        """Try again at that time; None gives up."""
        async with self._database.writing() as connection:
            values: dict[str, Any] = {"tries": deliveries.c.tries + 1, "problem": problem[:300], "worker": None}
            values |= {"state": "failed"} if again_at is None else {"due_at": again_at}
            await connection.execute(self._mine(owed).values(**values))
            await self._free(connection, owed, now)

    async def refused(self, owed: Owed, state: str, problem: str) -> None:
        """The chat is blocked or gone: what is owed is held until it comes back or expires."""
        async with self._database.writing() as connection:
            await connection.execute(self._mine(owed).values(problem=problem[:300], worker=None))
            await set_state(connection, owed.chat, state, 0.0)

    async def release(self, all_owed: Iterable[Owed], now: float) -> None:
        """Give back what was claimed and isn't going to be sent now: the worker stops."""
        async with self._database.writing() as connection:
            for owed in all_owed:
                await connection.execute(self._mine(owed).values(due_at=now, worker=None))
                await self._free(connection, owed, now)

    async def expire(self, now: float) -> int:
        """Give up what has waited too long; how many."""
        async with self._database.writing() as connection:
            done = await connection.execute(
                update(deliveries)
                .where(deliveries.c.state.in_(("waiting", "held")), deliveries.c.expires_at <= now)
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

    async def _taken(self, connection: AsyncConnection, now: float) -> set[int]:
        due = and_(deliveries.c.state == "waiting", deliveries.c.due_at <= now)
        chosen = (
            select(deliveries.c.id)
            .where(due)
            .order_by(deliveries.c.due_at, deliveries.c.id)
            .limit(self._terms.batch)
            .with_for_update(skip_locked=True)
        )
        # Two statements: as a subquery PostgreSQL may run it more than once, and claim more than the limit.
        ids = (await connection.execute(chosen)).scalars().all()
        rows = await connection.execute(
            update(deliveries)
            .where(deliveries.c.id.in_(ids), due)
            .values(worker=self._worker, due_at=now + self._terms.lease)
            .returning(deliveries.c.subscriber_id)
        )
        return set(rows.scalars())

    async def _subscribers(self, connection: AsyncConnection, taken: set[int], now: float) -> dict[int, Row[Any]]:
        """Those of the subscribers who may be written to now, taken for this worker, with all that is due to them."""
        rows = await connection.execute(
            update(subscribers)
            .where(subscribers.c.id.in_(taken), subscribers.c.waits_until <= now, subscribers.c.state == ACTIVE)
            .values(waits_until=now + self._terms.lease)
            .returning(*subscribers.c)
        )
        mine = {row.id: row for row in rows}
        await connection.execute(
            update(deliveries)
            .where(deliveries.c.subscriber_id.in_(mine), deliveries.c.state == "waiting", deliveries.c.due_at <= now)
            .values(worker=self._worker, due_at=now + self._terms.lease)
        )
        return mine

    async def _put_back(self, connection: AsyncConnection, others: set[int], now: float) -> None:
        if not others:
            return
        for row in list(await connection.execute(select(subscribers).where(subscribers.c.id.in_(others)))):
            due = max(row.waits_until, now)
            await connection.execute(
                update(deliveries)
                .where(deliveries.c.subscriber_id == row.id, deliveries.c.worker == self._worker)
                .where(deliveries.c.state == "waiting")
                .values(worker=None, due_at=due, state="waiting" if row.state == ACTIVE else "held")
            )

    async def _items(
        self, connection: AsyncConnection, mine: Sequence[int], now: float
    ) -> Mapping[int, Sequence[Item]]:
        found: defaultdict[int, list[Item]] = defaultdict(list)
        joined = (
            select(
                deliveries,
                announcements.c.kind,
                announcements.c.fact,
                announcements.c.old,
                announcements.c.new,
                publications.c.why,
                told.c.told_at,
            )
            .join(announcements, announcements.c.id == deliveries.c.announcement_id)
            .join(publications, publications.c.id == announcements.c.publication_id)
            .outerjoin(
                told, and_(told.c.subscriber_id == deliveries.c.subscriber_id, told.c.fact == announcements.c.fact)
            )
            .where(deliveries.c.subscriber_id.in_(mine), deliveries.c.state == "waiting")
            .where(deliveries.c.worker == self._worker, deliveries.c.expires_at > now)
            .order_by(deliveries.c.id)
        )
        for row in await connection.execute(joined):
            change = change_of(row.kind, row.fact, row.old, row.new)
            item = Item(
                row.id, change, row.reason, row.subscription_id, row.tries, row.created_at, row.expires_at,
                why_of(row.why), row.told_at,
            )  # fmt: skip
            found[row.subscriber_id].append(item)
        return found

    def _owed(self, row: Row[Any], items: Sequence[Item]) -> Owed:
        wishes = Wishes(row.frequency, row.quiet_from, row.quiet_to, row.zone or self._terms.zone)
        return Owed(row.id, row.chat, row.language, wishes, tuple(items))

    async def _postpone(self, connection: AsyncConnection, owed: Owed, until: float) -> None:
        await connection.execute(self._mine(owed).values(due_at=until, worker=None, expires_at=until + EXPIRY_SECONDS))
        await self._free(connection, owed, 0.0)

    async def _paced(self, connection: AsyncConnection, owed: list[Owed], already: int, now: float) -> list[Owed]:
        """Reserve a slot for each message, over all processes."""
        if not owed:
            return []
        step = 1.0 / self._terms.rate
        begin = case((pace.c.free_at > now, pace.c.free_at), else_=now)
        after = await connection.scalar(
            update(pace)
            .where(pace.c.name == "broadcast")
            .values(free_at=begin + step * (len(owed) + already))
            .returning(pace.c.free_at)
        )
        first = (after or now) - step * len(owed)
        return [replace(one, slot=first + step * number) for number, one in enumerate(owed)]

    def _mine(self, owed: Owed) -> Any:
        """The deliveries, as long as they are still this worker's."""
        return update(deliveries).where(
            deliveries.c.id.in_(owed.deliveries),
            deliveries.c.worker == self._worker,
            deliveries.c.state.in_(("waiting", "held")),
        )

    async def _free(
        self, connection: AsyncConnection, owed: Owed, waits_until: float, last_at: float | None = None
    ) -> None:
        values = {"waits_until": waits_until} | ({"last_at": last_at} if last_at else {})
        await connection.execute(update(subscribers).where(subscribers.c.id == owed.subscriber).values(**values))


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

"""One claim on the outbox, within one transaction: what is due goes to one worker, until its lease is over.

Due deliveries are taken by a conditional UPDATE that moves them past the lease, their subscribers likewise (so one
worker at a time writes to a chat), and slots are reserved in the pace of all processes. See outbox for what follows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, Update, and_, case, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.subscriptions.changes.owed import MOST_AT_ONCE, Item, Owed
from bot.subscriptions.changes.publishing import EXPIRY_SECONDS
from bot.subscriptions.changes.schedule import Wishes
from bot.subscriptions.delivering.due import items_due
from bot.subscriptions.delivering.holding import may_go_at, postpone
from bot.subscriptions.storage.portions import portions
from bot.subscriptions.storage.standing import ACTIVE, open_state
from bot.subscriptions.storage.tables import announcements, deliveries, pace, subscribers

NEXT_NOTICE = 3.0
"""Seconds until more is told to a chat than one notice holds; most have taken the first by then."""


@dataclass(frozen=True)
class Terms:
    """On which terms deliveries are claimed: so many at a time, for so long, at so many a second over all.

    What quiet hours or a digest put off lives for `expiry` seconds from then on.
    """

    batch: int = 15
    lease: float = 45.0
    rate: float = 30.0
    zone: str = "UTC"
    expiry: float = EXPIRY_SECONDS


@dataclass(frozen=True)
class Claim:
    """A worker's claim at a moment."""

    connection: AsyncConnection
    worker: str
    terms: Terms
    now: float

    async def owed(self, already: int) -> list[Owed]:
        """What is due and may be sent now, in slots; `already` messages count as sent just now."""
        taken = await self._taken()
        if not taken:
            return []
        mine = await self._subscribers(set(taken.values()))
        await self._put_back({delivery: number for delivery, number in taken.items() if number not in mine})
        items = await items_due(self.connection, self.worker, list(mine), self.now)
        owed = []
        for number, row in mine.items():
            one = self._owed(row, items.get(number, ()))
            time = may_go_at(one, self.now)
            if one.items and time <= self.now:
                owed.append(replace(one, items=one.items[:MOST_AT_ONCE]))
                await self._left_due(one.items[MOST_AT_ONCE:])
            else:
                await postpone(self.connection, self.worker, one, time, self.terms.expiry)
        return await self._paced(owed, already)

    async def _taken(self) -> dict[int, int]:
        """The deliveries taken just now, with their subscribers."""
        due = and_(deliveries.c.state == "waiting", deliveries.c.due_at <= self.now)
        chosen = (
            select(deliveries.c.id)
            .where(due)
            .order_by(deliveries.c.due_at, deliveries.c.id)
            .limit(self.terms.batch)
            .with_for_update(skip_locked=True)
        )
        # Two statements: as a subquery PostgreSQL may run it more than once, and claim more than the limit.
        ids = (await self.connection.execute(chosen)).scalars().all()
        rows = await self.connection.execute(
            self._claimed().where(deliveries.c.id.in_(ids), due).returning(deliveries.c.id, deliveries.c.subscriber_id)
        )
        subscriber = {row.id: row.subscriber_id for row in rows}  # in whatever order the database has
        return {number: subscriber[number] for number in ids if number in subscriber}

    async def _subscribers(self, taken: set[int]) -> dict[int, Row[Any]]:
        """Those of the subscribers who may be written to now, taken for this worker, with all that is due to them."""
        rows = await self.connection.execute(
            update(subscribers)
            .where(subscribers.c.id.in_(taken), subscribers.c.waits_until <= self.now, subscribers.c.state == ACTIVE)
            .values(waits_until=self.now + self.terms.lease)
            .returning(*subscribers.c)
        )
        mine = {row.id: row for row in sorted(rows, key=lambda row: row.id)}
        await self.connection.execute(
            self._claimed()
            .where(deliveries.c.subscriber_id.in_(mine), deliveries.c.state == "waiting")
            .where(deliveries.c.due_at <= self.now)
        )
        await self._join_earlier(list(mine))
        return mine

    async def _join_earlier(self, mine: Sequence[int]) -> None:
        """What is claimed takes along what is owed of the same facts, and would be outdated if it came later."""
        waiting = (
            select(deliveries.c.id, deliveries.c.subscriber_id, deliveries.c.worker, announcements.c.fact)
            .join(announcements, announcements.c.id == deliveries.c.announcement_id)
            .where(deliveries.c.subscriber_id.in_(mine), deliveries.c.state == "waiting")
            .where(deliveries.c.created_at <= self.now)
        )
        rows = (await self.connection.execute(waiting)).all()
        claimed = {(row.subscriber_id, row.fact) for row in rows if row.worker == self.worker}
        earlier = [row.id for row in rows if row.worker != self.worker and (row.subscriber_id, row.fact) in claimed]
        for some in portions(earlier):
            await self.connection.execute(self._claimed().where(deliveries.c.id.in_(some)))

    def _claimed(self) -> Update:
        return update(deliveries).values(worker=self.worker, due_at=self.now + self.terms.lease)

    async def _put_back(self, others: Mapping[int, int]) -> None:
        """Give back what was taken just now; what is in flight to the same subscribers stays this worker's."""
        if not others:
            return
        chosen = select(subscribers).where(subscribers.c.id.in_(set(others.values())))
        for row in list(await self.connection.execute(chosen)):
            due = max(row.waits_until, self.now)
            await self.connection.execute(
                update(deliveries)
                .where(deliveries.c.id.in_([delivery for delivery, number in others.items() if number == row.id]))
                .values(worker=None, due_at=due, state=open_state(row.state))
            )

    async def _left_due(self, items: Sequence[Item]) -> None:
        """What one notice doesn't hold goes into the next."""
        for some in portions([delivery for item in items for delivery in item.deliveries]):
            await self.connection.execute(
                update(deliveries).where(deliveries.c.id.in_(some)).values(worker=None, due_at=self.now + NEXT_NOTICE)
            )

    def _owed(self, row: Row[Any], items: Sequence[Item]) -> Owed:
        wishes = Wishes(row.frequency, row.quiet_from, row.quiet_to, row.zone or self.terms.zone)
        # Half of the lease is left for sending and marking: nobody else must have it by then.
        send_by = self.now + self.terms.lease / 2
        return Owed(row.id, row.chat, row.language, wishes, tuple(items), send_by=send_by)

    async def _paced(self, owed: list[Owed], already: int) -> list[Owed]:
        """Reserve a slot for each message, over all processes."""
        if not owed:
            return []
        step = 1.0 / self.terms.rate
        begin = case((pace.c.free_at > self.now, pace.c.free_at), else_=self.now)
        after = await self.connection.scalar(
            update(pace)
            .where(pace.c.name == "broadcast")
            .values(free_at=begin + step * (len(owed) + already))
            .returning(pace.c.free_at)
        )
        first = (after or self.now) - step * len(owed)
        return [replace(one, slot=first + step * number) for number, one in enumerate(owed)]

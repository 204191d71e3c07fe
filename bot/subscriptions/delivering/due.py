"""Reads what a worker has claimed as what each subscriber is to be told; what has become pointless is dropped."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.subscriptions.changes.content import Content
from bot.subscriptions.changes.netting import known_among, netted
from bot.subscriptions.changes.owed import NO_LONGER, Item, Known, change_of, why_of
from bot.subscriptions.storage.portions import portions
from bot.subscriptions.storage.tables import announcements, deliveries, publications, told


async def items_due(
    connection: AsyncConnection, worker: str, mine: Sequence[int], now: float
) -> Mapping[int, Sequence[Item]]:
    """The items by subscriber, in the order in which they were announced."""
    found: defaultdict[int, list[Item]] = defaultdict(list)
    dropped: list[int] = []
    memory = _Memory(connection)
    for (subscriber, _), chain in (await _chains(connection, worker, mine, now)).items():
        item = netted(chain, known_among(chain) or await memory.content(chain[-1]))
        if item:
            found[subscriber].append(item)
        else:
            dropped += [delivery for one in chain for delivery in one.deliveries]
    for some in portions(dropped):
        await connection.execute(
            update(deliveries).where(deliveries.c.id.in_(some)).values(state="dropped", worker=None)
        )
    return found


async def _chains(
    connection: AsyncConnection, worker: str, mine: Sequence[int], now: float
) -> Mapping[tuple[int, str], list[Item]]:
    """The claimed deliveries as items, by subscriber and fact."""
    chains: defaultdict[tuple[int, str], list[Item]] = defaultdict(list)
    announced = (announcements.c.kind, announcements.c.fact, announcements.c.old, announcements.c.new)
    same = and_(told.c.subscriber_id == deliveries.c.subscriber_id, told.c.fact == announcements.c.fact)
    joined = (
        select(deliveries, *announced, publications.c.why, told.c.digest, told.c.told_at)
        .join(announcements, announcements.c.id == deliveries.c.announcement_id)
        .join(publications, publications.c.id == announcements.c.publication_id)
        .outerjoin(told, same)
        .where(deliveries.c.subscriber_id.in_(mine), deliveries.c.state == "waiting")
        .where(deliveries.c.worker == worker, deliveries.c.expires_at > now)
        .order_by(deliveries.c.id)
    )
    for row in await connection.execute(joined):
        chains[row.subscriber_id, row.fact].append(_item(row))
    return chains


def _item(row: Row[Any]) -> Item:
    change = change_of(row.kind, row.fact, row.old, row.new)
    known = None if row.told_at is None else Known(row.digest, row.told_at)
    return Item(
        (row.id,), change, row.reason, row.subscription_id, row.tries, row.created_at, why_of(row.why), known
    )  # fmt: skip


class _Memory:
    """Finds contents that were announced some time."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._found: dict[tuple[str, str], Content | None] = {}

    async def content(self, item: Item) -> Content | None:
        """The content that the chat was last told; None when it never was announced, or isn't to be told."""
        if item.known is None or item.known.digest == NO_LONGER:
            return None
        key = item.change.fact, item.known.digest
        if key not in self._found:
            wanted = select(announcements.c.old).where(
                announcements.c.fact == item.change.fact,
                announcements.c.old.contains(f'"digest":"{item.known.digest}"', autoescape=True),
            )
            text = await self._connection.scalar(wanted.order_by(announcements.c.id.desc()).limit(1))
            self._found[key] = Content.from_json(text) if text else None
        return self._found[key]

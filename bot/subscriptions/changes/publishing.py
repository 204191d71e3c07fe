"""Records what has changed as announcements, with a delivery for everyone who is to be told, in one transaction.

A look beforehand is the same transaction, rolled back: so the counts are those that recording will give. Two that
publish at once are put in order by a lock, and the second finds nothing left to announce.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import DealBotError
from bot.subscriptions.changes.content import Content
from bot.subscriptions.changes.difference import NEW, Change, difference
from bot.subscriptions.changes.enqueueing import Enqueueing
from bot.subscriptions.changes.waits import revive
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.portions import portions
from bot.subscriptions.storage.tables import (
    announced,
    announcements,
    deliveries,
    pace,
    publications,
    subscribers,
)

EXPIRY_SECONDS = 7 * 86400.0
Progress = Callable[[int, int], None]


class PublishError(DealBotError):
    """It can't be published or taken back now; says why."""


@dataclass(frozen=True)
class Publication:
    """How to publish: from when on it is sent and for how many seconds, whether nobody is told, why facts went."""

    version: str
    due_at: float
    quiet: bool = False
    why: Mapping[str, str] = field(default_factory=dict)
    expiry: float = EXPIRY_SECONDS


@dataclass(frozen=True)
class Plan:
    """What publishing announces, and how many subscribers are told in each language."""

    changes: tuple[Change, ...]
    told: Mapping[str, int]

    @property
    def print(self) -> tuple[tuple[str, str], ...]:
        """What the changes lead to; the same print means the same changes."""
        return tuple((change.fact, change.new.digest if change.new else "") for change in self.changes)


class _Undone(Exception):  # noqa: N818 - no error: it ends a look beforehand
    """Rolls the transaction back."""


class Publishing:
    """The editor's side of the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def look(self, present: Mapping[str, Content], publication: Publication, now: float) -> Plan:
        """What `publish` would do; nothing is changed."""
        plan = Plan((), {})
        try:
            async with self._database.writing() as connection:
                plan = await _record(connection, present, publication, now)
                raise _Undone
        except _Undone:
            return plan

    async def publish(
        self,
        present: Mapping[str, Content],
        publication: Publication,
        now: float,
        expected: Plan | None = None,
        progress: Progress | None = None,
    ) -> Plan:
        """Announce. Raises PublishError when the changes aren't those `expected` any more."""
        async with self._database.writing() as connection:
            plan = await _record(connection, present, publication, now, progress)
            if expected is not None and plan.print != expected.print:
                raise PublishError("publish: somebody has published meanwhile; look again")
        return plan

    async def has_begun(self) -> bool:
        """Whether anything was announced yet, or counts as announced."""
        async with self._database.reading() as connection:
            return await connection.scalar(select(announced.c.fact).limit(1)) is not None

    async def begin(self, present: Mapping[str, Content]) -> bool:
        """Let everything count as announced; False when something was before."""
        async with self._database.writing() as connection:
            await _lock(connection)
            if await connection.scalar(select(announced.c.fact).limit(1)):
                return False
            await _keep(connection, list(present.values()))
        return True

    async def recall(self, now: float) -> int:
        """Take the last publication back while its delay lasts; how many announcements that were."""
        async with self._database.writing() as connection:
            await _lock(connection)
            last = (await connection.execute(select(publications).order_by(publications.c.id.desc()).limit(1))).first()
            if last is None or last.recalled_at is not None or last.due_at <= now:
                raise PublishError("publish --recall: nothing is held back; only a delayed publication can be recalled")
            of_it = select(announcements.c.id).where(announcements.c.publication_id == last.id)
            owed = deliveries.c.announcement_id.in_(of_it)
            taken = list(
                await connection.execute(select(announcements).where(announcements.c.publication_id == last.id))
            )
            for row in taken:
                if row.new:
                    await revive(connection, row.id, Content.from_json(row.new))
            await connection.execute(delete(deliveries).where(owed))
            await _forget(connection, [row.fact for row in taken])
            await _keep(connection, [Content.from_json(row.old) for row in taken if row.old])
            await connection.execute(update(publications).where(publications.c.id == last.id).values(recalled_at=now))
        return len(taken)


async def _record(
    connection: AsyncConnection,
    present: Mapping[str, Content],
    publication: Publication,
    now: float,
    progress: Progress | None = None,
) -> Plan:
    await _lock(connection)
    rows = await connection.execute(select(announced.c.content))
    before = {content.fact: content for content in map(Content.from_json, rows.scalars())}
    changes = difference(before, present)
    if not changes:
        return Plan((), {})
    number = await connection.scalar(
        insert(publications)
        .values(
            at=now,
            due_at=publication.due_at,
            version=publication.version,
            quiet=publication.quiet,
            why=json.dumps(dict(publication.why)) if publication.why else None,
        )
        .returning(publications.c.id)
    )
    enqueueing = await Enqueueing.begun(connection, publication.due_at, publication.due_at + publication.expiry)
    for done, change in enumerate(changes, start=1):
        identity = await connection.scalar(
            insert(announcements)
            .values(
                publication_id=number,
                kind=change.kind,
                fact=change.fact,
                old=change.old.to_json() if change.old else None,
                new=change.new.to_json() if change.new else None,
            )
            .returning(announcements.c.id)
        )
        if identity is not None and not publication.quiet:
            await enqueueing.enqueue(identity, change)
        if progress:
            progress(done, len(changes))
    await _forget(connection, [change.fact for change in changes if change.kind != NEW])
    await _keep(connection, [change.new for change in changes if change.new])
    return Plan(changes, await _told(connection, number or 0))


async def _told(connection: AsyncConnection, publication: int) -> dict[str, int]:
    counted = (
        select(subscribers.c.language, func.count(func.distinct(subscribers.c.id)))
        .join(deliveries, deliveries.c.subscriber_id == subscribers.c.id)
        .join(announcements, announcements.c.id == deliveries.c.announcement_id)
        .where(announcements.c.publication_id == publication)
        .group_by(subscribers.c.language)
    )
    told: dict[str, int] = {row[0]: row[1] for row in await connection.execute(counted)}
    return told


async def _lock(connection: AsyncConnection) -> None:
    """One at a time: whoever comes second waits here until the first has committed."""
    await connection.execute(update(pace).where(pace.c.name == "publishing").values(free_at=0.0))


async def _keep(connection: AsyncConnection, contents: Sequence[Content]) -> None:
    for some in portions(contents):
        rows = [{"fact": one.fact, "digest": one.digest, "content": one.to_json()} for one in some]
        await connection.execute(insert(announced), rows)


async def _forget(connection: AsyncConnection, facts: Sequence[str]) -> None:
    for some in portions(facts):
        await connection.execute(delete(announced).where(announced.c.fact.in_(some)))

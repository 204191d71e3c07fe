"""What became of the deliveries of each publication, for the editor."""

from dataclasses import dataclass

from sqlalchemy import func, select

from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.tables import announcements, deliveries, publications, subscribers

STATES = ("waiting", "held", "sent", "failed", "expired", "dropped")
MOST_PROBLEMS = 10


@dataclass(frozen=True)
class PublicationLine:
    """One publication: when, how many changes, how many deliveries in which state."""

    at: float
    due_at: float
    quiet: bool
    recalled: bool
    changes: int
    states: dict[str, int]


@dataclass(frozen=True)
class Overview:
    """The last publications, newest first; the commonest problems; the subscribers by state."""

    publications: tuple[PublicationLine, ...]
    problems: tuple[tuple[str, str, int], ...]
    subscribers: dict[str, int]


async def overview(database: Database, most: int) -> Overview:
    """Read it; `most` publications at most."""
    async with database.reading() as connection:
        last = select(publications).order_by(publications.c.id.desc()).limit(most)
        rows = (await connection.execute(last)).all()
        numbers = [row.id for row in rows]
        of_these = announcements.c.publication_id.in_(numbers)
        per_publication = (
            select(announcements.c.publication_id, func.count())
            .where(of_these)
            .group_by(announcements.c.publication_id)
        )
        changes: dict[int, int] = {row[0]: row[1] for row in await connection.execute(per_publication)}
        states: dict[int, dict[str, int]] = {number: {} for number in numbers}
        counted = (
            select(announcements.c.publication_id, deliveries.c.state, func.count())
            .join(deliveries, deliveries.c.announcement_id == announcements.c.id)
            .where(of_these)
            .group_by(announcements.c.publication_id, deliveries.c.state)
        )
        for number, state, count in await connection.execute(counted):
            states[number][state] = count
        problems = (
            select(deliveries.c.state, deliveries.c.problem, func.count())
            .where(deliveries.c.problem.is_not(None), deliveries.c.state != "sent")
            .group_by(deliveries.c.state, deliveries.c.problem)
            .order_by(func.count().desc())
            .limit(MOST_PROBLEMS)
        )
        found = tuple((state, problem or "", count) for state, problem, count in await connection.execute(problems))
        who = select(subscribers.c.state, func.count()).group_by(subscribers.c.state)
        people: dict[str, int] = {row[0]: row[1] for row in await connection.execute(who)}
    lines = tuple(
        PublicationLine(
            row.at, row.due_at, row.quiet, row.recalled_at is not None, changes.get(row.id, 0), states[row.id]
        )
        for row in rows
    )
    return Overview(lines, found, people)

"""What people thought of answers, in the database: written by way of the journal, read by the editor (`feedback`).

With the question and the chat as long as texts of questions are kept, without both after that; see privacy. Questions
are stored as JSON, in ASCII: no database takes every character that people send.
"""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.channels.feedback import Opinion
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.journal import Journal, Key
from bot.subscriptions.storage.privacy import texts_before
from bot.subscriptions.storage.tables import feedback

FEEDBACK = "feedback"


@dataclass(frozen=True)
class _Entry:
    """An opinion and its moment."""

    opinion: Opinion
    at: float


@dataclass(frozen=True)
class Report:
    """A 👎 as the editor sees it; `asked` None when the question isn't kept (any more)."""

    at: float
    reason: str | None
    language: str
    asked: str | None
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Reports:
    """The 👎, newest first, and how many 👍 stand beside them."""

    bad: tuple[Report, ...]
    good: int


class FeedbackInDatabase:
    """See bot.channels.feedback.Feedback: of one person on one answer the last opinion counts."""

    def __init__(self, journal: Journal, clock: Callable[[], float] = time.time) -> None:
        self._journal, self._clock = journal, clock
        journal.writes(FEEDBACK, _write)

    def record(self, opinion: Opinion) -> None:
        """Keep the opinion; while the database is away, it waits."""
        self._journal.note((FEEDBACK, opinion.chat, opinion.rated, opinion.rater), _Entry(opinion, self._clock()))


async def reports(database: Database, since: float, keep_days: float, now: float) -> Reports:
    """The opinions since then. A question whose time is over isn't shown, although nobody has tidied up yet."""
    limit = texts_before(keep_days, now)
    async with database.reading() as connection:
        good = select(func.count()).select_from(feedback).where(feedback.c.good, feedback.c.at >= since)
        chosen = select(feedback).where(feedback.c.good.is_(False), feedback.c.at >= since)
        rows = await connection.execute(chosen.order_by(feedback.c.at.desc(), feedback.c.id.desc()))
        bad = tuple(
            Report(
                row.at,
                row.reason,
                row.language,
                json.loads(row.asked) if row.asked and row.at >= limit else None,
                tuple(json.loads(row.facts)),
            )
            for row in rows
        )
        return Reports(bad, await connection.scalar(good) or 0)


async def _write(connection: AsyncConnection, entries: Mapping[Key, _Entry]) -> None:
    same = tuple_(feedback.c.chat, feedback.c.rated, feedback.c.rater)
    await connection.execute(delete(feedback).where(same.in_([key[1:] for key in entries])))
    await connection.execute(insert(feedback), [_row(one.opinion, one.at) for one in entries.values()])


def _row(opinion: Opinion, at: float) -> dict[str, object]:
    return {
        "chat": opinion.chat,
        "rated": opinion.rated,
        "rater": opinion.rater,
        "good": opinion.good,
        "reason": opinion.reason,
        "language": opinion.language,
        "asked": None if opinion.asked is None else json.dumps(opinion.asked),
        "facts": json.dumps(opinion.facts),
        "at": at,
    }

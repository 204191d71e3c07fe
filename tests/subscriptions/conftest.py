"""Each test of this folder that asks for a database runs on SQLite and on PostgreSQL."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, insert
from sqlalchemy.engine import URL

from bot.answering.room.room import Room
from bot.app import build_from
from bot.subscriptions.changes.publishing import Publishing
from bot.subscriptions.delivering.claiming import Terms
from bot.subscriptions.delivering.outbox import Outbox
from bot.subscriptions.storage.database import FILE, Database, url_of
from bot.subscriptions.storage.journal import Journal
from bot.subscriptions.storage.migrating import migrate
from bot.subscriptions.storage.tables import METADATA, pace
from bot.subscriptions.subscribing.register import Register
from tests.apps import SMALL
from tests.subscriptions.stock import PostgreSql, a_postgresql


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgreSql]:
    with a_postgresql() as server:
        yield server


@pytest.fixture(scope="session")
def server(postgres: PostgreSql) -> str:
    return postgres.address


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty database is, or will be."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/bot.sqlite3"
    server: str = request.getfixturevalue("server")
    return server


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file in which all steps have been taken; copying it takes a tenth of the time of taking them."""
    folder = tmp_path_factory.mktemp("template")
    asyncio.run(made(url_of(None, folder)))
    return folder / FILE


@pytest.fixture
def copied(address: str, template: Path) -> bool:
    """Whether the template stands at `address`: only a file can be copied."""
    file = url_of(address, Path()).database
    if not address.startswith("sqlite") or file is None:
        return False
    shutil.copy(template, file)
    return True


@pytest.fixture
async def database(address: str, *, copied: bool) -> AsyncIterator[Database]:
    database = Database(url_of(address, Path()))
    if not copied:
        await migrate(database)
        await emptied(database)
    yield database
    await database.close()


async def made(url: URL) -> None:
    """The database is there and empty."""
    database = Database(url)
    await migrate(database)
    await emptied(database)
    await database.close()


async def emptied(database: Database) -> None:
    """Delete everything."""
    async with database.writing() as connection:
        for table in reversed(METADATA.sorted_tables):
            await connection.execute(delete(table))
        names = ("broadcast", "publishing")
        await connection.execute(insert(pace), [{"name": name, "free_at": 0.0} for name in names])


@pytest.fixture
def publishing(database: Database) -> Publishing:
    return Publishing(database)


@pytest.fixture
def register(database: Database) -> Register:
    return Register(database)


@pytest.fixture
def journal(database: Database) -> Journal:
    return Journal(database)


@pytest.fixture
def outbox(database: Database) -> Outbox:
    return Outbox(database, "one", Terms(batch=50, lease=30.0, rate=1000.0))


@pytest.fixture
def other(database: Database) -> Outbox:
    """The outbox as another worker sees it."""
    return Outbox(database, "two", Terms(batch=50, lease=30.0, rate=1000.0))


@pytest.fixture(scope="session")
def room() -> Room:
    return build_from(SMALL).room

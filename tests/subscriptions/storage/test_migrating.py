import asyncio
import sys
from pathlib import Path
from subprocess import Popen

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from bot.settings import ROOT
from bot.subscriptions.storage.database import Database, url_of
from bot.subscriptions.storage.errors import StorageError
from bot.subscriptions.storage.migrating import NEWEST, migrate, migrate_apart
from bot.subscriptions.storage.tables import METADATA

MIGRATE = """
import asyncio, sys
from pathlib import Path
from bot.subscriptions.storage.database import Database, url_of
from bot.subscriptions.storage.migrating import migrate
asyncio.run(migrate(Database(url_of(sys.argv[1], Path()))))
"""


def differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), METADATA))


async def differences_at(address: str) -> list[object]:
    database = Database(url_of(address, Path()))
    try:
        async with database.reading() as connection:
            return await connection.run_sync(differences)
    finally:
        await database.close()


async def test_the_steps_lead_to_the_tables_that_the_code_uses(database: Database) -> None:
    async with database.reading() as connection:
        assert await connection.run_sync(differences) == []


async def test_a_second_start_finds_nothing_to_do(database: Database) -> None:
    await migrate(database)
    async with database.reading() as connection:
        assert await connection.scalar(text("SELECT version_num FROM alembic_version")) == NEWEST


async def test_a_database_that_is_the_newest_needs_no_other_process(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.subscriptions.storage.migrating.start_apart", pytest.fail)
    await migrate_apart(database)


async def test_a_database_of_a_newer_bot_is_left_alone(database: Database) -> None:
    async with database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    try:
        with pytest.raises(StorageError, match="newer bot"):
            await migrate(database)
    finally:
        async with database.writing() as connection:
            await connection.execute(text(f"UPDATE alembic_version SET version_num = '{NEWEST}'"))


def test_processes_that_start_at_once_make_one_database(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/new.sqlite3"
    starting = [Popen([sys.executable, "-c", MIGRATE, address], cwd=ROOT) for _ in range(3)]
    assert [process.wait(50) for process in starting] == [0, 0, 0]
    assert asyncio.run(differences_at(address)) == []

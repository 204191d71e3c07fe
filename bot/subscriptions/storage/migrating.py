"""Brings the database to the newest form at start; several processes may start at once.

Alembic is only loaded when there is something to do: most starts find the newest step already taken.
"""

import asyncio
import logging
from pathlib import Path

from sqlalchemy import Connection, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from bot.apart import end_apart, start_apart, told_apart
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.errors import StorageError

NEWEST = "0002"
TRIES = 5
PAUSE_SECONDS = 0.4
LOG = logging.getLogger(__name__)


async def migrate(database: Database) -> None:
    """Take all steps that are missing. Raises StorageError."""
    for left in reversed(range(TRIES)):
        step = await _step(database)
        if step == NEWEST:
            return
        if step is not None and step > NEWEST:
            raise StorageError(f"the database is of a newer bot (step {step}, this one knows {NEWEST}); update the bot")
        try:
            async with database.writing() as connection:
                await connection.run_sync(_upgrade)
        except StorageError:
            # Another process may have been quicker; then the next look finds its work done.
            if not left:
                raise
            await asyncio.sleep(PAUSE_SECONDS)
        else:
            LOG.info("the database is at step %s", NEWEST)


async def migrate_apart(database: Database) -> None:
    """The same; another process takes the steps that are missing, so that Alembic and all it loads are gone with it."""
    step = await _step(database)
    if step is None or step < NEWEST:
        address = database.url.render_as_string(hide_password=False)
        process = start_apart(__name__, told=address)
        if process is not None:
            try:
                await asyncio.to_thread(process.wait)
            finally:
                end_apart(process)  # a stop doesn't wait for it
    await migrate(database)


async def _step(database: Database) -> str | None:
    try:
        async with database.reading() as connection:
            found = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    except StorageError as error:
        if isinstance(error.__cause__, SQLAlchemyError) and "alembic_version" in str(error.__cause__.args):
            return None
        raise
    return None if found is None else str(found)


def _upgrade(connection: Connection) -> None:
    logging.getLogger("alembic").setLevel(logging.WARNING)
    from alembic import command  # noqa: PLC0415 - see the module's docstring
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    command.upgrade(config, "head")


async def _main() -> None:
    """Bring the database of the address that it is told to the newest form."""
    database = Database(make_url(told_apart()))
    try:
        await migrate(database)
    finally:
        await database.close()


if __name__ == "__main__":
    asyncio.run(_main())

"""The database for a verb that ends soon: brought to its newest form, and let go of at the end."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.settings import Settings

if TYPE_CHECKING:
    from bot.subscriptions.storage.database import Database


@asynccontextmanager
async def opened(settings: Settings) -> "AsyncIterator[Database]":
    """The database of the settings. Raises StorageError."""
    from bot.subscriptions.storage.database import Database, url_of
    from bot.subscriptions.storage.migrating import migrate

    database = Database(url_of(settings.database_url, settings.folder))
    try:
        await migrate(database)
        yield database
    finally:
        await database.close()

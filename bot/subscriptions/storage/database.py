"""The one place that knows which database it is: SQLite (WAL) in a file, or PostgreSQL, by SQLAlchemy's async engine.

Everything else asks for `reading()` or `writing()` and gets a connection in a transaction, or StorageError.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.subscriptions.storage.errors import StorageError, explained

BUSY_SECONDS = 5.0
"""So long a writer waits for another one."""
WRITERS = 4
FILE = "bot.sqlite3"


def url_of(database_url: str | None, folder: Path) -> URL:
    """The address with the driver that fits; without one given, a file in the folder."""
    if database_url is None:
        return URL.create("sqlite+aiosqlite", database=str(folder / FILE))
    given = make_url(database_url)
    if given.get_backend_name() == "sqlite":
        return given.set(drivername="sqlite+aiosqlite")
    return make_url(database_url.replace("postgres://", "postgresql://", 1)).set(drivername="postgresql+asyncpg")


class Database:
    """The engine and its transactions."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self._file = Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
        self._engine: AsyncEngine | None = None
        # A file has one writer at a time: waiting here is fair and costs nothing, waiting in SQLite polls.
        self._writers = asyncio.Semaphore(1 if self._file else WRITERS)

    @property
    def engine(self) -> AsyncEngine:
        """The engine, made at the first use."""
        if self._engine is None:
            self._engine = self._made()
        return self._engine

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection in a transaction that only reads."""
        async with self._transaction(writes=False) as connection:
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A connection in a transaction that is committed at the end of the block, or not at all."""
        async with self._writers, self._transaction(writes=True) as connection:
            yield connection

    @asynccontextmanager
    async def _transaction(self, *, writes: bool) -> AsyncIterator[AsyncConnection]:
        try:
            async with self.engine.connect() as connection:
                if self._file:
                    await connection.execution_options(writes=writes)
                async with connection.begin():
                    yield connection
        except (SQLAlchemyError, OSError, TimeoutError) as error:
            refused = isinstance(error, IntegrityError | DataError)
            raise StorageError(explained(error), passing=not refused) from error
        except Exception as error:
            # While it connects, asyncpg raises errors of its own that SQLAlchemy doesn't wrap.
            if type(error).__module__.startswith("asyncpg"):
                raise StorageError(explained(error)) from error
            raise

    async def close(self) -> None:
        """Let go of all connections."""
        if self._engine is not None:
            await self._engine.dispose()

    def _made(self) -> AsyncEngine:
        if self._file is None:
            return create_async_engine(
                self.url, pool_pre_ping=True, pool_timeout=10, connect_args={"timeout": 5, "command_timeout": 120}
            )
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(explained(error)) from error
        engine = create_async_engine(self.url, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine.sync_engine, "connect", _set_up_file)
        event.listen(engine.sync_engine, "begin", _begin_on_file)
        return engine


def _set_up_file(connection: Any, _record: object) -> None:
    # The driver must not begin transactions by itself: see _begin_on_file.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "cache_size=-4000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_on_file(connection: Any) -> None:
    # A writer takes its lock at once: one that reads first and writes later could be refused in the middle.
    writes = connection.get_execution_options().get("writes", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

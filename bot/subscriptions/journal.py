"""Writes what a channel says of its chats a moment later and many at once, so that no answer waits for the database.

A crash loses the last moment at most. While the database is away, what is to be kept waits here, the oldest of it is
given up first; reading falls back to what is still waiting.
"""

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.subscriptions.database import Database
from bot.subscriptions.errors import StorageError

MOMENT = 0.05
PAUSE_SECONDS = 3.0
MOST_WAITING = 20_000
AT_ONCE = 200
LOG = logging.getLogger(__name__)
Write = Callable[[AsyncConnection], Awaitable[None]]


class Journal:
    """What waits to be written, by key: a newer entry takes the place of an older one of the same key."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: OrderedDict[tuple[str, ...], tuple[object, Write]] = OrderedDict()
        self._news = asyncio.Event()
        self._idle = asyncio.Lock()

    def note(self, key: tuple[str, ...], value: object, write: Write) -> None:
        """Have this written soon."""
        self._waiting[key] = (value, write)
        self._waiting.move_to_end(key)
        while len(self._waiting) > MOST_WAITING:
            self._waiting.popitem(last=False)
        self._news.set()

    def waiting(self, key: tuple[str, ...]) -> object | None:
        """What waits under the key."""
        found = self._waiting.get(key)
        return found[0] if found else None

    def forget(self, chat: str) -> None:
        """Nothing that waits for this chat (second part of the key) is written."""
        for key in [key for key in self._waiting if key[1] == chat]:
            del self._waiting[key]

    async def run(self) -> None:
        """Write until cancelled."""
        failing = False
        while True:
            await self._news.wait()
            await asyncio.sleep(MOMENT)
            try:
                await self.flush()
                failing = False
            except StorageError as error:
                if not failing:
                    LOG.error("conversations can't be kept for now, answers go on: %s", error)
                failing = True
                await asyncio.sleep(PAUSE_SECONDS)

    async def flush(self) -> None:
        """Write everything that waits. Raises StorageError, and then keeps it."""
        async with self._idle:
            while self._waiting:
                some = list(self._waiting.items())[:AT_ONCE]
                begun = time.monotonic()
                async with self._database.writing() as connection:
                    for _key, (_value, write) in some:
                        await write(connection)
                for key, entry in some:
                    if self._waiting.get(key) is entry:
                        del self._waiting[key]
                LOG.debug("%d entries written in %.3f s", len(some), time.monotonic() - begun)
            self._news.clear()

"""Writes what a channel says of its chats a moment later and many at once, so that no answer waits for the database.

A crash loses the last moment at most. While the database is away, what is to be kept waits here, the oldest of it is
given up first; reading looks here before it looks there.
"""

import asyncio
import logging
from collections import OrderedDict, defaultdict
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.errors import StorageError

MOMENT = 0.05
PAUSE_SECONDS = 3.0
MOST_WAITING = 20_000
AT_ONCE = 250
MOST_TRIES = 5
LOG = logging.getLogger(__name__)

Key = tuple[str, ...]
"""The kind of entry, the chat, and what else tells it from others."""
Writer = Callable[[AsyncConnection, Mapping[Key, Any]], Awaitable[None]]
"""Writes all entries of a kind that wait."""


class Journal:
    """What waits to be written: a newer entry takes the place of an older one of the same key."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._writers: dict[str, Writer] = {}
        self._waiting: OrderedDict[Key, object] = OrderedDict()
        self._tried: Key | None = None
        self._news = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()

    def writes(self, kind: str, writer: Writer) -> None:
        """Have entries of the kind written so."""
        self._writers[kind] = writer

    def note(self, key: Key, entry: object) -> None:
        """Have this written soon."""
        self._waiting[key] = entry
        self._waiting.move_to_end(key)
        while len(self._waiting) > MOST_WAITING:
            self._waiting.popitem(last=False)
        self._news.set()

    def waiting(self, key: Key) -> object | None:
        """What waits under the key."""
        return self._waiting.get(key)

    def forget(self, chat: str) -> None:
        """Nothing that waits for this chat is written."""
        for key in [key for key in self._waiting if key[1] == chat]:
            del self._waiting[key]

    async def run(self) -> None:
        """Write until cancelled."""
        failures = 0
        while True:
            await self._news.wait()
            await asyncio.sleep(MOMENT)
            try:
                await self.flush(at_once=1 if failures >= MOST_TRIES else AT_ONCE)
                failures = 0
            except StorageError as error:
                if not failures:
                    LOG.error("conversations can't be kept for now, answers go on: %s", error)
                failures += 1
                if failures > MOST_TRIES and not error.passing:
                    # One entry by itself that the database refuses for good must not hold up all others.
                    self._give_up()
                await asyncio.sleep(PAUSE_SECONDS)

    def _give_up(self) -> None:
        """The entry tried last goes: it may have been noted anew meanwhile, and others be the oldest."""
        if self._tried and self._waiting.pop(self._tried, None) is not None:
            LOG.error("given up an entry: %s", self._tried[0])

    async def flush(self, at_once: int = AT_ONCE) -> None:
        """Write everything that waits. Raises StorageError, and then keeps it."""
        async with self._one_at_a_time:
            while self._waiting:
                some = dict(list(self._waiting.items())[:at_once])
                by_kind: defaultdict[str, dict[Key, object]] = defaultdict(dict)
                for key, entry in some.items():
                    by_kind[key[0]][key] = entry
                self._tried = next(iter(some))
                async with self._database.writing() as connection:
                    for kind, entries in by_kind.items():
                        await self._writers[kind](connection, entries)
                for key, entry in some.items():
                    if self._waiting.get(key) is entry:
                        del self._waiting[key]
            self._news.clear()

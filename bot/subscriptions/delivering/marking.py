"""Marks in the outbox what came of a delivery, however long the database is away: the notifier's memory.

What has arrived and isn't marked would be sent again; so its lane is taken until then, and nothing is sent on it that
couldn't be marked.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import chain, repeat

from bot.channels.courier import Arrived, Failed, Moved, Outcome, Refused, Wait
from bot.subscriptions.changes.owed import Owed
from bot.subscriptions.delivering.outbox import Outbox
from bot.subscriptions.storage.errors import StorageError

PAUSES = (0.1, 0.3, 1.0, 3.0)
"""Seconds between tries to mark a delivery; the last goes on for as long as the database is away."""
LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Habits:
    """How the notifier works; times in seconds."""

    lanes: int = 1
    idle: float = 1.0
    chat_pause: float = 1.0
    group_pause: float = 3.0
    first_back_off: float = 15.0
    most_tries: int = 8
    send_limit: float = 20.0
    storage_pause: float = 5.0
    expire_every: float = 60.0


@dataclass(frozen=True)
class NotYet:
    """It wasn't sent: the subscriber wants quiet until then."""

    until: float


class Marking:
    """Takes outcomes; knows whether the database is there."""

    def __init__(
        self,
        outbox: Outbox,
        moved: Callable[[str, str], Awaitable[None]],
        habits: Habits,
        clock: Callable[[], float],
    ) -> None:
        self._outbox, self._moved, self._habits, self._clock = outbox, moved, habits, clock
        self._away = False

    async def keep(self, owed: Owed, outcome: Outcome | NotYet) -> None:
        """Mark it; returns when that is done, or when the database refuses just this."""
        for pause in chain(PAUSES, repeat(PAUSES[-1])):
            try:
                await self._mark(owed, outcome)
            except StorageError as error:
                if not error.passing:
                    LOG.error("a notice to chat %s is perhaps sent again: %s", owed.chat, error)
                    return
                self.is_away(error)
                await asyncio.sleep(pause)
            else:
                self.is_back()
                return

    def is_away(self, error: StorageError) -> None:
        """The database can't be used: one line, however often it is asked for in vain."""
        if not self._away:
            LOG.error("news wait, answers go on: %s", error)
        self._away = True

    def is_back(self) -> None:
        """The database can be used; a line if it couldn't before."""
        if self._away:
            LOG.info("the database is back, sending goes on")
        self._away = False

    async def _mark(self, owed: Owed, outcome: Outcome | NotYet) -> None:
        now = self._clock()
        match outcome:
            case Arrived():
                pause = self._habits.group_pause if owed.group else self._habits.chat_pause
                await self._outbox.sent(owed, now, pause)
            case NotYet(until):
                await self._outbox.postpone(owed, until)
            case Wait(seconds):
                LOG.info("chat %s waits %.0f s", owed.chat, seconds)
                await self._outbox.wait(owed, now + seconds)
            case Refused(state, why):
                LOG.info("chat %s is %s: %s", owed.chat, state, why)
                await self._outbox.refused(owed, state, why)
            case Moved(chat):
                LOG.info("chat %s has moved to %s", owed.chat, chat)
                await self._outbox.wait(owed, now)
                await self._moved(owed.chat, chat)
            case Failed(why, for_good):
                tries = max(item.tries for item in owed.items) + 1
                last = for_good or tries >= self._habits.most_tries
                again = None if last else now + self._habits.first_back_off * 2 ** (tries - 1)
                LOG.warning("a notice to chat %s failed%s: %s", owed.chat, ", given up" if last else "", why)
                await self._outbox.failed(owed, why, again, now)

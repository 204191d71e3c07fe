"""Sends what the outbox holds, within Telegram's limits, until it is told to stop. One a process.

Claims are small and each message has its slot, reserved over all processes. A delivery is marked once Telegram has
confirmed it, so each arrives at least once: a crash repeats what was in flight, at most one a lane. There is one lane,
unless more are asked for, because each message takes longer than the rate leaves it.
"""

import asyncio
import logging
import os
import secrets
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.answering.reply import Reply
from bot.channels.courier import Arrived, Courier, Failed, Moved, Outcome, Refused, Wait
from bot.subscriptions.errors import StorageError
from bot.subscriptions.holding import may_go_at
from bot.subscriptions.outbox import Outbox
from bot.subscriptions.owed import Owed
from bot.subscriptions.register import Register

MARK_PAUSES = (0.1, 0.3, 1.0, 3.0, 6.0)
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
class _NotYet:
    """It wasn't sent: the subscriber wants quiet until then."""

    until: float


class Notifier:
    """The sending side of the outbox."""

    def __init__(
        self,
        outbox: Outbox,
        register: Register,
        courier: Courier,
        compose: Callable[[Owed], Reply],
        habits: Habits = Habits(),
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._outbox, self._register, self._courier, self._compose = outbox, register, courier, compose
        self._habits, self._clock = habits, clock
        self._answers = 0
        self._tasks: set[asyncio.Task[None]] = set()

    def answered(self) -> None:
        """Somebody got an answer: that counts against the limit over all, and broadcasts give way."""
        self._answers += 1

    async def run(self) -> None:
        """Send until cancelled; what was claimed and not sent is given back."""
        expired_at, broken = 0.0, False
        while True:
            try:
                if self._clock() - expired_at > self._habits.expire_every:
                    expired_at = self._clock()
                    await self._outbox.expire(expired_at)
                found = await self._round()
                if broken:
                    LOG.info("the database is back, sending goes on")
                broken = False
                if not found:
                    await asyncio.sleep(self._habits.idle)
            except StorageError as error:
                if not broken:
                    LOG.error("news wait, answers go on: %s", error)
                broken = True
                await asyncio.sleep(self._habits.storage_pause)

    async def until_empty(self) -> None:
        """Send what is due now, and return."""
        while await self._round():
            await asyncio.gather(*self._tasks)
        await asyncio.gather(*self._tasks)

    async def _round(self) -> bool:
        """Claim once and send what was claimed; False when nothing was due."""
        if await self._outbox.next_due() > self._clock():
            return False
        answers, self._answers = self._answers, 0
        claimed = await self._outbox.claim(self._clock(), answers)
        for place, owed in enumerate(claimed):
            try:
                await asyncio.sleep(max(0.0, owed.slot - self._clock()))
                await self._lane()
            except asyncio.CancelledError:
                await self._give_back(claimed[place:])
                raise
            task = asyncio.create_task(self._send(owed))
            self._tasks.add(task)
            task.add_done_callback(self._done)
        return bool(claimed)

    async def _lane(self) -> None:
        """Wait until a lane is free."""
        while len(self._tasks) >= self._habits.lanes:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            LOG.error("a delivery failed", exc_info=error)

    async def close(self) -> None:
        """Let what is in flight arrive and be marked."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _give_back(self, owed: list[Owed]) -> None:
        try:
            await asyncio.shield(self._outbox.release(owed, self._clock()))
        except (StorageError, asyncio.CancelledError):
            LOG.info("%d claims are left to run out", len(owed))

    async def _send(self, owed: Owed) -> None:
        now = self._clock()
        # A slot may lie later than the claim, and quiet hours begin in between.
        if (until := may_go_at(owed, now)) > now:
            await self._marked(owed, _NotYet(until))
            return
        try:
            async with asyncio.timeout(self._habits.send_limit):
                outcome = await self._courier.deliver(owed.chat, self._compose(owed))
        except TimeoutError:
            outcome = Failed("no answer in time")
        await self._marked(owed, outcome)

    async def _marked(self, owed: Owed, outcome: "Outcome | _NotYet") -> None:
        """Keep the outcome; a database that is away for a moment must not lead to a second message."""
        for pause in MARK_PAUSES:
            try:
                await self._mark(owed, outcome)
            except StorageError as error:
                LOG.info("a delivery can't be marked yet: %s", error)
                await asyncio.sleep(pause)
            else:
                return
        LOG.error("a notice to chat %s is perhaps sent again, as it can't be marked", owed.chat)

    async def _mark(self, owed: Owed, outcome: "Outcome | _NotYet") -> None:
        now = self._clock()
        match outcome:
            case Arrived():
                pause = self._habits.group_pause if owed.group else self._habits.chat_pause
                await self._outbox.sent(owed, now, pause)
            case _NotYet(until):
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
                await self._register.moved(owed.chat, chat)
            case Failed(why, for_good):
                tries = max(item.tries for item in owed.items) + 1
                last = for_good or tries >= self._habits.most_tries
                again = None if last else now + self._habits.first_back_off * 2 ** (tries - 1)
                LOG.warning("a notice to chat %s failed%s: %s", owed.chat, ", given up" if last else "", why)
                await self._outbox.failed(owed, why, again, now)


def worker_name() -> str:
    """A name for this process's claims; never the same twice."""
    return f"{socket.gethostname()[:24]}:{os.getpid()}:{secrets.token_hex(4)}"

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
from collections.abc import Awaitable, Callable

from bot.answering.room.reply import Reply
from bot.channels.courier import Courier, Failed, Outcome
from bot.subscriptions.changes.owed import Owed
from bot.subscriptions.delivering.holding import may_go_at
from bot.subscriptions.delivering.marking import Habits, Marking, NotYet
from bot.subscriptions.delivering.outbox import Outbox
from bot.subscriptions.storage.errors import StorageError

CLOSING = 10.0
"""Seconds that what is in flight gets at the end."""
LOG = logging.getLogger(__name__)


class Notifier:
    """The sending side of the outbox; `moved` is told of a chat's old and new key, and may raise StorageError."""

    def __init__(
        self,
        outbox: Outbox,
        moved: Callable[[str, str], Awaitable[None]],
        courier: Courier,
        compose: Callable[[Owed], Reply],
        habits: Habits,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._outbox, self._courier, self._compose = outbox, courier, compose
        self._habits, self._clock = habits, clock
        self._answers = 0
        self._marking = Marking(outbox, moved, habits, clock)
        self._tasks: set[asyncio.Task[None]] = set()

    def answered(self) -> None:
        """Somebody got an answer: that counts against the limit over all, and broadcasts give way."""
        self._answers += 1

    async def run(self) -> None:
        """Send until cancelled; what was claimed and not sent is given back."""
        expired_at = 0.0
        while True:
            try:
                if self._clock() - expired_at > self._habits.expire_every:
                    expired_at = self._clock()
                    await self._outbox.expire(expired_at)
                found = await self._round()
                self._marking.is_back()
                if not found:
                    await asyncio.sleep(self._habits.idle)
            except StorageError as error:
                self._marking.is_away(error)
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
            if self._clock() > owed.send_by:
                await self._outbox.release(claimed[place:], self._clock())
                break
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
        """Let what is in flight arrive and be marked; not for ever, as the database may be away."""
        if not self._tasks:
            return
        _, unmarked = await asyncio.wait(self._tasks, timeout=CLOSING)
        for task in unmarked:
            task.cancel()
        if unmarked:
            LOG.error("%d notices are perhaps sent again, as they can't be marked", len(unmarked))

    async def _give_back(self, owed: list[Owed]) -> None:
        try:
            await asyncio.shield(self._outbox.release(owed, self._clock()))
        except (StorageError, asyncio.CancelledError):
            LOG.info("%d claims are left to run out", len(owed))

    async def _send(self, owed: Owed) -> None:
        now = self._clock()
        # A slot may lie later than the claim, and quiet hours begin in between.
        if (until := may_go_at(owed, now)) > now:
            await self._marking.keep(owed, NotYet(until))
            return
        try:
            async with asyncio.timeout(self._habits.send_limit):
                outcome: Outcome = await self._courier.deliver(owed.chat, self._compose(owed))
        except TimeoutError:
            outcome = Failed("no answer in time")
        except Exception as error:
            # Unmarked it would be claimed again and again, and nothing else would reach the chat.
            LOG.exception("a notice to chat %s can't be composed or delivered", owed.chat)
            outcome = Failed(type(error).__name__)  # what it says may hold an address, and that the token
        await self._marking.keep(owed, outcome)


def worker_name() -> str:
    """A name for this process's claims; never the same twice."""
    return f"{socket.gethostname()[:24]}:{os.getpid()}:{secrets.token_hex(4)}"

"""Chats side by side, each in its own order: how updates are let through to the handlers, and how fast.

A flood waits inside its own chat's turn (see pace); the other chats don't notice. What a group or a full queue can't
wait for is dropped.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any, cast

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import BaseUpdateProcessor

from bot.channels.telegram.pace import Pace

MOST_WAITING = 10_000
"""Updates taken from Telegram that may wait at the same time. How many requests run at once is bounded elsewhere."""
MOST_OF_ONE_CHAT = 60
"""More of one chat than these don't wait: they would take the others' places."""

Told = Callable[[Update], Awaitable[None]]


class ChatOrder(BaseUpdateProcessor):
    """Lets one update a chat through at a time, first come first served; a slow chat holds up no other.

    `told` is awaited when a user is to learn that it goes slower now, `finished` hears of each update's end; both are
    set once there is somebody to tell.
    """

    def __init__(self, pace: Pace | None = None) -> None:
        super().__init__(MOST_WAITING)
        self._pace = pace or Pace()
        self._locks: dict[int, asyncio.Lock] = {}
        self._waiting: Counter[int] = Counter()
        self._hurried = asyncio.Event()
        self.told: Told | None = None
        self.finished: Callable[[object], None] | None = None

    def hurry(self) -> None:
        """Let nobody wait any more, so that the bot can stop."""
        self._hurried.set()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn, then let the handlers run."""
        try:
            await self._in_turn(update, cast(Coroutine[Any, Any, Any], coroutine))
        finally:
            if self.finished:
                self.finished(update)

    async def _in_turn(self, update: object, coroutine: Coroutine[Any, Any, Any]) -> None:
        chat = chat_of(update)
        if chat and self._waiting[chat] >= MOST_OF_ONE_CHAT:
            coroutine.close()
            return
        lock = self._locks.setdefault(chat, asyncio.Lock())
        self._waiting[chat] += 1
        try:
            async with lock:
                if await self._let_through(update):
                    await coroutine
                else:
                    coroutine.close()
        finally:
            self._waiting[chat] -= 1
            if not self._waiting[chat]:
                del self._waiting[chat], self._locks[chat]

    async def _let_through(self, update: object) -> bool:
        """Let a flood wait; in a group, where others are waiting, too, False drops it."""
        if not isinstance(update, Update) or update.effective_chat is None or update.effective_user is None:
            return True
        private = update.effective_chat.type == ChatType.PRIVATE
        pause = self._pace.pause(update.effective_user.id, waits=private)
        if not pause:
            return True
        if not private:
            return False
        if self.told and self._pace.hint(update.effective_user.id):
            await self.told(update)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._hurried.wait(), pause)
        return True

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to put away."""


def chat_of(update: object) -> int:
    """The id of the chat an update belongs to, else of its user; 0 for what belongs to nobody."""
    if not isinstance(update, Update):
        return 0
    owner = update.effective_chat or update.effective_user
    return owner.id if owner else 0

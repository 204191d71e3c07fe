"""Chats side by side, each in its own order: how updates are let through to the handlers."""

import asyncio
from collections import Counter
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

MOST_WAITING = 10_000
"""Updates taken from Telegram that may wait at the same time. How many requests run at once is bounded elsewhere."""


class ChatOrder(BaseUpdateProcessor):
    """Lets one update a chat through at a time, first come first served; a slow chat holds up no other."""

    def __init__(self) -> None:
        super().__init__(MOST_WAITING)
        self._locks: dict[int, asyncio.Lock] = {}
        self._waiting: Counter[int] = Counter()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn, then let the handlers run."""
        chat = chat_of(update)
        lock = self._locks.setdefault(chat, asyncio.Lock())
        self._waiting[chat] += 1
        try:
            async with lock:
                await coroutine
        finally:
            self._waiting[chat] -= 1
            if not self._waiting[chat]:
                del self._waiting[chat], self._locks[chat]

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

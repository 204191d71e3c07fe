"""«typing …» while an answer takes longer than people take for granted."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Bot
from telegram.constants import ChatAction

from bot.channels.telegram.sending import Place, Sender

PATIENCE = 0.3
SHOWN_FOR = 4.5
"""Telegram takes the sign away after five seconds."""


@asynccontextmanager
async def typing(bot: Bot, sender: Sender, place: Place, patience: float = PATIENCE) -> AsyncIterator[None]:
    """Show the sign when the block takes longer than `patience` seconds, for as long as it takes."""
    loop, shown, timers = asyncio.get_running_loop(), list[asyncio.Task[None]](), list[asyncio.TimerHandle]()

    def show() -> None:
        action = bot.send_chat_action(place.chat, ChatAction.TYPING, message_thread_id=place.thread)
        shown.append(loop.create_task(sender.quietly(action)))
        timers.append(loop.call_later(SHOWN_FOR, show))

    timers.append(loop.call_later(patience, show))
    try:
        yield
    finally:
        timers[-1].cancel()
        # The sign must reach Telegram before the answer does: it would stand there for seconds after it.
        await asyncio.gather(*shown)

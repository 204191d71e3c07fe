"""«typing …» while an answer takes longer than people take for granted."""

import asyncio
from types import TracebackType

from telegram import Bot
from telegram.constants import ChatAction

from bot.channels.telegram.sending import Place, Sender

PATIENCE = 0.3
SHOWN_FOR = 4.5
"""Telegram takes the sign away after five seconds."""


class typing:  # noqa: N801 - reads as what it does: async with typing(…)
    """Show the sign when the block takes longer than `patience` seconds, for as long as it takes."""

    def __init__(self, bot: Bot, sender: Sender, place: Place, patience: float = PATIENCE) -> None:
        self._bot, self._sender, self._place, self._patience = bot, sender, place, patience
        self._shown = list[asyncio.Task[None]]()

    async def __aenter__(self) -> None:
        self._wait(self._patience)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        if self._shown:
            # The sign must reach Telegram before the answer does: it would stand there for seconds after it.
            await asyncio.gather(*self._shown)

    def _wait(self, delay: float) -> None:
        self._timer = asyncio.get_running_loop().call_later(delay, self._show)

    def _show(self) -> None:
        action = self._bot.send_chat_action(self._place.chat, ChatAction.TYPING, message_thread_id=self._place.thread)
        self._shown.append(asyncio.get_running_loop().create_task(self._sender.quietly(action)))
        self._wait(SHOWN_FOR)

"""Takes news to the chats of subscribers: one try each, and what Telegram says of it is the outcome.

See bot.channels.courier; answers go another, more patient way (see sending).
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from telegram import Bot, InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.answering.room.reply import Reply
from bot.channels.courier import Arrived, Failed, Moved, Outcome, Refused, Wait
from bot.channels.telegram.formatting import messages
from bot.channels.telegram.keyboards import keyboard
from bot.channels.telegram.parts import Extras
from bot.channels.telegram.sending import NO_PREVIEW, seconds

GONE = ("deactivated", "chat not found", "user is deleted", "group chat was deleted", "peer_id_invalid")
"""What Telegram says when there is nobody any more."""
MUTED = ("not enough rights", "have no rights", "need administrator rights", "chat_write_forbidden", "chat_send_")
"""What it says when the bot may not write there for now."""
BETWEEN_PARTS = 1.0
"""Seconds between two messages of a notice: only the first has its slot, and Telegram wants a second a chat."""
MOST_BEGUN = 1000
LOG = logging.getLogger(__name__)


class TelegramCourier:
    """Takes notices to chats: one try each, every outcome named. A new try goes on where the one before ended."""

    def __init__(self, bot: Bot, pause: float = BETWEEN_PARTS) -> None:
        self._bot, self._pause = bot, pause
        self._begun = OrderedDict[tuple[str, int], int]()

    async def deliver(self, chat: str, notice: Reply) -> Outcome:
        """Send the notice; only what Telegram says decides what came of it."""
        texts, buttons = messages(notice), keyboard(notice)
        key = (chat, hash(tuple(texts)))
        outcome = await self._rest(key, chat, texts, buttons)
        if not (isinstance(outcome, Wait) or (isinstance(outcome, Failed) and not outcome.for_good)):
            self._begun.pop(key, None)
        return outcome

    async def _rest(
        self, key: tuple[str, int], chat: str, texts: list[str], buttons: InlineKeyboardMarkup | None
    ) -> Outcome:
        """Send the messages that haven't been sent yet, and count each at once: a try may be broken off."""
        number, _, thread = chat.partition("/")
        first = self._begun.get(key, 0) + 1
        try:
            for place, text in enumerate(texts[first - 1 :], start=first):
                if place > first:
                    await asyncio.sleep(self._pause)
                await self._bot.send_message(
                    int(number),
                    text,
                    ParseMode.HTML,
                    message_thread_id=int(thread) if thread else None,
                    reply_markup=buttons if place == len(texts) else None,
                    link_preview_options=NO_PREVIEW,
                )
                if place < len(texts):
                    self._count(key, place)
        except TelegramError as error:
            return outcome_of(error)
        return Arrived()

    def _count(self, key: tuple[str, int], sent: int) -> None:
        self._begun[key] = sent
        self._begun.move_to_end(key)
        if len(self._begun) > MOST_BEGUN:
            self._begun.popitem(last=False)


def outcome_of(error: TelegramError) -> Outcome:
    """What an error of Telegram means for a delivery."""
    said = str(error)
    match error:
        case RetryAfter():
            return Wait(seconds(error.retry_after) + 0.1)
        case ChatMigrated():
            return Moved(f"{error.new_chat_id}")
        case Forbidden() | BadRequest() if any(sign in said.lower() for sign in GONE):
            return Refused("gone", said)
        case Forbidden():
            return Refused("blocked", said)
        case BadRequest() if any(sign in said.lower() for sign in MUTED):
            return Refused("blocked", said)
        case BadRequest():
            return Failed(said, for_good=True)
        case _:
            return Failed(said)


@asynccontextmanager
async def beside(bot: Bot, extras: Extras) -> AsyncIterator[None]:
    """Send news to subscribers, if there is an office, and run what else runs beside the channel."""
    async with AsyncExitStack() as stack:
        if extras.office:
            await stack.enter_async_context(extras.office.running(TelegramCourier(bot)))
        tasks = [asyncio.create_task(work()) for work in extras.beside]
        for task in tasks:
            task.add_done_callback(_done)
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def _done(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()):
        LOG.error("what runs beside the channel has ended", exc_info=error)

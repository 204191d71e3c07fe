"""Sends and edits, patiently: the only place that calls Telegram with what a user is to read.

A flood limit makes one chat wait, no other; a failure of the server or the line is tried again a few times. What was
perhaps delivered is sent again: a reply twice, now and then, is better than none.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

from telegram import Bot, InlineKeyboardMarkup, InputMediaPhoto, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter

from bot.channels.telegram.edits import Edit, Edits

PAUSES = (0.3, 1.0, 3.0)
"""Seconds before each new try after a failure of the server or the line."""
LONGEST_WAIT = 60.0
"""A flood limit that lasts longer than these seconds isn't waited for."""
MOST_FLOODS = 5
MOST_FILES = 500
"""So many pictures' ids are kept; an older one is uploaded again."""

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
LOG = logging.getLogger(__name__)
NOT_MODIFIED = "not modified"
"""What Telegram says of an edit that changes nothing."""
T = TypeVar("T")
M = TypeVar("M", bound=Message | bool)


@dataclass(frozen=True)
class Place:
    """Where a reply goes: chat, thread in it, and the message to quote, if any."""

    chat: int
    thread: int | None = None
    quote: int | None = None

    @property
    def key(self) -> str:
        """The key of the conversation that is held there: in the chat, or in the thread in it."""
        return f"{self.chat}" if self.thread is None else f"{self.chat}/{self.thread}"


@dataclass(frozen=True)
class Photo:
    """A picture to send, its caption as HTML. `key` is the same for the same content."""

    key: str
    png: bytes
    caption: str

    @property
    def filename(self) -> str:
        """What its file is called."""
        return f"{self.key}.png"


class Sender:
    """Sends replies through one bot; `alone`: no other process does. After `close` nothing is waited for any more."""

    def __init__(self, bot: Bot, *, alone: bool = True) -> None:
        self.edits = Edits(alone=alone)
        self._bot = bot
        self._closing = asyncio.Event()
        self._files = OrderedDict[str, str]()

    def close(self) -> None:
        """End all waiting, so that the bot can stop."""
        self._closing.set()

    async def send(self, place: Place, parts: Sequence[str], buttons: InlineKeyboardMarkup | None) -> tuple[int, ...]:
        """Send the parts one after the other, the buttons below the last; returns the messages' ids."""
        sent: list[int] = []
        for number, part in enumerate(parts, start=1):
            sent.append(await self._send(place, part, buttons if number == len(parts) else None))
            place = replace(place, quote=None)
        return tuple(sent)

    async def send_photo(self, place: Place, photo: Photo) -> int:
        """Send a picture; returns the message's id."""

        async def call(file: str | bytes) -> Message:
            return await self._bot.send_photo(
                place.chat,
                file,
                photo.caption,
                parse_mode=ParseMode.HTML,
                message_thread_id=place.thread,
                reply_parameters=_quoting(place),
                filename=photo.filename,
            )

        message = await self._uploaded(photo, call)
        return message.message_id

    async def change_photo(self, place: Place, message: int, photo: Photo) -> bool:
        """Let a picture become another one; False when it is gone."""

        async def call(file: str | bytes) -> Message | bool:
            media = InputMediaPhoto(file, photo.caption, ParseMode.HTML, filename=photo.filename)
            return await self._bot.edit_message_media(media, place.chat, message)

        try:
            await self._uploaded(photo, call)
        except BadRequest as error:
            if NOT_MODIFIED not in str(error):
                LOG.info("the picture can't be edited: %s", error)
                return False
        return True

    async def _uploaded(self, photo: Photo, call: Callable[[str | bytes], Awaitable[M]]) -> M:
        """The call with the picture; one that Telegram has already is named by the id that it got."""

        async def once() -> M:
            message = await call(self._files.get(photo.key) or photo.png)
            if isinstance(message, Message) and message.photo:
                self._files[photo.key] = message.photo[-1].file_id
                self._files.move_to_end(photo.key)
                while len(self._files) > MOST_FILES:
                    self._files.popitem(last=False)
            return message

        try:
            return await self.patiently(once)
        except BadRequest as error:
            if NOT_MODIFIED in str(error) or self._files.pop(photo.key, None) is None:
                raise
            LOG.info("the picture is uploaded anew: %s", error)
            return await self.patiently(once)

    async def take_back(self, place: Place, messages: Sequence[int]) -> None:
        """Delete messages, as far as they are there."""
        for message in messages:
            await self.quietly(self._bot.delete_message(place.chat, message))

    async def rewrite(
        self, place: Place, old: Sequence[int], parts: Sequence[str], buttons: InlineKeyboardMarkup | None
    ) -> tuple[int, ...]:
        """Let the parts take the place of older messages, adding or deleting where the numbers differ."""
        kept: list[int] = []
        for number, (message, part) in enumerate(zip(old, parts, strict=False), start=1):
            if not await self._edit(place, message, part, buttons if number == len(parts) else None):
                break
            kept.append(message)
        await self.take_back(place, old[len(parts) :])
        return (*kept, *await self.send(place, parts[len(kept) :], buttons))

    async def change_buttons(self, message: Message, buttons: InlineKeyboardMarkup) -> None:
        """Give a message other buttons."""
        await self._bot.edit_message_reply_markup(message.chat.id, message.message_id, reply_markup=buttons)
        self.edits.note(message.chat.id, message.message_id, Edit(None, buttons))

    async def quietly(self, call: Awaitable[object]) -> None:
        """Await a call that may fail without harm, such as an answer to a query that is too old."""
        try:
            await call
        except (BadRequest, Forbidden, NetworkError, RetryAfter) as error:
            LOG.info("left undone: %s", error)

    async def _send(self, place: Place, text: str, buttons: InlineKeyboardMarkup | None) -> int:
        async def call() -> int:
            message = await self._bot.send_message(
                target[0],
                text,
                ParseMode.HTML,
                message_thread_id=place.thread,
                reply_parameters=_quoting(place),
                reply_markup=buttons,
                link_preview_options=NO_PREVIEW,
            )
            return message.message_id

        target = [place.chat]
        try:
            return await self.patiently(call)
        except ChatMigrated as moved:
            target[0] = moved.new_chat_id
            return await self.patiently(call)

    async def _edit(self, place: Place, message: int, text: str, buttons: InlineKeyboardMarkup | None) -> bool:
        """Change a message; False when it is gone."""

        async def call() -> None:
            await self._bot.edit_message_text(
                text,
                place.chat,
                message,
                parse_mode=ParseMode.HTML,
                reply_markup=buttons,
                link_preview_options=NO_PREVIEW,
            )

        try:
            await self.patiently(call)
        except BadRequest as error:
            if NOT_MODIFIED not in str(error):
                LOG.info("can't be edited, so it is sent anew: %s", error)
                return False
        self.edits.note(place.chat, message, Edit(text, buttons))
        return True

    async def patiently(self, call: Callable[[], Awaitable[T]]) -> T:
        """The call's result; waits out flood limits and tries failures of the server or the line again."""
        pauses, floods = iter(PAUSES), 0
        while True:
            try:
                return await call()
            except RetryAfter as error:
                floods, pause = floods + 1, seconds(error.retry_after) + 0.1
                if floods > MOST_FLOODS or pause > LONGEST_WAIT or not await self._waited(pause):
                    raise
            except BadRequest:
                raise
            except NetworkError as error:
                LOG.warning("trying again: %s", error)
                if not await self._waited(next(pauses, None)):
                    raise

    async def _waited(self, pause: float | None) -> bool:
        """Wait; False when there is nothing to wait for or the bot is stopping."""
        if pause is None or self._closing.is_set():
            return False
        try:
            await asyncio.wait_for(self._closing.wait(), pause)
        except TimeoutError:
            return True
        return False


def _quoting(place: Place) -> ReplyParameters | None:
    """The message to quote, if there is one and it is still there."""
    return ReplyParameters(place.quote, allow_sending_without_reply=True) if place.quote else None


def seconds(pause: float | timedelta) -> float:
    """A pause in seconds, whichever way the library gives it."""
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)

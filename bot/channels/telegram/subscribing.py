"""Telegram's side of the subscriptions: the subscriber's commands and buttons, who comes and goes, and the courier.

The handlers stand before all others and end the way of an update that is theirs.
"""

import asyncio
import io
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from telegram import Bot, CallbackQuery, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError
from telegram.ext import (
    ApplicationHandlerStop,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    MessageHandler,
    filters,
)

from bot.answering.reply import Reply
from bot.channels.courier import Arrived, Failed, Moved, Outcome, Refused, Wait
from bot.channels.following import BUTTONS, COMMANDS, Asking, Export, Office, decides
from bot.channels.telegram.addressing import Question, conversation_key, place_of, question_in
from bot.channels.telegram.busy import typing
from bot.channels.telegram.formatting import messages
from bot.channels.telegram.keyboards import Kind, Tap, keyboard
from bot.channels.telegram.membership import OUTSIDE
from bot.channels.telegram.parts import Extras, Parts, language_of
from bot.channels.telegram.questions import Context
from bot.channels.telegram.sending import NO_PREVIEW, Place, seconds

GROUP = -1
"""Before the handlers of questions and taps."""
COMMAND = filters.Regex(rf"(?i)^\s*/({'|'.join(COMMANDS)})\b")
GONE = ("deactivated", "chat not found", "user is deleted", "group chat was deleted", "peer_id_invalid")
"""What Telegram says when there is nobody any more."""
MUTED = ("not enough rights", "have no rights", "need administrator rights", "chat_write_forbidden", "chat_send_")
"""What it says when the bot may not write there for now."""
BETWEEN_PARTS = 1.0
"""Seconds between two messages of a notice: only the first has its slot, and Telegram wants a second a chat."""
MOST_BEGUN = 1000


class Subscribing:
    """The handlers of the subscriptions."""

    def __init__(self, parts: Parts, office: Office) -> None:
        self._parts, self._office = parts, office

    @property
    def handlers(self) -> list[BaseHandler[Any, Any, Any]]:
        """To be added to GROUP."""
        moved = filters.StatusUpdate.MIGRATE
        return [
            MessageHandler(filters.UpdateType.MESSAGE & COMMAND, self.command),
            CallbackQueryHandler(self.tap, pattern=rf"^1[{Kind.IN_PLACE}{Kind.BELOW}][a-z]{{2}}{BUTTONS}"),
            MessageHandler(filters.UpdateType.MESSAGE & moved, self.moved),
            ChatMemberHandler(self.came_or_went, ChatMemberHandler.MY_CHAT_MEMBER),
        ]

    async def command(self, update: Update, context: Context) -> None:
        """A subscriber's command, if it is meant for this bot."""
        message = update.message
        question = question_in(message, context.bot) if message else None
        if message is None or question is None:
            return
        name, _, argument = question.text.removeprefix("/").partition(" ")
        if name not in COMMANDS:
            return
        asking, parts = await self._asking(question.place, question.hint), self._parts
        if decides(name, argument):
            refusal = await parts.administrators.refusal(
                context.bot, parts.voices, message.chat, message.from_user, asking.language, message.sender_chat
            )
            if refusal:
                await parts.sender.send(question.place, [refusal], None)
                raise ApplicationHandlerStop
        async with typing(context.bot, parts.sender, question.place):  # it waits for the database
            reply = await self._office.command(name, argument, asking)
        if isinstance(reply, Export):
            await self._file(context.bot, question, reply)
        else:
            await parts.sender.send(question.place, messages(reply), keyboard(reply))
        raise ApplicationHandlerStop

    async def tap(self, update: Update, context: Context) -> None:
        """A button of the subscriptions: its page turns into the next one, a notice stays and is answered below."""
        query = update.callback_query
        tap = Tap.read(query.data) if query else None
        if query is None or query.message is None or tap is None:
            return
        if self._office.decides(tap.token):
            refusal = await self._parts.administrators.refusal(
                context.bot, self._parts.voices, query.message.chat, query.from_user, tap.language
            )
            if refusal:
                await self._parts.sender.quietly(query.answer(refusal, show_alert=True))
                raise ApplicationHandlerStop
        await self._parts.sender.quietly(query.answer())
        place = _place(query)
        asking = await self._asking(place, tap.language)
        reply = await self._office.choose(tap.token, asking)
        if tap.kind is Kind.IN_PLACE and isinstance(query.message, Message):
            texts, buttons = messages(reply), keyboard(reply)
            if not self._parts.sender.edits.shows(query.message, texts, buttons):
                await self._parts.sender.rewrite(place, [query.message.message_id], texts, buttons)
        else:
            await self._parts.sender.send(place, messages(reply), keyboard(reply))
        raise ApplicationHandlerStop

    async def came_or_went(self, update: Update, _context: Context) -> None:
        """A user has blocked or unblocked the bot, a group has removed it or taken it back; others see it, too."""
        change = update.my_chat_member
        if change is not None:
            state = "blocked" if change.new_chat_member.status in OUTSIDE else "active"
            await self._office.is_now(f"{change.chat.id}", state)

    async def moved(self, update: Update, _context: Context) -> None:
        """A group has become a supergroup, with a new id."""
        message = update.message
        if message is not None and message.migrate_to_chat_id:
            await self._office.moved(f"{message.chat.id}", f"{message.migrate_to_chat_id}")

    async def _asking(self, place: Place, hint: str | None) -> Asking:
        key = conversation_key(place)
        conversation = await self._parts.conversations.load(key)
        return Asking(key, language_of(conversation, hint), self._parts.clock(), conversation.topic.deal)

    async def _file(self, bot: Bot, question: Question, export: Export) -> None:
        place = question.place

        async def call() -> Message:
            return await bot.send_document(
                place.chat,
                io.BytesIO(export.content),
                export.line,
                filename=export.name,
                message_thread_id=place.thread,
            )

        await self._parts.sender.patiently(call)


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
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def _place(query: CallbackQuery) -> Place:
    if isinstance(query.message, Message):
        return place_of(query.message, quote=query.message.chat.type != ChatType.PRIVATE)
    return Place(query.message.chat.id) if query.message else Place(0)

"""Telegram's side of the subscriptions: the subscriber's commands and buttons, and who comes and goes.

The handlers stand before all others and end the way of an update that is theirs.
"""

import io
from typing import Any

from telegram import Bot, Message, Update
from telegram.constants import ChatType
from telegram.ext import (
    ApplicationHandlerStop,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    MessageHandler,
    filters,
)

from bot.channels.following import BUTTONS, COMMANDS, OTHER_NAMES, Asking, Export, Office, decides
from bot.channels.telegram.addressing import Question, place_of_tap, question_in
from bot.channels.telegram.busy import typing
from bot.channels.telegram.formatting import messages
from bot.channels.telegram.keyboards import Kind, Tap, keyboard
from bot.channels.telegram.membership import OUTSIDE
from bot.channels.telegram.menus import follow_language
from bot.channels.telegram.parts import Parts, language_of
from bot.channels.telegram.questions import Context
from bot.channels.telegram.sending import Place

GROUP = -1
"""Before the handlers of questions and taps."""
COMMAND = filters.Regex(rf"(?i)^\s*/({'|'.join((*COMMANDS, *OTHER_NAMES))})\b")


class Subscribing:
    """The handlers of the subscriptions."""

    def __init__(self, parts: Parts, office: Office) -> None:
        self._parts, self._office = parts, office

    @property
    def handlers(self) -> list[BaseHandler[Any, Any, Any]]:
        """To be added to GROUP."""
        moved = filters.StatusUpdate.MIGRATE
        return [
            MessageHandler(filters.UpdateType.MESSAGES & COMMAND, self.command),
            CallbackQueryHandler(self.tap, pattern=rf"^1[{Kind.IN_PLACE}{Kind.BELOW}][a-z]{{2}}{BUTTONS}"),
            MessageHandler(filters.UpdateType.MESSAGE & moved, self.moved),
            ChatMemberHandler(self.came_or_went, ChatMemberHandler.MY_CHAT_MEMBER),
        ]

    async def command(self, update: Update, context: Context) -> None:
        """A subscriber's command, if it is meant for this bot; a message may have become one by an edit."""
        message = update.message or update.edited_message
        question = question_in(message, context.bot) if message else None
        if message is None or question is None:
            return
        name, _, argument = question.text.removeprefix("/").partition(" ")
        name = OTHER_NAMES.get(name, name)
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
        place = place_of_tap(query, quote=query.message.chat.type != ChatType.PRIVATE)
        asking, conversations = await self._asking(place, tap.language), self._parts.conversations
        before = await conversations.load(place.key)
        reply = await self._office.choose(tap.token, asking)
        # What is deleted may hold a language that was fixed, and the menu in it.
        await follow_language(context.bot, self._parts, place, before, await conversations.load(place.key))
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
        key = place.key
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

"""Handles what is typed, also below a picture: a new message, an edited one, and one that has no text."""

from collections import deque
from typing import Any

from telegram import Bot, Message, Update
from telegram.constants import ChatType
from telegram.ext import CallbackContext

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.channels.conversations import Answered
from bot.channels.telegram.addressing import Question, place_of, question_in
from bot.channels.telegram.busy import typing
from bot.channels.telegram.menus import follow_language
from bot.channels.telegram.parts import Parts, language_of
from bot.channels.telegram.replying import leant_on
from bot.channels.telegram.sending import Place
from bot.channels.telegram.showing import Showing, Shown

Context = CallbackContext[Any, Any, Any, Any]

UNSURE = frozenset({Outcome.SILENT, Outcome.OFFTOPIC})
"""Outcomes that a group doesn't want to read, unless somebody insisted."""


BESIDE = frozenset({Outcome.OFFTOPIC, Outcome.SMALLTALK})
"""Outcomes after which what stood below a picture was about the picture."""


class Questions:
    """The handlers of messages."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._showing = Showing(parts)
        self._albums: deque[str] = deque(maxlen=256)

    async def answer(self, update: Update, context: Context) -> None:
        """Answer a text message, if it is meant for the bot."""
        question = _question(update.message, context.bot)
        if question is None:
            return
        parts = self._parts
        async with typing(context.bot, parts.sender, question.place):
            before = await parts.conversations.load(question.key)
            before = await leant_on(parts, update.message, context.bot, question, before)
            reply, after = await parts.answer(question.text, before, question.hint)
        if _better_unsaid(reply, question):
            return
        if update.message and update.message.caption:
            if reply.outcome in BESIDE:
                await self.decline(update, context)
                return
            self._seen(update.message)
        await follow_language(context.bot, parts, question.place, before, after)
        look = self._showing.look(context.bot, reply, _number(question, before, after))
        shown = await self._showing.send(context.bot, question.place, reply, look)
        await parts.conversations.save(question.key, after)
        await self._record(question, Answered(before, after, shown.texts, look.digest, shown.picture))

    async def correct(self, update: Update, context: Context) -> None:
        """Let the answer to an edited question change with it; a question that has none here gets none by an edit.

        Where a new one would better be left unsaid, the old one stays.
        """
        question = _question(update.edited_message, context.bot)
        if question is None:
            return
        parts = self._parts
        past = await parts.conversations.answered(question.key, question.message)
        if past is None:
            return
        async with typing(context.bot, parts.sender, question.place):
            reply, after = await parts.answer(question.text, past.before, question.hint)
        if _better_unsaid(reply, question):
            return
        look = self._showing.look(context.bot, reply, _number(question, past.before, after))
        if past.shown == look.digest:
            return
        old = Shown(past.replies, past.picture)
        shown = await self._showing.rewrite(context.bot, question.place, old, reply, look)
        if await parts.conversations.load(question.key) == past.after:  # nothing was said since
            await follow_language(context.bot, parts, question.place, past.after, after)
            await parts.conversations.save(question.key, after)
        await self._record(question, Answered(past.before, after, shown.texts, look.digest, shown.picture))

    async def _record(self, question: Question, answered: Answered) -> None:
        """Remember what became of the question, for the case that it is edited."""
        await self._parts.conversations.record(question.key, question.message, answered)

    async def slow_down(self, update: Update) -> None:
        """Say politely that it goes slower now."""
        if update.effective_chat is None:
            return
        place = Place(update.effective_chat.id)
        if isinstance(update.effective_message, Message):  # that of a tapped button may be too old to be seen
            place = place_of(update.effective_message, quote=False)
        await self._parts.sender.quietly(self._say(place, update, "telegram.slow_down"))

    async def decline(self, update: Update, _context: Context) -> None:
        """Say kindly that only text is understood; once for an album, never in a group."""
        message = update.message
        if message is None or message.chat.type != ChatType.PRIVATE or message.effective_attachment is None:
            return
        if not self._seen(message):
            await self._say(place_of(message, quote=False), update, "telegram.not_text")

    def _seen(self, message: Message) -> bool:
        """Whether another picture of the same album had its reply already."""
        album = message.media_group_id
        if album is None or album in self._albums:
            return album is not None
        self._albums.append(album)
        return False

    async def _say(self, place: Place, update: Update, key: str) -> None:
        """Say a text of the channel's own."""
        conversation = await self._parts.conversations.load(place.key)
        hint = update.effective_user.language_code if update.effective_user else None
        text = self._parts.voices[language_of(conversation, hint)].text(key)
        await self._parts.sender.send(place, [text], None)


def _better_unsaid(reply: Reply, question: Question) -> bool:
    """Whether a group doesn't want to read this reply."""
    return reply.outcome in UNSURE and not question.insists


def _number(question: Question, before: Conversation, after: Conversation) -> int | None:
    """The id by which the reply's buttons name the question; None for a command, which leaves the one before asked."""
    command = question.text.lstrip().startswith("/") and after.asked in ("", before.asked)
    return None if command else question.message


def _question(message: Message | None, bot: Bot) -> Question | None:
    """The question of a message; results that this bot gave inline and a user sent aren't one."""
    if message is None or (message.via_bot and message.via_bot.id == bot.id):
        return None
    return question_in(message, bot)

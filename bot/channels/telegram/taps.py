"""Handles a tapped button: what it opens comes in place or below; an opinion is kept; a topic is followed."""

from dataclasses import replace

from telegram import CallbackQuery, Message, Update

from bot.answering.room.conversation import Conversation
from bot.channels.following import Follower
from bot.channels.telegram.addressing import place_of_tap
from bot.channels.telegram.keyboards import Kind, Tap
from bot.channels.telegram.menus import follow_language
from bot.channels.telegram.opinions import Opinions, stage_of
from bot.channels.telegram.parts import Parts, language_of
from bot.channels.telegram.questions import Context
from bot.channels.telegram.sending import Place
from bot.channels.telegram.showing import Showing
from bot.channels.telegram.trail import Trail

OPENING = frozenset({Kind.IN_PLACE, Kind.BELOW})
SUBSCRIBING = frozenset({Kind.FOLLOW, Kind.AWAIT})
DOUBLE = 2.0
"""Seconds in which a second tap on the same button means the first one."""


class Taps:
    """The handler of callback queries."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._showing = Showing(parts)
        self._opinions = Opinions(parts)
        self._last = dict[object, float]()

    async def answer(self, update: Update, context: Context) -> None:
        """Stop the button's spinner at once, then do what it stands for."""
        query = update.callback_query
        if query is None:
            return
        # Without a message it is under a result shared from inline mode, where the bot has no chat.
        if query.message is None or self._again(query):
            await self._parts.sender.quietly(query.answer())
            return
        tap, place = Tap.read(query.data), place_of_tap(query)
        conversation = await self._parts.conversations.load(place.key)
        if tap is None:
            language = language_of(conversation, query.from_user.language_code)
            await self._gone(query, language)
        elif tap.kind in OPENING:
            await self._open(query, tap, place, conversation, context)
        elif tap.kind in SUBSCRIBING:
            await self._subscribe(query, tap, place, context)
        else:
            await self._opinions.take(query, tap, place)

    def _again(self, query: CallbackQuery) -> bool:
        """Whether the user tapped the same button of the same message, unchanged since, a moment ago: a double tap."""
        message, now = query.message, self._parts.clock()
        edited = message.edit_date if isinstance(message, Message) else None
        key = (query.from_user.id, message.chat.id, message.message_id, edited, query.data) if message else None
        self._last = {known: at for known, at in self._last.items() if now - at < DOUBLE}
        again = key in self._last
        self._last.setdefault(key, now)
        return again

    async def _open(
        self, query: CallbackQuery, tap: Tap, place: Place, conversation: Conversation, context: Context
    ) -> None:
        parts, hint = self._parts, query.from_user.language_code
        await parts.sender.quietly(query.answer())
        # It says what its label says: others may have gone on in another language, or nothing may be left of the talk.
        conversation = replace(conversation, last_language=tap.language)
        trail = Trail.read(tap.token)
        reply, after = parts.desk.choose(trail.token, conversation, hint, parts.clock())
        await follow_language(context.bot, parts, place, conversation, after)
        if tap.kind is Kind.BELOW or not isinstance(query.message, Message):
            look = self._showing.look(context.bot, reply, None, _label(query))
            await self._showing.send(context.bot, place, reply, look)
        elif trail.token.startswith("o"):
            stage = stage_of(parts.sender.edits.rows(query.message))
            answer = replace(trail, token=trail.token[1:], stage=stage)
            await self._showing.change(place, query.message, reply, self._showing.sources(reply, answer))
        else:
            await self._showing.change(place, query.message, reply, self._showing.again(context.bot, reply, trail))
        await parts.conversations.save(place.key, after)

    async def _subscribe(self, query: CallbackQuery, tap: Tap, place: Place, context: Context) -> None:
        parts, subscriptions = self._parts, self._parts.extras.subscriptions
        if subscriptions is None or query.message is None:
            await self._gone(query, tap.language)
            return
        refusal = await parts.administrators.refusal(
            context.bot, parts.voices, query.message.chat, query.from_user, tap.language
        )
        if refusal:
            await parts.sender.quietly(query.answer(refusal, show_alert=True))
            return
        follower = Follower(place.chat, place.thread, tap.language)
        if tap.kind is Kind.FOLLOW:
            line = await subscriptions.follow(follower, tap.token)
        else:
            asked = await self._opinions.asked(place, tap.token)
            if asked is None:
                await self._gone(query, tap.language)
                return
            line = await subscriptions.await_answer(follower, asked)
        await parts.sender.quietly(query.answer(line[:200]))

    async def _gone(self, query: CallbackQuery, language: str) -> None:
        text = self._parts.voices[language].text("telegram.button_unknown")
        await self._parts.sender.quietly(query.answer(text))


def _label(query: CallbackQuery) -> str:
    """What stands on the tapped button, if it is still there."""
    markup = query.message.reply_markup if isinstance(query.message, Message) else None
    buttons = [button for row in markup.inline_keyboard for button in row] if markup else []
    return next((button.text for button in buttons if button.callback_data == query.data), "")

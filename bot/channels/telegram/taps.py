"""Handles a tapped button: a clarification turns into its answer, a related question is answered below."""

import html
from dataclasses import replace

from telegram import CallbackQuery, InaccessibleMessage, Message, Update

from bot.channels.telegram.addressing import conversation_key, place_of
from bot.channels.telegram.formatting import messages
from bot.channels.telegram.keyboards import Tap, keyboard
from bot.channels.telegram.parts import Parts, language_of
from bot.channels.telegram.questions import Context
from bot.channels.telegram.sending import Place


class Taps:
    """The handler of callback queries."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def answer(self, update: Update, _context: Context) -> None:
        """Stop the button's spinner at once, then answer what it stands for."""
        query = update.callback_query
        if query is None or query.message is None:
            return
        tap, parts = Tap.read(query.data), self._parts
        place = _place(query)
        conversation = await parts.conversations.load(conversation_key(place))
        hint = query.from_user.language_code
        if tap is None:
            text = parts.voices[language_of(conversation, hint)].text("telegram.button_unknown")
            await parts.sender.quietly(query.answer(text))
            return
        await parts.sender.quietly(query.answer())
        if conversation.last_language is None:
            # After a restart nothing is left of the conversation but the button, which knows its language.
            conversation = replace(conversation, last_language=tap.language)
        reply, after = parts.desk.choose(tap.token, conversation, hint, parts.clock())
        texts, buttons = messages(reply), keyboard(reply)
        if tap.in_place and not isinstance(query.message, InaccessibleMessage):
            await parts.sender.rewrite(place, [query.message.message_id], texts, buttons)
        else:
            await parts.sender.send(place, _headed(texts, _label(query)), buttons)
        await parts.conversations.save(conversation_key(place), after)


def _place(query: CallbackQuery) -> Place:
    if isinstance(query.message, Message):
        return place_of(query.message, quote=False)
    return Place(query.message.chat.id) if query.message else Place(0)


def _label(query: CallbackQuery) -> str | None:
    """What stands on the tapped button."""
    markup = query.message.reply_markup if isinstance(query.message, Message) else None
    buttons = [button for row in markup.inline_keyboard for button in row] if markup else []
    return next((button.text for button in buttons if button.callback_data == query.data), None)


def _headed(texts: list[str], label: str | None) -> list[str]:
    """The reply with the question that was tapped above it, as the chat doesn't show taps."""
    return [f"<i>{html.escape(label, quote=False)}</i>\n\n{texts[0]}", *texts[1:]] if label else texts

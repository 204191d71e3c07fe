"""Inline mode: @bot and words in any chat offer statements to share, each with its source and a way into the chat."""

import re

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.constants import ParseMode

from bot.answering.inline import Offer
from bot.answering.room.reply import Reply
from bot.answering.room.tokens import NOTHING, token_of
from bot.channels.telegram.actions import deep_link
from bot.channels.telegram.formatting import clean, messages
from bot.channels.telegram.parts import InlineOffers, Parts, language_of
from bot.channels.telegram.questions import Context
from bot.channels.telegram.sending import NO_PREVIEW
from bot.channels.texts import Speaker

KEPT_FOR = 300
"""Seconds for which Telegram may repeat an answer, to the same user only: the language is the user's."""
LONGEST_TITLE = 120
LONGEST_DESCRIPTION = 200
MARKS = re.compile(r"\s*\[\d+\]")
"""Marks of sources, which are only there once the statement is."""


class Inline:
    """The handler of inline queries."""

    def __init__(self, parts: Parts, offers: InlineOffers) -> None:
        self._parts, self._offers = parts, offers

    async def answer(self, update: Update, context: Context) -> None:
        """Offer what goes with the words, in the language that the user has fixed or has Telegram in."""
        query = update.inline_query
        if query is None:
            return
        conversation = await self._parts.conversations.load(f"{query.from_user.id}")
        language = language_of(conversation, query.from_user.language_code)
        voice = self._parts.voices[language]
        offers = self._offers.offers(query.query, language) if not query.offset else ()
        results = [_result(offer, voice, context.bot.username) for offer in offers]
        nothing = InlineQueryResultsButton(voice.text("telegram.inline.nothing"), start_parameter=NOTHING)
        await self._parts.sender.quietly(
            query.answer(
                results, cache_time=KEPT_FOR, is_personal=True, button=None if results or query.offset else nothing
            )
        )


def article(reply: Reply, number: str, title: str, buttons: InlineKeyboardMarkup | None) -> InlineQueryResultArticle:
    """A reply as a result that can be shared: its first message, with its sources."""
    return InlineQueryResultArticle(
        number,
        clean(title)[:LONGEST_TITLE] or "…",
        InputTextMessageContent(messages(reply)[0], ParseMode.HTML, link_preview_options=NO_PREVIEW),
        reply_markup=buttons,
        description=MARKS.sub("", clean(reply.blocks[0]))[:LONGEST_DESCRIPTION] if reply.blocks else None,
    )


def _result(offer: Offer, voice: Speaker, bot_name: str) -> InlineQueryResultArticle:
    open_chat = InlineKeyboardButton(voice.text("telegram.action.open"), url=deep_link(bot_name, offer.fact))
    return article(offer.reply, token_of("f", offer.fact), offer.title, InlineKeyboardMarkup([[open_chat]]))

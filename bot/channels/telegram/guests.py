"""Guest mode: the bot is called into a chat that it isn't in, and answers with a single message, or keeps quiet."""

from dataclasses import replace

from telegram import Update

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.channels.telegram.addressing import guest_question
from bot.channels.telegram.inline import article
from bot.channels.telegram.parts import Parts
from bot.channels.telegram.questions import UNSURE, Context


class Guests:
    """The handler of guest messages."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def answer(self, update: Update, context: Context) -> None:
        """Answer what is asked; there is no conversation to lean on and none to go on with, so no choices either."""
        message = update.guest_message
        if message is None or not message.guest_query_id:
            return
        parts, hint = self._parts, message.from_user.language_code if message.from_user else None
        asked = guest_question(message, context.bot)
        reply, _ = await parts.answer(asked, Conversation(), hint)
        if reply.outcome in UNSURE:
            return
        result = article(_told(reply), "guest", asked, None)
        await parts.sender.quietly(context.bot.answer_guest_query(message.guest_query_id, result))


def _told(reply: Reply) -> Reply:
    """The reply with the readings of an unclear question in its text: there are no buttons that offer them."""
    if reply.outcome is not Outcome.CLARIFY:
        return reply
    readings = "\n".join(f"• {choice.label}" for choice in reply.choices)
    return replace(reply, blocks=(*reply.blocks, readings))

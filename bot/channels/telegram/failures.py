"""When a handler fails: the log gets the cause, the user a friendly line."""

import logging

from telegram import Message, Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.channels.telegram.addressing import place_of
from bot.channels.telegram.parts import Parts, language_of
from bot.channels.telegram.questions import Context

LOG = logging.getLogger(__name__)


class Failures:
    """The handler of errors."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def tell(self, update: object, context: Context) -> None:
        """Log the error with its cause and tell the user, where that can be hoped to arrive."""
        error = context.error
        if isinstance(error, Forbidden):
            LOG.info("the reply isn't wanted: %s", error)
            return
        number = update.update_id if isinstance(update, Update) else None
        LOG.error("update %s failed", number, exc_info=error)
        unreachable = isinstance(error, NetworkError | RetryAfter) and not isinstance(error, BadRequest)
        if unreachable or not isinstance(update, Update) or not isinstance(update.effective_message, Message):
            return
        try:
            await self._apologise(update, update.effective_message)
        except TelegramError as second:
            LOG.warning("the apology for update %s failed, too: %s", number, second)

    async def _apologise(self, update: Update, message: Message) -> None:
        place = place_of(message, quote=False)
        conversation = await self._parts.conversations.load(place.key)
        user = update.effective_user
        language = language_of(conversation, user.language_code if user else None)
        await self._parts.sender.send(place, [self._parts.voices[language].text("telegram.failed")], None)

"""Handles the bot's own coming and going: a group that adds it learns how to ask; being blocked is only noted."""

import logging

from telegram import ChatMember, Update

from bot.channels.telegram.administrators import GROUPS
from bot.channels.telegram.formatting import clean
from bot.channels.telegram.parts import Parts, language_of
from bot.channels.telegram.questions import Context
from bot.channels.telegram.sending import Place

OUTSIDE = frozenset({ChatMember.LEFT, ChatMember.BANNED})
LOG = logging.getLogger(__name__)


class Membership:
    """The handler of my_chat_member."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def changed(self, update: Update, context: Context) -> None:
        """Greet a group on being added, unless it has quiet hours now."""
        change = update.my_chat_member
        if change is None:
            return
        old, new = change.old_chat_member.status, change.new_chat_member.status
        LOG.info("chat %s: %s -> %s", change.chat.id, old, new)
        if change.chat.type not in GROUPS or old not in OUTSIDE or new in OUTSIDE:
            return
        office = self._parts.extras.office
        if office and await office.wants_quiet(f"{change.chat.id}"):
            return  # it knows the bot from before, and has quiet hours
        conversation = await self._parts.conversations.load(f"{change.chat.id}")
        language = language_of(conversation, change.from_user.language_code)
        greeting = self._parts.voices[language].text("telegram.group_greeting", bot=context.bot.username)
        await self._parts.sender.send(Place(change.chat.id), [clean(greeting)], None)

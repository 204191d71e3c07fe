"""Who decides for a group what it is told, and what is kept of it: its administrators, anonymous ones, too.

Asked before a subscriber's command or button does anything (see subscribing and taps); others get a kind line.
"""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable

from telegram import Bot, Chat, User
from telegram.constants import ChatID, ChatType
from telegram.error import TelegramError

from bot.channels.texts import Voices
from bot.facts.model import LANGUAGES

GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})
KNOWN_FOR = 60.0
"""Seconds for which an administrator is taken for one without asking Telegram again."""
ASKED_AGAIN = 5.0
"""The same for who isn't one: short, as people are made administrators in order to do this."""
MOST_CHATS = 1000
LOG = logging.getLogger(__name__)


class Administrators:
    """Knows the administrators of the groups seen last."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known = OrderedDict[int, tuple[frozenset[int], float]]()

    async def include(self, bot: Bot, chat: Chat, user: User | None, sender: Chat | None = None) -> bool:
        """Whether who wrote (or tapped) there is one; `sender` is the chat in whose name it was. Raises TelegramError.

        Telegram lets nobody but an administrator write in the name of the group itself.
        """
        if sender is not None:
            return sender.id == chat.id
        if user is None:
            return False
        if user.id == ChatID.ANONYMOUS_ADMIN:
            return True
        ids, asked_at = self._known.get(chat.id, (frozenset[int](), float("-inf")))
        if self._clock() - asked_at >= (KNOWN_FOR if user.id in ids else ASKED_AGAIN):
            ids = frozenset(member.user.id for member in await bot.get_chat_administrators(chat.id))
            self._known[chat.id] = (ids, self._clock())
            self._known.move_to_end(chat.id)
            if len(self._known) > MOST_CHATS:
                self._known.popitem(last=False)
        return user.id in ids

    async def refusal(
        self, bot: Bot, voices: Voices, chat: Chat, user: User | None, language: str, sender: Chat | None = None
    ) -> str | None:
        """What to say to somebody who may not decide here, in their language, else in this one; None if they may."""
        if chat.type not in GROUPS:
            return None
        code = (user.language_code or "" if user else "").partition("-")[0].lower()
        language = code if code in LANGUAGES else language
        try:
            return (
                None if await self.include(bot, chat, user, sender) else voices[language].text("group.administrators")
            )
        except TelegramError as error:
            LOG.warning("the administrators of %s can't be asked for: %s", chat.id, error)
            return voices[language].text("telegram.failed")

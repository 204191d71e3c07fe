"""What the handlers share: the desk, the conversations, the texts, the way to send; and the language to say them in."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from typing import Protocol

from bot.answering.inline import Offer
from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Reply
from bot.channels.conversations import ConversationsInMemory, ConversationStore
from bot.channels.feedback import Feedback, NoFeedback
from bot.channels.following import Office, Subscriptions
from bot.channels.receptionist import Receptionist
from bot.channels.telegram.administrators import Administrators
from bot.channels.telegram.sending import Sender
from bot.channels.texts import Voices
from bot.facts.model import LANGUAGES

LONG = 300
"""Reading a text of up to so many characters takes some milliseconds; one of 4096 may take half a second."""


class Picture(Protocol):
    """A picture to send. `key` is the same for the same content, also in another process."""

    @property
    def key(self) -> str:
        """Its name."""

    @property
    def png(self) -> bytes:
        """Its content."""

    @property
    def caption(self) -> str:
        """The plain text below it."""


class Gallery(Protocol):
    """Draws the pictures that replies name."""

    async def picture(self, name: str, language: str) -> Picture | None:
        """The picture; None when it can't be drawn. Never raises."""


class InlineOffers(Protocol):
    """Answers inline queries."""

    def offers(self, query: str, hint: str | None) -> tuple[Offer, ...]:
        """At most ten offers, the best first."""


@dataclass(frozen=True)
class Extras:
    """What the channel can do without: each missing part takes its buttons and handlers with it."""

    conversations: ConversationStore = field(default_factory=ConversationsInMemory)
    inline: InlineOffers | None = None
    gallery: Gallery | None = None
    feedback: Feedback = field(default_factory=NoFeedback)
    subscriptions: Subscriptions | None = None
    office: Office | None = None
    beside: tuple[Callable[[], Coroutine[None, None, None]], ...] = ()
    """What runs beside the channel while it serves."""


@dataclass(frozen=True)
class Parts:
    """The parts of the Telegram channel; built once by `application`."""

    desk: Receptionist
    conversations: ConversationStore
    voices: Voices
    sender: Sender
    clock: Callable[[], float] = time.time
    extras: Extras = field(default_factory=Extras)
    administrators: Administrators = field(default_factory=Administrators)
    _long: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))

    async def answer(self, text: str, conversation: Conversation, hint: str | None) -> tuple[Reply, Conversation]:
        """What the desk answers now. A long text is read in a thread, one at a time, so that no other chat waits.

        So is a short one after it: /why, a doubt or "in English, please" let the question asked before be read again.
        """
        if max(len(text), len(conversation.asked)) <= LONG:
            reply, after = self.desk.answer(text, conversation, hint, self.clock())
        else:
            async with self._long:
                reply, after = await asyncio.to_thread(self.desk.answer, text, conversation, hint, self.clock())
        if reply.helps and self.extras.office:
            own = self.voices[reply.language].text("telegram.help.subscriptions")
            reply = replace(reply, blocks=(*reply.blocks, own))
        return reply, after


def language_of(conversation: Conversation, hint: str | None) -> str:
    """The language for a text of the channel itself: the chat's choice, its last one, the user's, else English."""
    told = (conversation.language, conversation.last_language, (hint or "").partition("-")[0].lower())
    return next((language for language in told if language in LANGUAGES), "en")

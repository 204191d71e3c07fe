"""What the handlers share: the desk, the conversations, the texts, the way to send; and the language to say them in."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.answering.conversation import Conversation
from bot.channels.conversations import ConversationStore
from bot.channels.receptionist import Receptionist
from bot.channels.telegram.sending import Sender
from bot.channels.texts import Voices
from bot.facts.model import LANGUAGES


@dataclass(frozen=True)
class Parts:
    """The parts of the Telegram channel; built once by `application`."""

    desk: Receptionist
    conversations: ConversationStore
    voices: Voices
    sender: Sender
    clock: Callable[[], float] = time.time


def language_of(conversation: Conversation, hint: str | None) -> str:
    """The language for a text of the channel itself: the chat's choice, its last one, the user's, else English."""
    told = (conversation.language, conversation.last_language, (hint or "").partition("-")[0].lower())
    return next((language for language in told if language in LANGUAGES), "en")

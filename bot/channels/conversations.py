"""Where a channel keeps what its chats are talking about, and which of its replies answered which question.

`ConversationStore` is the seam; `ConversationsInMemory` forgets at a restart, what lives longer can take its place.
"""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Protocol, TypeVar

from bot.answering.room.conversation import Conversation

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class Answered:
    """What became of a question: the conversation before and after it, and the ids of the messages that answer it.

    `shown` is a digest of what they show: an edit that changes nothing is refused by Telegram, so none is made.
    `picture` is the id of the picture above them, if there is one.
    """

    before: Conversation
    after: Conversation
    replies: tuple[int, ...]
    shown: str = ""
    picture: int | None = None


class ConversationStore(Protocol):
    """Conversations by the key of a chat (or of a thread in it), answers by that key and the question's id."""

    async def load(self, chat: str) -> Conversation:
        """The chat's conversation; a fresh one for a chat that isn't known."""

    async def save(self, chat: str, conversation: Conversation) -> None:
        """Keep the chat's conversation."""

    async def answered(self, chat: str, question: int) -> Answered | None:
        """What became of the question; None when that isn't known (any more)."""

    async def record(self, chat: str, question: int, answered: Answered) -> None:
        """Keep what became of the question."""


class ConversationsInMemory:
    """The chats and questions seen last."""

    def __init__(self, chats: int = 10_000, questions: int = 20_000) -> None:
        self._chats, self._most_chats = OrderedDict[str, Conversation](), chats
        self._questions, self._most_questions = OrderedDict[tuple[str, int], Answered](), questions

    @property
    def full(self) -> bool:
        """Whether chats have been given up, or are about to be."""
        return len(self._chats) >= self._most_chats

    async def load(self, chat: str) -> Conversation:
        """See ConversationStore."""
        return self._chats.get(chat) or Conversation()

    async def save(self, chat: str, conversation: Conversation) -> None:
        """See ConversationStore."""
        _keep(self._chats, chat, conversation, self._most_chats)

    async def answered(self, chat: str, question: int) -> Answered | None:
        """See ConversationStore."""
        return self._questions.get((chat, question))

    async def record(self, chat: str, question: int, answered: Answered) -> None:
        """See ConversationStore."""
        _keep(self._questions, (chat, question), answered, self._most_questions)

    def forget(self, chat: str) -> None:
        """Nothing of the chat is known any more."""
        self._chats.pop(chat, None)
        for key in [key for key in self._questions if key[0] == chat]:
            del self._questions[key]


def _keep(entries: OrderedDict[K, V], key: K, value: V, most: int) -> None:
    entries[key] = value
    entries.move_to_end(key)
    if len(entries) > most:
        entries.popitem(last=False)

"""What a channel needs from the answering room: two calls that never raise and never wait, in any thread.

`bot.answering.desk.Desk` is the real one; tests put a small fake in its place.
"""

from typing import Protocol

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Reply


class Receptionist(Protocol):
    """Answers what was typed and what was tapped. `hint` is the user's language code, `now` Unix seconds."""

    def answer(self, text: str, conversation: Conversation, hint: str | None, now: float) -> tuple[Reply, Conversation]:
        """The reply to an utterance (or slash command), and the conversation after it."""

    def choose(
        self, token: str, conversation: Conversation, hint: str | None, now: float
    ) -> tuple[Reply, Conversation]:
        """The reply to a tapped choice, and the conversation after it."""

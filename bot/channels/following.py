"""What a channel needs from the subscriptions: the buttons under an answer that follow a topic or leave a question.

`bot.subscriptions` gives the real one; a channel without it doesn't show these buttons.
"""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Follower:
    """A chat (or a thread in it) that wants to be told, and the language to tell it in."""

    chat: int
    thread: int | None
    language: str


class Subscriptions(Protocol):
    """Takes subscriptions. Both calls return the short line that confirms it, in the follower's language."""

    async def follow(self, follower: Follower, token: str) -> str:
        """Tell the chat what changes about the deal (d1.…) or fact (f1.…) that the token stands for."""

    async def await_answer(self, follower: Follower, question: str) -> str:
        """Tell the chat when there is an answer to a question that has none yet."""

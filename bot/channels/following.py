"""What a channel needs from the subscriptions: the buttons under an answer that follow a topic or leave a question.

And, for a channel that has them all, the subscriber's commands and what the subscriptions must hear of its chats.

`bot.subscriptions` gives the real one; a channel without it doesn't show these buttons.
"""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.answering.room.reply import Reply
from bot.channels.courier import Courier


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


OTHER_NAMES = {"follow": "subscribe", "unfollow": "unsubscribe"}
"""Further names that people type for a command, and no menu shows."""
COMMANDS = ("subscribe", "subscriptions", "unsubscribe", "pause", "resume", "privacy", "export", "forget")
"""The subscriber's commands, without the slash."""
_SHOWING = frozenset({"subscriptions", "privacy"})
BUTTONS = "n1."
"""What the tokens of the subscriptions' own buttons begin with."""
CHOOSE = f"{BUTTONS}m"
"""The token of the button that leads to all that can be followed."""


def decides(command: str, argument: str) -> bool:
    """Whether the command changes what a chat is told, or hands out or deletes what is kept of it; else it shows it."""
    return command not in _SHOWING or bool(argument.strip())


@dataclass(frozen=True)
class Asking:
    """Who asks: the chat's key, its language, the time, and the deal that is being talked about."""

    chat: str
    language: str
    now: float
    deal: str | None = None


@dataclass(frozen=True)
class Export:
    """A file for the subscriber, with a line about it."""

    name: str
    content: bytes
    line: str


class Office(Protocol):
    """Where subscribers are served. Nothing here raises, and only the commands and buttons wait for the database."""

    async def command(self, name: str, argument: str, asking: Asking) -> Reply | Export:
        """The reply to one of the COMMANDS."""

    async def choose(self, token: str, asking: Asking) -> Reply:
        """The reply to one of the BUTTONS."""

    def decides(self, token: str) -> bool:
        """Whether the button does what `decides` says of commands; else it leads to another page."""

    async def is_now(self, chat: str, state: str) -> None:
        """The chat has become "blocked", "gone" or "active" again."""

    async def wants_quiet(self, chat: str) -> bool:
        """Whether the chat doesn't want to be written to unasked now."""

    async def moved(self, old: str, new: str) -> None:
        """The chat has another key."""

    def told(self, chat: str, reply: Reply) -> None:
        """The chat was shown this reply."""

    async def settled(self) -> None:
        """Wait until other processes can see what was said of the chats so far."""

    def running(self, courier: Courier) -> AbstractAsyncContextManager[None]:
        """Send news by the courier while the block runs."""

"""What sends news to subscribers needs from a channel: take a notice to a chat, and say what came of it."""

from dataclasses import dataclass
from typing import Protocol

from bot.answering.room.reply import Reply


@dataclass(frozen=True)
class Arrived:
    """The chat has it."""


@dataclass(frozen=True)
class Wait:
    """This chat must wait, by the channel's word."""

    seconds: float


@dataclass(frozen=True)
class Refused:
    """The chat takes nothing: state is "blocked" (it may come back by itself) or "gone" (there is nobody any more)."""

    state: str
    why: str


@dataclass(frozen=True)
class Moved:
    """The chat has another key now."""

    chat: str


@dataclass(frozen=True)
class Failed:
    """It didn't work; `for_good` when trying again is useless."""

    why: str
    for_good: bool = False


Outcome = Arrived | Wait | Refused | Moved | Failed


class Courier(Protocol):
    """A channel's way to a chat. Never raises."""

    async def deliver(self, chat: str, notice: Reply) -> Outcome:
        """One try."""

"""What people think of an answer, as a channel hears it; kept for the editor by whoever is given as `Feedback`.

`bot.subscriptions.storage.feedback` gives the real one; a channel without it says thanks, and nothing is kept.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol


@dataclass(frozen=True)
class Opinion:
    """One tap. `reason` is None for 👍, and for 👎 without more words; `asked` None when it isn't known (any more).

    `chat` is the key of the conversation, `rated` the answer in it, `rater` who of the chat it was (see rater_in).
    """

    good: bool
    reason: str | None
    language: str
    asked: str | None
    facts: tuple[str, ...]
    chat: str = ""
    rated: str = ""
    rater: str = ""


class Feedback(Protocol):
    """Takes opinions; never raises and never waits, as nobody's chat depends on it. A later one replaces an earlier."""

    def record(self, opinion: Opinion) -> None:
        """Keep the opinion."""


class NoFeedback:
    """Keeps nothing."""

    def record(self, opinion: Opinion) -> None:
        """See Feedback."""


def rater_in(chat: str, user: int) -> str:
    """What tells the raters of a group apart, without saying who they are."""
    return sha256(f"{chat} {user}".encode()).hexdigest()[:16]

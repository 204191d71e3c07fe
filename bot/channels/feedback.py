"""What people thought of an answer, kept for the editor: one line of JSON each, added to a file and never changed.

No name and no chat is kept: what was asked, which facts answered, and what was wrong.
"""

import json
import logging
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Opinion:
    """One tap. `reason` is None for 👍, and for 👎 without more words; `asked` None when it isn't known (any more)."""

    good: bool
    reason: str | None
    language: str
    asked: str | None
    facts: tuple[str, ...]


class Feedback(Protocol):
    """Takes opinions; never raises, as nobody's chat depends on it."""

    def record(self, opinion: Opinion) -> None:
        """Keep the opinion."""


class FeedbackFile:
    """Opinions in feedback.jsonl. Lines are short and added in one write, so several processes may share the file."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._path, self._clock = folder / "feedback.jsonl", clock

    def record(self, opinion: Opinion) -> None:
        """See Feedback. A full disk is noted in the log, and that is all."""
        moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self._clock()))
        line = json.dumps({"at": moment, **asdict(opinion)}, ensure_ascii=True)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="ascii") as file:
                file.write(line + "\n")
        except OSError as error:
            LOG.warning("an opinion can't be kept in %s: %s", self._path, error)


class NoFeedback:
    """Keeps nothing."""

    def record(self, opinion: Opinion) -> None:
        """See Feedback."""

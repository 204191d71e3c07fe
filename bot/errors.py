"""The error family: what can go wrong before a question is asked, each as one clear line that names the remedy.

The command line prints `str(error)` and ends with exit status 1 or 2; nothing here ever needs a traceback.
"""

from collections.abc import Sequence
from dataclasses import dataclass

SHOWN_PROBLEMS = 3
"""A KnowledgeError's message names this many problems; the rest is counted (`check` prints them all)."""


class DealBotError(Exception):
    """Anything that ends the program with one clear line instead of a traceback."""


@dataclass(frozen=True)
class Problem:
    """One mistake in the data: where it stands, what stands there, and what to do about it.

    `file` is relative to its folder, `key` a path of keys with dots, `line` counted from 1 (None if not known).
    """

    file: str
    key: str
    value: str
    remedy: str
    line: int | None = None

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        found = f" = {self.value!r}" if self.value else ""
        return f"{place}: {self.key}{found}: {self.remedy}" if self.key else f"{place}{found}: {self.remedy}"


class KnowledgeError(DealBotError):
    """The knowledge or its words can't be used; `problems` holds every mistake found, not just the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        shown = "; ".join(str(problem) for problem in self.problems[:SHOWN_PROBLEMS])
        more = len(self.problems) - SHOWN_PROBLEMS
        tail = f"; and {more} more (run_bot.py check lists all)" if more > 0 else ""
        super().__init__(f"the knowledge has {_counted(len(self.problems))}: {shown}{tail}")


class SettingsError(DealBotError):
    """An environment variable holds something unusable; secrets are never repeated in `value`."""

    def __init__(self, variable: str, value: str, remedy: str) -> None:
        self.variable = variable
        self.value = value
        self.remedy = remedy
        super().__init__(f"{variable}={value!r}: {remedy}")


class CatalogError(DealBotError):
    """A text of the bot is missing in a language's catalog, or a catalog can't be read."""


def _counted(count: int) -> str:
    return "1 problem" if count == 1 else f"{count} problems"

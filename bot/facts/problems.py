"""Collects everything that is wrong with the data, so that an editor sees all of it at once.

Passed through the whole loader, which gives the problems their line numbers and raises them together.
"""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.errors import Problem

SHORTENED_VALUE = 60
"""A problem quotes at most this many characters of a value."""


class Problems:
    """A growing list of problems. Adding never raises."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, file: str, key: str, value: object, remedy: str, line: int | None = None) -> None:
        """Notes one problem. `line` only where it is known at once; otherwise it is looked up at the end."""
        self.found.append(Problem(file, key, shortened(value), remedy, line))


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A question for the nearest known word ("did you mean …?"), or `otherwise` when none is near."""
    folded = {candidate: candidate.casefold() for candidate in known}
    nearest = process.extractOne(word.casefold(), folded, scorer=OSA.normalized_similarity, score_cutoff=0.55)
    if nearest is None:
        return otherwise
    return f"did you mean {nearest[2]!r}? ({otherwise})" if otherwise else f"did you mean {nearest[2]!r}?"


def listed(options: Iterable[str], word: str = "or") -> str:
    """The options as an editor reads them: "a, b or c"."""
    names = list(options)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"


def shortened(value: object) -> str:
    """The value as one short line."""
    line = "" if value is None else " ".join(str(value).split())
    return line if len(line) <= SHORTENED_VALUE else f"{line[: SHORTENED_VALUE - 1]}…"

"""Where what is compared may stand in an utterance, and the question about it; what comes of it; the pieces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.understanding.utterance.units import Analysis, Unit

Span = tuple[int, int]

_ENDS = re.compile(r"\s*(?:[:;?!]|\.(?!\S)|\s[–-](?=\s)|,)\s*")
"""What may stand between what is compared and the question about it."""

_DECIMAL = re.compile(r"\d,\d")
"""A comma that joins nothing: "2,3 million"."""

_PAUSE = ","
_ASKED = re.compile(r"[:?]")


@dataclass(frozen=True)
class Layout:
    """Where what is compared stands, and where what is asked about it; `apart` if something stands between the two."""

    topic: Span
    question: Span
    apart: bool = True

    @property
    def before(self) -> bool:
        """Does what is compared stand before the question?"""
        return self.topic < self.question


@dataclass(frozen=True)
class Halves:
    """What is compared, and a question for each; `kind` is the answer type that a comparative asks of each of them.

    `bare`: nothing but what they are is asked for, so that they are the questions themselves; `figures`: all are
    figures ("30 or 90 days: which is what?"); `apiece`: a question word of its own asks for each ("who does what");
    `opposed`: they are set against each other without a question.
    """

    named: tuple[str, ...]
    asked: tuple[str, ...]
    kind: str | None
    bare: bool
    figures: bool
    apiece: bool
    opposed: bool
    types: frozenset[str] = frozenset()
    """What is asked of a half that doesn't say what it asks for."""
    unlike: bool = False
    """Is each half asked something of its own ("the members of A next to the customers of B")?"""


def apart(analysis: Analysis) -> Iterator[Layout]:
    """The ways to part an utterance in two; an afterthought ("numbers, please") belongs to neither part."""
    text = analysis.text.rstrip("?!. ")
    end = text.rfind("?")
    if end < 0 or any(unit.start > end for unit in analysis.names) or any(start > end for start in analysis.asking):
        end = len(text)
    ends = sorted(_ENDS.finditer(text, 0, end), key=lambda found: found.group().strip() == _PAUSE)
    for found in ends:  # "30 days, 90 days, 12 months: …" ends at the colon
        first, second = (0, found.start()), (found.end(), end)
        for topic, question in ((first, second), (second, first)):
            if not _ASKED.search(text, *topic):
                yield Layout(topic, question)


def behind(analysis: Analysis, comparing: Sequence[Unit]) -> Iterator[Layout]:
    """What stands behind a word that only compares ("the difference between A and B"); or all that is said."""
    end = len(analysis.text.rstrip("?!. "))
    for unit in comparing:
        yield Layout((unit.end, end), (0, unit.start))
    if not analysis.asking:  # "A's customers next to B's members"
        yield Layout((0, end), (end, end), apart=False)


def pieces(text: str, span: Span, joint: re.Pattern[str]) -> list[Span]:
    """What stands between joining words."""
    found: list[Span] = []
    start = span[0]
    for match in joint.finditer(text, *span):
        if _DECIMAL.match(text, match.start() - 1):
            continue
        if match.start() > start:
            found.append((start, match.start()))
        start = match.end()
    return [*found, (start, span[1])] if start < span[1] else found


def within(analysis: Analysis, span: Span) -> list[Unit]:
    """The units that begin in a span."""
    return [unit for unit in analysis.units if span[0] <= unit.start < span[1] and unit.kind != "operator"]

"""Holds contenders side by side on the same questions: time, share right, and what they let through.

A contender that always answers can refuse by a threshold on its score. So that all are judged alike, each one's
threshold is put where it keeps 95 % of its right answers; what then still gets an answer without having one is let
through.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter, process_time

from benchmarks.asking import OFF_TOPIC, Question
from benchmarks.contenders import Contender, Found
from benchmarks.timing import Spread

KEPT = 0.95


@dataclass(frozen=True)
class Result:
    """One contender's row. Shares are 0 to 1, None where there was no such question."""

    name: str
    time: Spread
    cpu: Spread
    right: float | None
    right_by_style: dict[str, float]
    near_misses_through: float | None
    offtopic_through: float | None


def compared(contender: Contender, questions: Sequence[Question]) -> Result:
    """Ask all questions."""
    seconds: list[float] = []
    busy: list[float] = []
    found: list[Found | None] = []
    for question in questions:
        begin, begin_busy = perf_counter(), process_time()
        found.append(contender.find(question))
        seconds.append(perf_counter() - begin)
        busy.append(process_time() - begin_busy)
    rows = list(zip(questions, found, strict=True))
    answerable = [(q, f) for q, f in rows if q.gold]
    right = [f.score for q, f in answerable if f and f.fact in q.gold]
    threshold = threshold_of(right)
    through = {
        off: [f is not None and f.score >= threshold for q, f in rows if not q.gold and (q.style == OFF_TOPIC) is off]
        for off in (False, True)
    }
    styles = dict.fromkeys(q.style for q, _ in answerable)
    return Result(
        name=contender.name,
        time=Spread.of(seconds),
        cpu=Spread.of(busy),
        right=_share([f is not None and f.fact in q.gold for q, f in answerable]),
        right_by_style={
            style: _share([f is not None and f.fact in q.gold for q, f in answerable if q.style == style]) or 0.0
            for style in styles
        },
        near_misses_through=_share(through[False]),
        offtopic_through=_share(through[True]),
    )


def threshold_of(right: Sequence[float], kept: float = KEPT) -> float:
    """The highest score at which that share of the right answers is still given."""
    if not right:
        return math.inf
    ordered = sorted(right, reverse=True)
    return ordered[math.ceil(kept * len(ordered)) - 1]


def _share(hits: Sequence[bool]) -> float | None:
    return sum(hits) / len(hits) if hits else None

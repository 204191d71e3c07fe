"""Durations and memory, summed up the same way everywhere: medians and 99th percentiles, resident megabytes."""

import math
import resource
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TypeVar

Result = TypeVar("Result")

_STATUS = Path("/proc/self/status")


@dataclass(frozen=True)
class Spread:
    """Seconds: the middle one and the one that a hundredth exceeds."""

    median: float
    p99: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Spread":
        """The spread of at least one duration."""
        ordered = sorted(seconds)
        return cls(ordered[len(ordered) // 2], ordered[math.ceil(0.99 * len(ordered)) - 1])

    @property
    def shown(self) -> str:
        """For a table cell: "0.31 / 1.20 ms"."""
        return f"{milliseconds(self.median)} / {milliseconds(self.p99)} ms"


def milliseconds(seconds: float) -> str:
    """Milliseconds with two digits that count."""
    value = seconds * 1000
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"


def timed(task: Callable[[], Result]) -> tuple[Result, float]:
    """What a task returns, and how many seconds it took."""
    begin = perf_counter()
    result = task()
    return result, perf_counter() - begin


def resident_megabytes() -> float:
    """What this process holds in memory now; where the system doesn't tell, the most that it ever held."""
    if _STATUS.exists():
        line = next(line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    return peak_megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def peak_megabytes(maxrss: int) -> float:
    """`ru_maxrss` in megabytes: kilobytes on Linux, bytes on macOS."""
    return maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)

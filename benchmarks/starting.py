"""From the shell to the first answer: `run_bot.py ask` as whole processes, one after the other."""

import os
import subprocess
import sys
from dataclasses import dataclass
from time import perf_counter

from benchmarks.timing import Spread, peak_megabytes
from bot.settings import ROOT


@dataclass(frozen=True)
class Started:
    """Seconds until the answer stood there, seconds until the process had ended, peak megabytes."""

    answered: Spread
    ended: Spread
    peak: float


def started(question: str, runs: int = 11) -> Started:
    """Ask one question in that many processes; the first, which fills the file cache, isn't counted."""
    rows = [_one(question) for _ in range(runs + 1)][1:]
    answered, ended, peaks = zip(*rows, strict=True)
    return Started(Spread.of(answered), Spread.of(ended), max(peaks))


def _one(question: str) -> tuple[float, float, float]:
    command = [sys.executable, str(ROOT / "run_bot.py"), "ask", "--json", question]
    begin = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)  # noqa: S603 - our own program
    with process:
        assert process.stdout is not None  # noqa: S101 - for mypy
        process.stdout.readline()
        answered = perf_counter() - begin
        process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"run_bot.py ask ended with code {process.returncode}")
    return answered, perf_counter() - begin, peak_megabytes(usage.ru_maxrss)

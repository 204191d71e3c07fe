"""`make questions`: the shares of each set by kind, style and language; with --show the failures, too.

python -m tests.questions [--show N] [SET …]
"""

import argparse
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.facts.model import LANGUAGES
from tests.questions.judge import Verdict
from tests.questions.sets import Result, all_sets, ask


def rows(result: Result) -> Iterator[tuple[str, Result]]:
    """The parts of a result in the order of the table."""
    for title, part in (("answerable", result.answerable), ("not answerable", result.unanswerable)):
        yield title, part
        for language in LANGUAGES:
            yield f"  {language}", part.only(language=language)
        for kind, style in sorted({(one.question.kind, one.question.style) for one in part.graded}):
            yield f"  {kind}/{style}", part.only(kind=kind, style=style)


def table(result: Result) -> Table:
    """The shares of one set."""
    shown = Table(box=None, pad_edge=False, header_style="bold")
    shown.add_column(result.name, no_wrap=True)
    for heading in ("n", *(verdict.value for verdict in Verdict)):
        shown.add_column(heading, justify="right", no_wrap=True)
    for title, part in rows(result):
        if part.graded:
            shares = (f"{part.share(verdict):.1%}" for verdict in Verdict)
            shown.add_row(title, str(len(part.graded)), *shares)
    return shown


def failures(result: Result, most: int) -> Iterator[Text]:
    """What wasn't right, wrong answers first."""
    failed = [one for one in result.graded if one.judgement.verdict is not Verdict.RIGHT]
    for one in sorted(failed, key=lambda one: one.judgement.verdict is not Verdict.WRONG)[:most]:
        question = one.question
        said = " / ".join(question.turns)
        yield Text(
            f"{question.id} {question.language} {question.kind}/{question.style} {one.judgement.verdict.value}: "
        )
        yield Text(f"    {said}  → {one.judgement.why} [{', '.join(one.reply.facts)}]", style="dim")


def main() -> None:
    """Ask all sets, or those named, and print their tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.questions")
    parser.add_argument("sets", nargs="*", metavar="SET", help="only these (default: all)")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="failures of each set to print")
    options = parser.parse_args()
    console = Console(highlight=False)
    for questions in all_sets():
        if not options.sets or questions.name in options.sets:
            result = ask(questions)
            for line in failures(result, options.show):
                console.print(line, soft_wrap=True)
            console.print(table(result))
            console.print()


if __name__ == "__main__":
    main()

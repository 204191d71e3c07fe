"""`check`: holds the facts against their rules and prints a report; exit status 1 when something is wrong.

With --sources the evidence and digests are held against the texts, too. Every example question is asked: this is the
full proof of which the project's tests take a sample. Advice on what would make facts easier to find comes last and
changes nothing of the status. --fact, --robust and --attributes ask for one of the larger proofs instead
(bot.cli.proofs).
"""

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path

from rich.console import Console
from rich.text import Text

from bot.cli import proofs
from bot.errors import KnowledgeError, Problem
from bot.settings import Settings

_ASKING = "asking the example questions"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `check`."""
    parser.add_argument("--sources", type=Path, metavar="DIR", help="the folder with the source texts")
    parser.add_argument("--no-questions", action="store_true", help="don't ask the example questions (quicker)")
    proofs.add_arguments(parser)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Run all checks, or the proof asked for; 0 when nothing is wrong."""
    proved = proofs.run(options, settings)
    if proved is not None:
        return proved
    from bot.facts.loader import load_knowledge

    report = Report()
    try:
        knowledge = load_knowledge(settings.knowledge, settings.locales)
    except KnowledgeError as error:
        report.add("schema, languages and references", error.problems)
        report.skip("all other checks", "mend these first")
        return report.show(f"knowledge in {settings.knowledge}")

    from bot.facts.advice import advise
    from bot.facts.check import check_doubles, check_use, check_wordings
    from bot.facts.evidence import check_evidence
    from bot.facts.locating import located
    from bot.i18n.grammar import check_grammar
    from bot.i18n.voice import Voice

    contents = _contents(settings.knowledge)
    german = Voice("de", settings.locales, knowledge.entities)
    report.add("schema, languages and references", ())
    wordings = (*check_wordings(knowledge), *check_grammar(knowledge, german), *check_doubles(knowledge))
    report.add("entities, attributes and sources in use", located(check_use(knowledge), contents))
    report.add("wordings and questions", located(wordings, contents))
    if options.sources is None:
        report.skip("evidence and digests", "give the texts with --sources DIR")
    elif not options.sources.is_dir():
        missing = Problem(str(options.sources), "", "", "there is no such folder: give the one with the source texts")
        report.add("evidence and digests", (missing,))
    else:
        report.add("evidence and digests", located(check_evidence(knowledge, options.sources), contents))
    if options.no_questions:
        report.skip("example questions", "left out by --no-questions")
    else:
        _ask_examples(report, settings, contents)
    for remark in advise(knowledge):
        report.remark(remark.line, well=not remark.count)
    counts = f"{len(knowledge.deals)} deals, {len(knowledge.facts)} facts, {len(knowledge.sources)} sources"
    return report.show(f"knowledge in {settings.knowledge}: {counts}, version {knowledge.version}")


class Report:
    """What was checked and what was found; shown at the end."""

    def __init__(self) -> None:
        self._lines: list[Text] = []
        self._problems = 0

    def add(self, what: str, problems: Iterable[Problem]) -> None:
        """One check with its problems."""
        found = tuple(problems)
        self._problems += len(found)
        if not found:
            self._lines.append(Text.assemble(("✓ ", "green"), what))
            return
        self._lines.append(Text.assemble(("✗ ", "red"), what, (f": {len(found)}", "bold red")))
        self._list(found)

    def warn(self, what: str, doubts: Iterable[Problem]) -> None:
        """One check whose findings are worth a look but don't make it fail."""
        found = tuple(doubts)
        self._lines.append(Text.assemble(("! ", "yellow") if found else ("✓ ", "green"), what))
        self._list(found)

    def remark(self, what: str, *, well: bool) -> None:
        """One piece of advice in a line; never makes it fail."""
        self._lines.append(Text.assemble(("✓ ", "green") if well else ("· ", "cyan"), what))

    def _list(self, found: Iterable[Problem]) -> None:
        file = ""
        for problem in found:
            if problem.file != file:
                file = problem.file
                self._lines.append(Text.assemble("  ", (file, "bold")))
            line = f"{problem.line}: " if problem.line else ""
            value = Text.assemble(" = ", (problem.value, "yellow")) if problem.value else Text()
            self._lines.append(Text.assemble("    ", (line, "dim"), (problem.key, "cyan"), value))
            self._lines.append(Text.assemble("      → ", problem.remedy))

    def skip(self, what: str, reason: str) -> None:
        """One check that wasn't made, and why."""
        self._lines.append(Text.assemble(("- ", "dim"), what, (f": not checked; {reason}", "dim")))

    def show(self, subject: str) -> int:
        """Print it; returns the exit status."""
        console = Console(highlight=False)
        console.print(Text(subject, style="bold"), soft_wrap=True)
        for line in self._lines:
            console.print(line, soft_wrap=True)
        if not self._problems:
            console.print(Text("all is well", style="bold green"))
            return 0
        console.print(Text(f"{self._problems} to mend", style="bold red"))
        return 1


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.yaml")}


def _ask_examples(report: "Report", settings: Settings, contents: Mapping[str, bytes]) -> None:
    """A fact that none of its questions reaches is a problem; a single question that misses is only shown."""
    from bot.app import build
    from bot.cli.progress import watched
    from bot.facts.locating import located
    from bot.proof.examination import examine
    from bot.proof.examples import examples_of
    from bot.proof.remedies import Remedies, unreachable
    from bot.proof.report import reach

    app = build(settings)
    examples = list(examples_of(app.knowledge.facts.values()))
    examination = examine(app.knowledge, app.room.recogniser, watched(examples, _ASKING))
    remedies = Remedies(app.knowledge, app.room.recogniser)
    misses = located((remedies.problem(asked) for asked in examination.misses), contents)
    lost = located((unreachable(fact, examination) for fact in examination.lost), contents)
    report.warn(f"example questions: {reach(examination)}", misses)
    if lost:
        report.add("facts that none of their questions reaches", lost)

"""`publish`: what has changed in the facts since the last time is shown, asked about, and told to subscribers.

Nothing is told twice: what was announced is kept with the announcement. The running bot sends. What it wouldn't take
up itself, as the knowledge doesn't hold, isn't announced either.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from bot.cli.storage import opened
from bot.cli.times import SECONDS, shown, span
from bot.errors import DealBotError
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.subscriptions.changes.content import Content
    from bot.subscriptions.changes.difference import Change
    from bot.subscriptions.changes.publishing import Plan, Publication, Publishing

MOST_SHOWN = 100
STYLES = {"new": "green", "changed": "yellow", "withdrawn": "red"}


class UnsureError(DealBotError):
    """Nobody is there to ask, and --yes isn't given."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `publish`."""
    parser.add_argument("--dry-run", action="store_true", help="only show what would be told")
    parser.add_argument("--yes", action="store_true", help="don't ask")
    parser.add_argument("--quiet", action="store_true", help="tell nobody: for typing errors")
    parser.add_argument("--delay", type=_seconds, default=0.0, metavar="TIME", help="send later, such as 30m, 2h or 1d")
    parser.add_argument("--recall", action="store_true", help="take the last publication back while its delay lasts")
    parser.add_argument("--why", nargs=2, metavar=("DE", "EN"), help="why facts were withdrawn, in both languages")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Publish, show or recall; 0 also when there is nothing to tell."""
    return asyncio.run(_run(options, settings))


async def _run(options: argparse.Namespace, settings: Settings) -> int:
    from bot.subscriptions.changes.publishing import Publishing

    console = Console(highlight=False)
    async with opened(settings) as database:
        publishing = Publishing(database)
        if options.recall:
            taken = await publishing.recall(time.time())
            console.print(f"recalled: {_counted(taken, 'announcement')}; nobody is told")
            return 0
        return await _publish(options, settings, publishing, console)


async def _publish(options: argparse.Namespace, settings: Settings, publishing: "Publishing", console: Console) -> int:
    from bot.app import build
    from bot.subscriptions.changes.content import content_of
    from bot.subscriptions.changes.publishing import Publication
    from bot.watching import checked

    app = checked(build(settings))
    with _progress(console) as progress:
        present: dict[str, Content] = {}
        for fact in progress.track(app.knowledge.facts.values(), description="reading the facts"):
            present[fact.id] = content_of(app.room, fact)
    now = time.time()
    why = dict(zip(("de", "en"), options.why, strict=True)) if options.why else {}
    expiry = settings.expiry_days * SECONDS["d"]
    publication = Publication(app.knowledge.version, now + options.delay, options.quiet, why, expiry)
    plan = await publishing.look(present, publication, now)
    _show(plan, publication, console)
    if not plan.changes or options.dry_run:
        return 0
    if not options.yes and not _agreed():
        console.print("nothing was published")
        return 1
    await _record(publishing, present, publication, plan, console)
    until = shown(publication.due_at, ZoneInfo(settings.zone)) if options.delay else None
    console.print(_done(plan, publication, until), style="bold green")
    return 0


async def _record(
    publishing: "Publishing",
    present: Mapping[str, "Content"],
    publication: "Publication",
    plan: "Plan",
    console: Console,
) -> None:
    with _progress(console) as progress:
        task = progress.add_task("announcing", total=len(plan.changes))
        await publishing.publish(
            present,
            publication,
            time.time(),
            expected=plan,
            progress=lambda done, total: progress.update(task, completed=done, total=total),
        )


def _show(plan: "Plan", publication: "Publication", console: Console) -> None:
    if not plan.changes:
        console.print("nothing has changed since the last publication")
        return
    table = Table("", "fact", "until now", "from now on", highlight=False)
    table.columns[0].no_wrap = True
    table.columns[1].overflow = "fold"
    for change in plan.changes[:MOST_SHOWN]:
        old, new = _sides(change)
        table.add_row(Text(change.kind, STYLES[change.kind]), Text(change.fact), Text(old), Text(new))
    console.print(table)
    if len(plan.changes) > MOST_SHOWN:
        console.print(f"… and {len(plan.changes) - MOST_SHOWN} more")
    counts = {kind: sum(change.kind == kind for change in plan.changes) for kind in STYLES}
    console.print(", ".join(f"{count} {kind}" for kind, count in counts.items() if count))
    if publication.quiet:
        console.print("to be told: nobody (--quiet)")
    else:
        told = ", ".join(f"{count} in {language}" for language, count in sorted(plan.told.items()))
        console.print(f"to be told: {_counted(sum(plan.told.values()), 'subscriber')}" + (f" ({told})" if told else ""))


def _sides(change: "Change") -> tuple[str, str]:
    """What the fact said and says, as short as the difference allows: its value, else its sentence."""
    old = change.old.texts["en"] if change.old else None
    new = change.new.texts["en"] if change.new else None
    if old and new and old.value and new.value and old.value != new.value:
        return old.value, new.value
    return (old.sentence if old else ""), (new.sentence if new else "")


def _done(plan: "Plan", publication: "Publication", until: str | None) -> str:
    told = 0 if publication.quiet else sum(plan.told.values())
    later = f" from {until} on; publish --recall takes it back until then" if until else ""
    return f"published: {_counted(len(plan.changes), 'change')}, {_counted(told, 'subscriber')} to be told{later}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _agreed() -> bool:
    if not sys.stdin.isatty():
        raise UnsureError("publish: nobody is here to ask; look with --dry-run, then say --yes")
    return input("Publish this? [y/N] ").strip().lower() in {"y", "yes", "j", "ja"}


def _progress(console: Console) -> Progress:
    columns: Sequence[TextColumn | BarColumn | MofNCompleteColumn] = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
    )
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def _seconds(text: str) -> float:
    seconds = span(text if text[-1:].isalpha() else f"{text}s")
    if seconds is None:
        raise argparse.ArgumentTypeError(f"{text!r}: give a time such as 90s, 30m, 2h or 1d")
    return seconds

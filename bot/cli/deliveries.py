"""`deliveries`: the last publications with what became of their deliveries, and what went wrong."""

import argparse
import asyncio
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.cli.storage import opened
from bot.cli.times import shown
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.subscriptions.changes.overview import Overview

ALWAYS = ("waiting", "sent", "failed", "expired")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `deliveries`."""
    parser.add_argument("--last", type=int, default=20, metavar="N", help="publications to show (default: 20)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Show them."""
    found = asyncio.run(_read(options, settings))
    _show(found, ZoneInfo(settings.zone), Console(highlight=False))
    return 0


async def _read(options: argparse.Namespace, settings: Settings) -> "Overview":
    from bot.subscriptions.changes.overview import overview

    async with opened(settings) as database:
        return await overview(database, max(1, options.last))


def _show(found: "Overview", zone: ZoneInfo, console: Console) -> None:
    from bot.subscriptions.changes.overview import STATES

    if not found.publications:
        console.print("nothing was published yet")
    else:
        states = [state for state in STATES if state in ALWAYS or any(state in p.states for p in found.publications)]
        table = Table("published", "changes", *states, "", highlight=False)
        table.columns[0].no_wrap = True
        for line in found.publications:
            counts = [str(line.states.get(state, "")) for state in states]
            notes = [name for name, holds in (("quiet", line.quiet), ("recalled", line.recalled)) if holds]
            if line.due_at > line.at and not line.recalled:
                notes.append(f"from {shown(line.due_at, zone)}")
            table.add_row(shown(line.at, zone), str(line.changes), *counts, ", ".join(notes))
        console.print(table)
    if found.problems:
        table = Table("", "deliveries", "problem", highlight=False)
        for state, problem, count in found.problems:
            table.add_row(state, str(count), Text(problem))
        console.print(table)
    people = ", ".join(f"{count} {state}" for state, count in sorted(found.subscribers.items()))
    console.print(f"subscribers: {people or 'none'}")

"""`feedback`: what people found wrong with answers (👎), newest first, for the editor."""

import argparse
import asyncio
import json
import time
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.cli.storage import opened
from bot.cli.times import shown, span
from bot.errors import SettingsError
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.subscriptions.storage.feedback import Report, Reports


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `feedback`."""
    parser.add_argument("--since", metavar="WHEN", help="only later ones: a day such as 2026-11-20, or 12h, 7d, 4w ago")
    parser.add_argument("--json", action="store_true", help="one line of JSON each")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Show them."""
    zone, now = ZoneInfo(settings.zone), time.time()
    since = 0.0 if options.since is None else _moment(options.since, zone, now)
    found = asyncio.run(_read(settings, since, now))
    if options.json:
        for report in found.bad:
            print(json.dumps(_plain(report, zone), ensure_ascii=False))
    else:
        _show(found, zone, Console(highlight=False))
    return 0


async def _read(settings: Settings, since: float, now: float) -> "Reports":
    from bot.subscriptions.storage.feedback import reports

    async with opened(settings) as database:
        return await reports(database, since, settings.keep_questions_days, now)


def _show(found: "Reports", zone: ZoneInfo, console: Console) -> None:
    if found.bad:
        table = Table("when", "what was wrong", "", "question", "facts of the answer", highlight=False)
        table.columns[0].no_wrap = True
        for report in found.bad:
            reason = (report.reason or "not said").replace("_", " ")
            asked = Text("not kept", "dim") if report.asked is None else Text(_printable(report.asked))
            table.add_row(shown(report.at, zone), reason, report.language, asked, Text("\n".join(report.facts)))
        console.print(table)
    console.print(f"👎 {len(found.bad)}, 👍 {found.good}")


def _plain(report: "Report", zone: ZoneInfo) -> dict[str, object]:
    return {
        "at": datetime.fromtimestamp(report.at, zone).isoformat(timespec="seconds"),
        "reason": report.reason,
        "language": report.language,
        "asked": None if report.asked is None else report.asked.encode("utf-8", "replace").decode(),
        "facts": report.facts,
    }


def _printable(asked: str) -> str:
    """The question as a terminal may show it: what people send may hold control characters."""
    return "".join(sign if sign.isprintable() else " " for sign in asked)


def _moment(when: str, zone: ZoneInfo, now: float) -> float:
    ago = span(when)
    if ago is not None:
        return now - ago
    try:
        return datetime.fromisoformat(when).replace(tzinfo=zone).timestamp()
    except ValueError:
        raise SettingsError("--since", when, "give a day such as 2026-11-20, or a time such as 12h, 7d or 4w") from None

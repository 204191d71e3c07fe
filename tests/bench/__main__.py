"""Runs both bots against the stand-in in turn, with and without latency, and prints what each got done."""

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.botapi.client import PROJECT, BotApi

NEW = ("Wer hat das Abkommen mit Österreich unterschrieben? {i}", "how many customers does JD have? {i}")
"""Questions that nobody has asked before: {i} is another number each time."""
AGAIN = tuple(question.removesuffix(" {i}") for question in NEW)
ECHO_BOT = str(Path(__file__).with_name("echo_bot.py"))
CHANNEL_ALONE = "tests/channels/telegram/fake_bot.py"


@dataclass(frozen=True)
class Contestant:
    """A bot to measure."""

    name: str
    command: tuple[str, ...]
    environment: tuple[tuple[str, str], ...] = ()
    questions: tuple[str, ...] = NEW


CONTESTANTS = (
    Contestant("deal bot, each question new", ("run_bot.py",)),
    Contestant("deal bot, asked the same again", ("run_bot.py",), questions=AGAIN),
    Contestant("its channel, answering at once", (CHANNEL_ALONE,)),
    Contestant("echo bot, one after the other", (ECHO_BOT,)),
    Contestant("echo bot, concurrent", (ECHO_BOT,), (("ECHO_CONCURRENT", "1"),)),
)


def measure(contestant: Contestant, updates: int, latency: float) -> str:
    """One line with the figures of one run; each chat sends one update."""
    with tempfile.TemporaryDirectory() as data, BotApi(latency=latency) as api:
        environment = {"DATA_DIR": data, **dict(contestant.environment)}
        bot = api.start_bot([sys.executable, *contestant.command], environment, PROJECT, wait=60)
        api.bulk(50, text=NEW[0])
        before = bot.cpu()
        half = updates // 2
        runs = [api.bulk(half, text=question)["message"] for question in contestant.questions]
        cpu = (bot.cpu() - before) / updates * 1000
        time.sleep(0.4)
        rate = sum(run["answered"] for run in runs) / sum(run["answered"] / run["per_s"] for run in runs)
        slowest = max(run["first_reply_s"]["p100"] for run in runs)
        return f"{contestant.name:32}{rate:10.0f}{slowest:12.2f}{cpu:12.2f}{bot.rss_mb():10.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--updates", type=int, default=1000)
    options = parser.parse_args()
    for latency in (0.0, 0.05):
        print(f"\nlatency {latency * 1000:.0f} ms, {options.updates} updates, one a chat, all at once")
        print(f"{'':32}{'updates/s':>10}{'slowest, s':>12}{'CPU, ms':>12}{'MB':>10}")
        for contestant in CONTESTANTS:
            print(measure(contestant, options.updates, latency), flush=True)


if __name__ == "__main__":
    main()

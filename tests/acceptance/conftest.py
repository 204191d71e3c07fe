"""Real processes: the command line as people start it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.botapi.client import PROJECT, BotApi
from tests.botapi.process import Bot

PROGRAM = [sys.executable, str(PROJECT / "run_bot.py")]
SETTINGS = ("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_BASE_URL", "BOT_KNOWLEDGE", "BOT_LOG_LEVEL", "LC_ALL", "LANG")


def environment(**settings: str) -> dict[str, str]:
    """The environment without any setting of the bot but these."""
    return {name: value for name, value in os.environ.items() if name not in SETTINGS} | settings


def run_bot(*arguments: str, typed: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the program to its end; `typed` is its standard input."""
    return subprocess.run(
        [*PROGRAM, *arguments],
        cwd=PROJECT,
        env=environment(**settings),
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@dataclass
class Served:
    """The bot as it serves Telegram, seen from outside."""

    api: BotApi
    bot: Bot

    def restart(self) -> None:
        """Stop the bot and start it anew."""
        time.sleep(0.4)  # a bot that is stopped while it polls stops at once
        assert self.bot.stop() == 0
        self.bot = start(self.api)


def start(api: BotApi) -> Bot:
    return api.start_bot([*PROGRAM, "serve"], cwd=PROJECT, wait=50)


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with BotApi() as api:
        served = Served(api, start(api))
        yield served
        time.sleep(0.4)

"""Real processes: the command line as people start it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.botapi.client import PROJECT, BotApi
from tests.botapi.process import Bot

AUSTRIA = {"de": "Wer hat das Abkommen mit Österreich unterschrieben?", "en": "Who signed the agreement with Austria?"}
"""A question to begin with, by language."""
PROGRAM = [sys.executable, str(PROJECT / "run_bot.py")]


def environment(**settings: str) -> dict[str, str]:
    """The environment, in which the bot has these settings and no language."""
    return {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LANG")} | settings


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
    data: Path

    def restart(self) -> None:
        """Stop the bot and start it anew."""
        time.sleep(0.4)  # a bot that is stopped while it polls stops at once
        assert self.bot.stop() == 0
        self.bot = start(self.api, self.data)


def start(api: BotApi, data: Path, **settings: str) -> Bot:
    """The bot with its data in a folder of its own."""
    return api.start_bot([*PROGRAM, "serve"], {"DATA_DIR": str(data), **settings}, cwd=PROJECT, wait=50)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    data = tmp_path_factory.mktemp("data")
    with BotApi() as api:
        served = Served(api, start(api, data), data)
        yield served
        time.sleep(0.4)

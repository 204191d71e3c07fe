"""One stand-in and one bot process (with the fake desk) for the tests of a module."""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.botapi.client import PROJECT, BotApi
from tests.botapi.process import Bot

FAKE_BOT = Path(__file__).with_name("fake_bot.py")


@dataclass
class Channel:
    """The Telegram channel as a process, seen from outside."""

    api: BotApi
    bot: Bot


@pytest.fixture(scope="module")
def channel() -> Iterator[Channel]:
    with BotApi() as api:
        yield Channel(api, api.start_bot([sys.executable, str(FAKE_BOT)], cwd=PROJECT))
        time.sleep(0.4)  # a bot that is stopped while it polls stops at once


@pytest.fixture
def api(channel: Channel) -> Iterator[BotApi]:
    """The stand-in; a test fails when Telegram would have refused a call in it that wasn't made to fail."""
    before = channel.api.call("calls", limit=1)
    after = before[-1]["n"] if before else 0
    yield channel.api
    refused = [call for call in channel.api.rejected(after=after) if not call.get("fault")]
    assert refused == []
    assert channel.bot.alive()

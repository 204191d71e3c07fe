"""What all tests share."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.facts.model import Knowledge

# python-telegram-bot's own switch: pauses as timedelta, and no warning about the older form.
os.environ["PTB_TIMEDELTA"] = "1"

# The tests are about the bot as it comes: whatever the environment sets of it is left out, but for where it keeps what
# it has built.
SETTINGS = ("BOT_", "TELEGRAM_", "WEBHOOK_", "DATA_DIR", "DATABASE_URL")
for variable in [name for name in os.environ if name.startswith(SETTINGS) and name != "BOT_CACHE"]:
    del os.environ[variable]

# What the tests build of the facts is built once for all of them and the processes that they start, and is found again
# as long as neither facts nor code change; the bot's own files beside it stay.
os.environ.setdefault("BOT_CACHE", str(Path(__file__).resolve().parents[1] / ".cache" / "tests"))


def pytest_xdist_auto_num_workers() -> int:
    """As many processes as there are cores, and one for those that wait for a bot or a database."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def small() -> "Knowledge":
    """The knowledge of the small folder; tests may change nothing of it."""
    from tests import apps

    return apps.small()

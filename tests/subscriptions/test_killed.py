"""The kill test, small: the full one is `make killtest`."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.subscriptions.storage.database import url_of
from tests.subscriptions.conftest import made
from tests.subscriptions.killing import Result, under_fire

pytestmark = pytest.mark.timeout(240)
CASES = {"SQLite": (3, 1), "PostgreSQL": (3, 1), "SQLite, two processes": (2, 2)}
"""How often it is killed, and how many processes send."""


@pytest.fixture(scope="module")
def results(server: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Result]:
    """All cases at the same time: most of it is waiting."""
    urls = {
        name: server if name == "PostgreSQL" else f"sqlite:///{tmp_path_factory.mktemp('killed')}/bot.sqlite3"
        for name in CASES
    }
    for url in urls.values():  # one after the other: Alembic knows one migration at a time in a process
        asyncio.run(made(url_of(url, Path())))
    with ThreadPoolExecutor() as pool:
        running = {name: pool.submit(under_fire, urls[name], 45, *case) for name, case in CASES.items()}
        return {name: one.result() for name, one in running.items()}


@pytest.mark.parametrize("case", CASES)
def test_nobody_is_missed_and_at_most_one_is_told_twice_a_kill(results: dict[str, Result], case: str) -> None:
    result = results[case]
    assert result.kills == CASES[case][0]
    assert result.missed == 0
    assert result.repeats <= result.kills

"""A broadcast under fire: processes that send are killed at random moments and started again, until all is sent.

python -m tests.subscriptions.killing runs it in full on both databases, with one process and with two.
"""

import argparse
import asyncio
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from bot.subscriptions.storage.database import Database, url_of
from bot.subscriptions.storage.tables import deliveries
from tests.botapi.client import PROJECT, BotApi
from tests.subscriptions.stock import postgresql, prepared

PROCESS = Path(__file__).with_name("sending_process.py")
RATE = 30.0
LEASE = 2.0
PATIENCE = 60.0
"""So many seconds a process gets to send something."""


@dataclass(frozen=True)
class Result:
    """What came of it."""

    subscribers: int
    kills: int
    missed: int
    repeats: int
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.subscribers} subscribers, {self.kills} kills: {self.missed} missed, "
            f"{self.repeats} told twice, {self.seconds:.0f} s"
        )


def under_fire(url: str, subscribers: int, kills: int, processes: int = 1, seed: int = 1) -> Result:
    """Prepare an announcement to all, send it while killing, and count."""
    dice, begun = random.Random(seed), time.monotonic()
    with BotApi() as api:
        chats: list[int] = api.call("bulk", n=subscribers)["users"]
        asyncio.run(prepared(url, chats))
        done, killed = _Sent(api), 0
        life = subscribers / RATE / (kills + 1)
        lives = [start(api, url) for _ in range(processes)]
        try:
            while killed < kills and done.count() < subscribers:
                done.wait_for_more(PATIENCE)
                time.sleep(dice.uniform(0, 1.6 * life))
                victim = dice.randrange(processes)
                lives[victim].send_signal(signal.SIGKILL)
                lives[victim].wait()
                killed += 1
                lives[victim] = start(api, url)
            _wait_for(lambda: asyncio.run(_waiting(url)) == 0, 2 * subscribers / RATE + LEASE + PATIENCE, every=0.3)
        finally:
            for process in lives:
                process.terminate()
                process.wait(20)
        times = done.by_chat()
    missed = sum(times[chat] == 0 for chat in chats)
    return Result(subscribers, killed, missed, sum(times.values()) - len(times), time.monotonic() - begun)


class _Sent:
    """The messages that the stand-in has taken."""

    def __init__(self, api: BotApi) -> None:
        self._api, self._after = api, 0
        self._times = Counter[int]()

    def by_chat(self) -> Counter[int]:
        for call in self._api.call("calls", method="sendMessage", after=self._after, limit=20_000):
            self._after = call["n"]
            if call["status"] == 200:
                self._times[int(call["params"]["chat_id"])] += 1
        return self._times

    def count(self) -> int:
        return self.by_chat().total()

    def wait_for_more(self, patience: float) -> None:
        before = self.count()
        _wait_for(lambda: self.count() > before, patience)


async def _waiting(url: str) -> int:
    database = Database(url_of(url, Path()))
    try:
        async with database.reading() as connection:
            unsent = select(func.count()).select_from(deliveries).where(deliveries.c.state != "sent")
            return await connection.scalar(unsent) or 0
    finally:
        await database.close()


def start(api: BotApi, url: str, rate: float = RATE, lease: float = LEASE) -> subprocess.Popen[bytes]:
    """A process that sends."""
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": api.token,
        "TELEGRAM_API_BASE_URL": api.url,
        "SENDING_RATE": f"{rate}",
        "SENDING_LEASE": f"{lease}",
    }
    return subprocess.Popen([sys.executable, str(PROCESS), url], cwd=PROJECT, env=environment)


def _wait_for(holds: Callable[[], bool], patience: float, every: float = 0.05) -> None:
    end = time.monotonic() + patience
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError("nothing was sent for too long")
        time.sleep(every)  # looking takes time from those that are looked at


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    """Addresses of an empty database of each kind."""
    with tempfile.TemporaryDirectory(prefix="bot-kill-") as folder, postgresql() as server:
        yield {"SQLite": f"sqlite:///{folder}/kill.sqlite3", "PostgreSQL": server}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.subscriptions.killing", description=__doc__)
    parser.add_argument("--subscribers", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=50)
    options = parser.parse_args()
    well = True
    for processes in (1, 2):
        with databases() as found:
            for name, url in found.items():
                result = under_fire(url, options.subscribers, options.kills, processes)
                print(f"{name}, {processes} at a time: {result}", flush=True)
                well = well and not result.missed and result.repeats <= result.kills
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())

"""How quick is it? python -m tests.subscriptions.measuring

100,000 subscribers enqueued on both databases; sending at the permitted rate; and without a limit, beside a bare loop
of python-telegram-bot's send_message.
"""

import argparse
import asyncio
import os
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from telegram import Bot

from tests.botapi.client import BotApi
from tests.subscriptions.killing import databases, start
from tests.subscriptions.stock import prepared

NO_LIMIT = 100_000.0


def sent(url: str, messages: int, rate: float) -> tuple[float, float, float]:
    """Messages a second, and the sender's memory in MB after the first tenth and at the end."""
    with BotApi() as api:
        chats = api.call("bulk", n=messages)["users"]
        asyncio.run(prepared(url, chats))
        with start(api, url, rate, lease=30.0) as process:
            early = 0.0
            while (count := api.call("stats")["counts"].get("sendMessage 200", 0)) < messages:
                early = early or (memory(process.pid) if count > messages / 10 else 0.0)
                time.sleep(0.1)
            late = memory(process.pid)
            process.terminate()
        moments = sorted(c["at"] for c in api.call("calls", method="sendMessage", limit=20_000) if c["status"] == 200)
    return (len(moments) - 1) / (moments[-1] - moments[0]), early, late


async def bare_loop(api: BotApi, chats: Sequence[int]) -> float:
    """Messages a second of the least that one can write."""
    async with Bot(api.token, f"{api.url}/bot") as bot:
        begun = time.monotonic()
        for chat in chats:
            await bot.send_message(chat, "🔔 Geändert: train – time\n\nbisher 6, jetzt 5 [1]")
        return len(chats) / (time.monotonic() - begun)


def memory(pid: int) -> float:
    """Resident memory of a process in MB."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.subscriptions.measuring", description=__doc__)
    parser.add_argument("--subscribers", type=int, default=100_000)
    parser.add_argument("--messages", type=int, default=600)
    options = parser.parse_args()
    print("\n## Subscriptions\n")
    with databases() as found:
        for name, url in found.items():
            seconds = asyncio.run(prepared(url, range(1, options.subscribers + 1)))
            print(f"{options.subscribers:,} enqueued, {name}: {seconds:.1f} s", flush=True)
    with databases() as found:
        for name, url in found.items():
            rate, early, late = sent(url, options.messages, 30.0)
            print(f"sending at 30 a second, {name}: {rate:.2f} a second, {early:.0f} -> {late:.0f} MB", flush=True)
    with databases() as found:
        for name, url in found.items():
            rate, early, late = sent(url, options.messages, NO_LIMIT)
            print(f"without a limit, {name}: {rate:.0f} a second, {early:.0f} -> {late:.0f} MB", flush=True)
    with BotApi() as api:
        chats = api.call("bulk", n=options.messages)["users"]
        rates = [asyncio.run(bare_loop(api, chats)) for _ in range(3)]
    print(f"a bare loop of send_message: {statistics.median(rates):.0f} a second")


if __name__ == "__main__":
    main()

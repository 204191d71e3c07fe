"""A process that sends what the outbox holds to the stand-in, until a signal: python sending_process.py URL.

TELEGRAM_* as for the bot; SENDING_RATE and SENDING_LEASE set the terms, SENDING_LANES how many may be in flight.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from telegram import Bot

from bot.channels.telegram.courier import TelegramCourier
from bot.channels.telegram.requests import BoundedRequest
from bot.i18n import load_voices
from bot.settings import ROOT
from bot.subscriptions.delivering.claiming import Terms
from bot.subscriptions.delivering.marking import Habits
from bot.subscriptions.delivering.notices import Notices
from bot.subscriptions.delivering.notifier import Notifier, worker_name
from bot.subscriptions.delivering.outbox import Outbox
from bot.subscriptions.storage.database import Database, url_of
from bot.subscriptions.subscribing.register import Register


async def main() -> None:
    os.environ["PTB_TIMEDELTA"] = "1"
    rate, lease = float(os.environ["SENDING_RATE"]), float(os.environ["SENDING_LEASE"])
    database = Database(url_of(sys.argv[1], Path()))
    outbox = Outbox(database, worker_name(), Terms(batch=int(min(50, max(5, rate / 2))), lease=lease, rate=rate))
    habits = Habits(idle=0.1, lanes=int(os.environ.get("SENDING_LANES", Habits.lanes)))
    request = BoundedRequest()
    base = f"{os.environ['TELEGRAM_API_BASE_URL']}/bot"
    async with Bot(os.environ["TELEGRAM_BOT_TOKEN"], base, request=request) as bot:
        compose = Notices(load_voices(ROOT / "locales", {}), lambda: {"train"}).compose
        notifier = Notifier(outbox, Register(database).moved, TelegramCourier(bot), compose, habits)
        task = asyncio.create_task(notifier.run())
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        await asyncio.gather(task, return_exceptions=True)
        await notifier.close()
    await database.close()


if __name__ == "__main__":
    asyncio.run(main())

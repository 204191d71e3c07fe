"""What all tests share."""

import os
from pathlib import Path

# python-telegram-bot's own switch: pauses as timedelta, and no warning about the older form.
os.environ["PTB_TIMEDELTA"] = "1"

# What the tests build of the facts is built once for all of them and the processes that they start, and is found again
# as long as neither facts nor code change; the bot's own files beside it stay.
os.environ.setdefault("BOT_CACHE", str(Path(__file__).resolve().parents[1] / ".cache" / "tests"))

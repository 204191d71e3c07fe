"""What all tests share."""

import os
from pathlib import Path

# python-telegram-bot's own switch: pauses as timedelta, and no warning about the older form.
os.environ["PTB_TIMEDELTA"] = "1"

# The tests are about the bot as it comes: whatever the environment sets of it is left out, but for where it keeps what
# it has built.
for name in [
    name for name in os.environ if name.startswith(("BOT_", "TELEGRAM_", "WEBHOOK_", "DATA_DIR", "DATABASE_URL"))
]:
    if name != "BOT_CACHE":
        del os.environ[name]

# What the tests build of the facts is built once for all of them and the processes that they start, and is found again
# as long as neither facts nor code change; the bot's own files beside it stay.
os.environ.setdefault("BOT_CACHE", str(Path(__file__).resolve().parents[1] / ".cache" / "tests"))

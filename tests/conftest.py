"""What all tests share."""

import os

# python-telegram-bot's own switch: pauses as timedelta, and no warning about the older form.
os.environ["PTB_TIMEDELTA"] = "1"

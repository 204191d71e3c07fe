"""The Telegram channel as a process of its own, with the fake desk behind it: what tests of the channel run."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from bot.channels.telegram.application import serve
from bot.i18n import load_voices
from bot.logs import set_up_logging
from bot.settings import Settings
from tests.fakes import FakeDesk


def main() -> int:
    settings = Settings.from_environment(os.environ)
    set_up_logging(settings.log_level, settings.token)
    return serve(settings, FakeDesk(), load_voices(settings.locales, {}))


if __name__ == "__main__":
    sys.exit(main())

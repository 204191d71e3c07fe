"""`chat`: the conversation in the terminal, at once."""

import argparse
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

from bot.channels.console import converse
from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`chat` has no arguments of its own."""


def run(_options: argparse.Namespace, settings: Settings) -> int:
    """Talk until the input ends."""
    from bot.app import build

    signal.signal(signal.SIGTERM, _leave)
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        converse(build(settings).desk, _language(os.environ.get("LC_ALL") or os.environ.get("LANG") or ""))
    except KeyboardInterrupt:
        print()
    return 0


def _language(locale: str) -> str | None:
    """The language code in a locale's name such as de_AT.UTF-8; None for C and POSIX."""
    code = locale.partition(".")[0].partition("_")[0]
    return code if len(code) == 2 else None


def _leave(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)

"""Picks the verb, reads the settings, and turns every expected error into one line and an exit status.

Only the chosen verb's module is imported, and each imports late what is heavy: `ask` must answer within a second.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, cast

from bot.errors import DealBotError, SettingsError
from bot.settings import Settings

DEFAULT = "serve"
VERBS = {
    "serve": "answer in Telegram; without a token, in the terminal (the default)",
    "chat": "talk in the terminal",
    "ask": "ask from the command line and print the reply",
    "check": "hold the facts against their rules and, with --sources, against the texts",
    "publish": "tell subscribers what has changed in the facts since the last time",
    "deliveries": "show which news wait, were sent, failed or expired",
    "feedback": "show what people found wrong with answers",
    "digest": "print a text's paragraphs with their digests, for sources.yaml",
}
FAILED, MISUSED = 1, 2
"""Exit statuses: it could not be done; it was asked for in a wrong way (arguments, settings)."""


class Verb(Protocol):
    """What a module of bot.cli offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the verb's own arguments."""

    def run(self, options: argparse.Namespace, settings: Settings) -> int:
        """Do it; returns the exit status."""


def main(argv: Sequence[str]) -> int:
    """Run one command line (without the program's name); returns the exit status."""
    named = argv[:1] and (argv[0] in VERBS or argv[0] in {"-h", "--help"} or not argv[0].startswith("-"))
    words = list(argv) if named else [DEFAULT, *argv]
    parser = argparse.ArgumentParser(prog="run_bot.py", description="Answers questions about sourced deals.")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    parsers = {name: verbs.add_parser(name, help=summary, description=summary) for name, summary in VERBS.items()}
    if words[0] not in VERBS:
        parser.parse_args(words)
    verb = cast(Verb, importlib.import_module(f"bot.cli.{words[0]}"))
    parsers[words[0]].add_argument("--knowledge", type=Path, metavar="DIR", help="another folder of facts")
    verb.add_arguments(parsers[words[0]])
    return _run(verb, parser.parse_args(words))


def _run(verb: Verb, options: argparse.Namespace) -> int:
    try:
        settings = Settings.from_environment(os.environ)
        if options.knowledge:
            settings = replace(settings, knowledge=_existing(options.knowledge))
        return verb.run(options, settings)
    except SettingsError as error:
        return complain(str(error), MISUSED)
    except DealBotError as error:
        return complain(str(error), FAILED)
    except BrokenPipeError:
        # Whoever read our output has had enough (`ask … | head`); a second complaint at exit is kept away.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def complain(line: str, status: int) -> int:
    """Print one line on standard error; returns the status."""
    print(f"run_bot.py: {' '.join(line.split())}", file=sys.stderr)
    return status


def _existing(folder: Path) -> Path:
    if not folder.is_dir():
        raise SettingsError("--knowledge", str(folder), "no such folder")
    return folder

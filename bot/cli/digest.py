"""`digest`: prints a text's paragraphs, numbered as citations count them, and their digests for sources.yaml."""

import argparse
import sys
from pathlib import Path

from bot.errors import DealBotError
from bot.settings import Settings


class TextError(DealBotError):
    """The text can't be read."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `digest`."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a source text, UTF-8")
    parser.add_argument("--paragraphs", action="store_true", help="print the numbered paragraphs instead, to read")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print the digests as sources.yaml wants them, or the paragraphs."""
    del settings
    from bot.facts.digest import digest, paragraphs

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    for name in options.files:
        path = Path(name)
        try:
            found = paragraphs(path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it isn't UTF-8"
            raise TextError(f"digest: {name} can't be read ({reason})") from None
        if options.paragraphs:
            for number, paragraph in enumerate(found, 1):
                print(f"{number}: {paragraph}")
            continue
        print(f"    document: {path.name}")
        print("    digests:")
        for number, paragraph in enumerate(found, 1):
            print(f"      - {digest(paragraph)}  # {number}")
    return 0

"""Builds from a knowledge folder and keeps what was built, for another process that starts this one (see bot.apart)."""

import sys
from pathlib import Path

from bot.apart import told_apart
from bot.app import build_from


def main(knowledge: str, locales: str, cache: str) -> None:
    """Build and keep. Raises KnowledgeError, which whoever started this finds for himself."""
    build_from(Path(knowledge), Path(locales), Path(cache))


if __name__ == "__main__":
    told_apart()
    main(*sys.argv[1:])

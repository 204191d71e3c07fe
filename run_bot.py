"""The command line: `python run_bot.py [serve|chat|ask|check|…]`. Everything else is in bot.cli."""

import sys

from bot.cli.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The command line: `python run_bot.py [serve|chat|ask|check|…]`. Everything else is in bot.cli."""

import sys

OLDEST = (3, 11)
SET_UP = "run `make setup`, then `.venv/bin/python run_bot.py …`"


def run() -> int:
    """Run the command line; a Python that can't is told so in one line."""
    if sys.version_info < OLDEST:
        return unfit(f"needs Python {'.'.join(map(str, OLDEST))} or newer, and this is {sys.version.split()[0]}")
    try:
        from bot.cli.main import main  # noqa: PLC0415 - an older Python can't even read it

        return main(sys.argv[1:])
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing in ("", "bot"):
            raise
        return unfit(f"the package {missing!r} isn't installed for {sys.executable}")


def unfit(reason: str) -> int:
    """Say why this Python can't run the bot; returns the exit status."""
    sys.stderr.write(f"run_bot.py: {reason}: {SET_UP}\n")
    return 1


if __name__ == "__main__":
    sys.exit(run())

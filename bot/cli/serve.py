"""`serve`: Telegram, when there is a token; else one line that says so, and the conversation in the terminal."""

import argparse
import sys

from bot.cli.alone import serving_in
from bot.settings import Settings

_BOTH = "end one of them, or give each a DATA_DIR of its own, unless they are meant to share it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`serve` has no arguments of its own."""


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Serve until a signal ends it."""
    if settings.token is None:
        print("TELEGRAM_BOT_TOKEN is not set, so the conversation opens here, in the terminal.", file=sys.stderr)
        from bot.cli import chat

        return chat.run(options, settings)
    with serving_in(settings.folder) as other:
        if other:
            print(f"run_bot.py: process {other} serves from {settings.folder}, too: {_BOTH}", file=sys.stderr)
        return _serve(settings)


def _serve(settings: Settings) -> int:
    from bot.app import build
    from bot.channels.telegram.application import serve
    from bot.channels.telegram.parts import Extras
    from bot.live import Live
    from bot.logs import set_up_logging
    from bot.subscriptions.office import Office
    from bot.subscriptions.storage.migrating import migrate_apart
    from bot.watching import watch

    set_up_logging(settings.log_level, settings.token)
    live = Live(build(settings, lean=True), settings.cache)  # nobody else keeps the App: another takes its place
    office = Office(settings, live.room, migrate_apart)
    extras = Extras(
        conversations=office.conversations,
        inline=live,
        gallery=live,
        feedback=office.feedback,
        subscriptions=office.following,
        office=office,
        beside=(lambda: watch(live, settings),),
    )
    return serve(settings, live, live.room().voices, extras)

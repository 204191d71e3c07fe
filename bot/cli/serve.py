"""`serve`: Telegram, when there is a token; else one line that says so, and the conversation in the terminal."""

import argparse
import sys

from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`serve` has no arguments of its own."""


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Serve until a signal ends it."""
    if settings.token is None:
        print("TELEGRAM_BOT_TOKEN is not set, so the conversation opens here, in the terminal.", file=sys.stderr)
        from bot.cli import chat

        return chat.run(options, settings)
    from bot.answering.inline import InlineDesk
    from bot.app import build
    from bot.channels.feedback import FeedbackFile
    from bot.channels.telegram.application import serve
    from bot.channels.telegram.parts import Extras
    from bot.logs import set_up_logging
    from bot.pictures.gallery import Gallery

    set_up_logging(settings.log_level, settings.token)
    app = build(settings)
    pictures = settings.cache / "pictures" if settings.cache else None
    extras = Extras(
        inline=InlineDesk(app.room), gallery=Gallery(app.room, pictures), feedback=FeedbackFile(settings.folder)
    )
    return serve(settings, app.desk, app.room.voices, extras)

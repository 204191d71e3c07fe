"""One language's voice: how values, names and the bot's own texts are said to a reader."""

from bot.i18n.voice import Voice, load_voices

__all__ = ["Voice", "load_voices"]

"""The bot's commands, name and descriptions in Telegram, in both languages; set at start, and only what differs.

English is what Telegram shows where there is nothing for the user's language. Telegram limits such changes strictly, so
a refusal is noted and nothing waits for it.
"""

import asyncio
import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.channels.telegram.menus import menu
from bot.channels.texts import Speaker, Voices
from bot.facts.model import LANGUAGES

FALLBACK = "en"
LOG = logging.getLogger(__name__)


async def publish_profile(bot: Bot, voices: Voices) -> None:
    """Bring what Telegram shows about the bot into line with the catalogs."""
    for language in sorted(LANGUAGES, key=lambda language: language != FALLBACK):
        code = "" if language == FALLBACK else language
        steps = (_commands, _name, _description, _short_description)
        outcomes = await asyncio.gather(*(step(bot, voices[language], code) for step in steps), return_exceptions=True)
        for step, outcome in zip(steps, outcomes, strict=True):
            if isinstance(outcome, TelegramError):
                LOG.warning("the bot's%s (%s) can't be set: %s", step.__name__.replace("_", " "), language, outcome)
            elif isinstance(outcome, BaseException):
                raise outcome


async def _commands(bot: Bot, voice: Speaker, code: str) -> None:
    wanted = menu(voice)
    if await bot.get_my_commands(language_code=code) != wanted:
        await bot.set_my_commands(wanted, language_code=code)


async def _name(bot: Bot, voice: Speaker, code: str) -> None:
    wanted = voice.text("telegram.profile.name")
    if (await bot.get_my_name(code)).name != wanted:
        await bot.set_my_name(wanted, code)


async def _description(bot: Bot, voice: Speaker, code: str) -> None:
    wanted = voice.text("telegram.profile.description")
    if (await bot.get_my_description(code)).description != wanted:
        await bot.set_my_description(wanted, code)


async def _short_description(bot: Bot, voice: Speaker, code: str) -> None:
    wanted = voice.text("telegram.profile.short_description")
    if (await bot.get_my_short_description(code)).short_description != wanted:
        await bot.set_my_short_description(wanted, code)

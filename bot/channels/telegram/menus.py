"""The command menu of a chat whose language was fixed by /language: it follows that, not the language of the app."""

from telegram import Bot, BotCommand, BotCommandScopeChat

from bot.answering.room.conversation import Conversation
from bot.channels.telegram.commands import COMMANDS
from bot.channels.telegram.parts import Parts
from bot.channels.telegram.sending import Place
from bot.channels.texts import Speaker


def menu(voice: Speaker) -> tuple[BotCommand, ...]:
    """The commands with their descriptions in one language."""
    return tuple(BotCommand(name, voice.text(f"telegram.command.{name}")) for name in COMMANDS)


async def follow_language(bot: Bot, parts: Parts, place: Place, before: Conversation, after: Conversation) -> None:
    """Give the chat a menu of its own when its language was fixed, and take it away when it is automatic again."""
    if before.language == after.language:
        return
    scope = BotCommandScopeChat(place.chat)
    if after.language is None:
        await parts.sender.quietly(bot.delete_my_commands(scope))
    else:
        await parts.sender.quietly(bot.set_my_commands(menu(parts.voices[after.language]), scope))

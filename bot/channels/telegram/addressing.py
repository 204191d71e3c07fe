"""Is this message meant for the bot, and what does it ask? Private messages always are; in a group one must address it.

A group addresses it by a mention, by a reply to one of its messages, by /ask or another of its commands. Who says no
more than that in a reply to somebody else's message asks what is written there, or the part of it that they quote. What
stands below a picture is read as a text.
"""

import re
from dataclasses import dataclass

from telegram import Bot, CallbackQuery, Message, MessageEntity
from telegram.constants import ChatType

from bot.channels import following
from bot.channels.telegram.commands import COMMANDS
from bot.channels.telegram.sending import Place

COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]+)(?:@(?P<bot>[A-Za-z0-9_]+))?(?P<rest>\s.*)?", re.DOTALL)

_JOINTS = " ,:;–-\n"
_SIGNS = _JOINTS + "?!.…"
"""Who sends no more than these says nothing: "@deal_bot?"."""

_HELP = "/help"
"""What is asked by who only addresses the bot."""

KNOWN = frozenset({*COMMANDS, *following.COMMANDS, *following.OTHER_NAMES, "lang"})
"""The commands that a group needn't name the bot for: the menu's and those that are left out of it for brevity."""


@dataclass(frozen=True)
class Question:
    """What is asked, where, by a user of which language. `insists`: a reply is due even when there is no answer."""

    text: str
    place: Place
    message: int
    hint: str | None
    insists: bool

    @property
    def key(self) -> str:
        """The key of its conversation."""
        return self.place.key


def question_in(message: Message, bot: Bot) -> Question | None:
    """The question of a message; None when it isn't meant for this bot."""
    text = text_of(message)
    private = message.chat.type == ChatType.PRIVATE
    command = COMMAND.fullmatch(text.strip())
    if command:
        other = command["bot"] and command["bot"].lower() != bot.username.lower()
        if other or not (private or command["name"].lower() in KNOWN or command["bot"]):
            return None
        asked = _asked(command)
    elif private:
        asked = _unaddressed(message, bot)
    else:
        mentioned = _without_mentions(message, bot)
        if mentioned is None and not _replies_to(message, bot):
            return None
        asked = text if mentioned is None else mentioned
    user = message.from_user
    return Question(
        asked or _pointed_at(message, bot) or _HELP,
        place_of(message, quote=not private),
        message.message_id,
        user.language_code if user else None,
        insists=private or command is not None,
    )


def guest_question(message: Message, bot: Bot) -> str:
    """What a message asks by which the bot was called into another chat."""
    mentioned = _without_mentions(message, bot)
    return (text_of(message) if mentioned is None else mentioned) or _pointed_at(message, bot) or _HELP


def text_of(message: Message) -> str:
    """What is written in a message, or below the picture or file in it."""
    return message.text or message.caption or ""


def place_of(message: Message, *, quote: bool) -> Place:
    """Where a reply to the message goes; a thread is kept only in chats that have topics."""
    thread = message.message_thread_id if message.is_topic_message else None
    return Place(message.chat.id, thread, message.message_id if quote else None)


def place_of_tap(query: CallbackQuery, *, quote: bool = False) -> Place:
    """Where a reply to a tapped button goes; a message that is too old to be seen has no thread."""
    if isinstance(query.message, Message):
        return place_of(query.message, quote=quote)
    return Place(query.message.chat.id) if query.message else Place(0)


def _asked(command: re.Match[str]) -> str:
    """A command as the desk reads it: without the bot's name; /ask is only the way to address it, "" if it is all."""
    rest = (command["rest"] or "").strip()
    if command["name"].lower() == "ask":
        return _said(rest)
    return f"/{command['name'].lower()} {rest}".rstrip()


def _replies_to(message: Message, bot: Bot) -> bool:
    answered = message.reply_to_message
    return bool(answered and answered.from_user and answered.from_user.id == bot.id)


def _pointed_at(message: Message, bot: Bot) -> str:
    """What somebody else wrote, where a message that says nothing itself replies to it; "" if it replies to nobody."""
    answered = message.reply_to_message
    if answered is None or _replies_to(message, bot):
        return ""
    quoted = message.quote.text if message.quote else text_of(answered)
    command = COMMAND.fullmatch(quoted.strip())
    if command:  # it was meant for another, or went unheard
        return _asked(command) if command["name"].lower() == "ask" else ""
    return quoted.strip()


def _unaddressed(message: Message, bot: Bot) -> str:
    """What is said in a private chat: nobody needs to address the bot there, who does so all the same asks the rest."""
    text = text_of(message)
    begins = any(not text[: entity.offset].strip() for entity in _mentions(message, bot))
    return (_without_mentions(message, bot) or "") if begins else text


def _without_mentions(message: Message, bot: Bot) -> str | None:
    """The text without the bot's mentions, "" when they are all of it; None when it isn't mentioned."""
    mentions = _mentions(message, bot)
    if not mentions:
        return None
    text = _utf16(message)
    for entity in reversed(mentions):
        text = text[: 2 * entity.offset] + text[2 * (entity.offset + entity.length) :]
    return _said(text.decode("utf-16-le", "surrogatepass"))


def _said(text: str) -> str:
    """What is said beside an address; "" if it is only signs."""
    return text.strip(_JOINTS) if text.strip(_SIGNS) else ""


def _mentions(message: Message, bot: Bot) -> list[MessageEntity]:
    """Where the bot is mentioned, by its name or as a user."""
    text, found = _utf16(message), list[MessageEntity]()
    for entity in message.entities or message.caption_entities:
        start, end = 2 * entity.offset, 2 * (entity.offset + entity.length)
        named = text[start:end].decode("utf-16-le", "replace").lower() == f"@{bot.username.lower()}"
        by_id = entity.type == MessageEntity.TEXT_MENTION and entity.user is not None and entity.user.id == bot.id
        if by_id or (entity.type == MessageEntity.MENTION and named):
            found.append(entity)
    return found


def _utf16(message: Message) -> bytes:
    """The text as Telegram counts its letters, two bytes each."""
    return text_of(message).encode("utf-16-le", "surrogatepass")

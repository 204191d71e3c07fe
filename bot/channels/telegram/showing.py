"""Shows a reply in a chat: its picture, its text, its buttons. The one way from a reply to messages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from telegram import Bot, InlineKeyboardMarkup, Message

from bot.answering.reply import Reply
from bot.channels.telegram.actions import actions, back
from bot.channels.telegram.addressing import conversation_key
from bot.channels.telegram.busy import typing
from bot.channels.telegram.formatting import caption, messages
from bot.channels.telegram.keyboards import keyboard
from bot.channels.telegram.parts import Parts
from bot.channels.telegram.sending import Place

Ids = tuple[int, ...]


@dataclass(frozen=True)
class Look:
    """A reply as it is to be seen: the texts of its messages, and the buttons below the last."""

    texts: Sequence[str]
    buttons: InlineKeyboardMarkup | None

    @property
    def digest(self) -> str:
        """What tells it from another look, in few letters."""
        look = repr((*self.texts, self.buttons.to_dict() if self.buttons else None))
        return sha256(look.encode("utf-8", "replace")).hexdigest()[:16]


class Showing:
    """Lays out replies and lets the sender send them. `label` goes above the text: the question tapped."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def look(self, bot: Bot, reply: Reply, question: int | None, label: str = "") -> Look:
        """What the reply to the message `question` (None: it isn't one) looks like."""
        return Look(messages(reply, label), self.buttons(bot, reply, question))

    async def send(self, bot: Bot, place: Place, reply: Reply, look: Look) -> Ids:
        """Send the reply, with its picture if it has one; returns the ids of the text's messages."""
        gallery = self._parts.extras.gallery
        if gallery and reply.picture:
            async with typing(bot, self._parts.sender, place):
                picture = await gallery.picture(reply.picture, reply.language)
            if picture:
                await self._parts.sender.send_photo(place, picture.key, picture.png, caption(picture.caption))
                place = replace(place, quote=None)  # the picture bears it
        self._told(place, reply)
        return await self._parts.sender.send(place, look.texts, look.buttons)

    async def rewrite(self, place: Place, old: Sequence[int], reply: Reply, look: Look) -> Ids:
        """Let the reply take the place of older messages."""
        self._told(place, reply)
        return await self._parts.sender.rewrite(place, old, look.texts, look.buttons)

    async def change(self, place: Place, message: Message, reply: Reply, buttons: InlineKeyboardMarkup | None) -> None:
        """Let the message become the reply, unless it is already: Telegram refuses an edit that changes nothing."""
        texts = messages(reply)
        if not self._parts.sender.edits.shows(message, texts, buttons):
            self._told(place, reply)
            await self._parts.sender.rewrite(place, [message.message_id], texts, buttons)

    def buttons(self, bot: Bot, reply: Reply, question: int | None) -> InlineKeyboardMarkup | None:
        """The reply's choices and what can be done with it."""
        voice, follows = self._parts.voices[reply.language], self._parts.extras.subscriptions is not None
        return keyboard(reply, actions(reply, voice, bot.username, question, follows=follows))

    def _told(self, place: Place, reply: Reply) -> None:
        if self._parts.extras.office:
            self._parts.extras.office.told(conversation_key(place), reply)

    def sources(self, reply: Reply, token: str) -> InlineKeyboardMarkup | None:
        """The buttons under the sources of the answer that the token opens."""
        return keyboard(reply, [back(token, reply.language, self._parts.voices[reply.language])])

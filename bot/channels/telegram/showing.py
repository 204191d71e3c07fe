"""Shows a reply in a chat: its picture, its text, its buttons. The one way from a reply to messages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from telegram import Bot, InlineKeyboardMarkup, Message

from bot.answering.room.reply import Reply
from bot.channels.telegram.actions import actions, back, rated_as
from bot.channels.telegram.busy import typing
from bot.channels.telegram.formatting import caption, messages
from bot.channels.telegram.keyboards import keyboard
from bot.channels.telegram.opinions import at_stage
from bot.channels.telegram.parts import Parts
from bot.channels.telegram.sending import Photo, Place
from bot.channels.telegram.trail import Trail


@dataclass(frozen=True)
class Shown:
    """The messages that a reply has become, by their ids: those of its text, and its picture if it has one."""

    texts: tuple[int, ...]
    picture: int | None = None


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

    async def send(self, bot: Bot, place: Place, reply: Reply, look: Look) -> Shown:
        """Send the reply, with its picture if it has one."""
        return await self._sent(place, reply, look, await self._drawn(bot, place, reply))

    async def rewrite(self, bot: Bot, place: Place, old: Shown, reply: Reply, look: Look) -> Shown:
        """Let the reply take the place of an older one, with picture and text."""
        sender, photo = self._parts.sender, await self._drawn(bot, place, reply)
        if photo and not (old.picture and await sender.change_photo(place, old.picture, photo)):
            # Nothing can be put above what stands there.
            await sender.take_back(place, (*filter(None, (old.picture,)), *old.texts))
            return await self._sent(place, reply, look, photo)
        if old.picture and not photo:
            await sender.take_back(place, [old.picture])
        self._told(place, reply)
        texts = await sender.rewrite(place, old.texts, look.texts, look.buttons)
        return Shown(texts, old.picture if photo else None)

    async def _sent(self, place: Place, reply: Reply, look: Look, photo: Photo | None) -> Shown:
        picture = await self._parts.sender.send_photo(place, photo) if photo else None
        if photo:
            place = replace(place, quote=None)  # the picture bears it
        self._told(place, reply)
        return Shown(await self._parts.sender.send(place, look.texts, look.buttons), picture)

    async def _drawn(self, bot: Bot, place: Place, reply: Reply) -> Photo | None:
        """The reply's picture, if it has one and it can be drawn."""
        gallery = self._parts.extras.gallery
        if gallery is None or reply.picture is None:
            return None
        async with typing(bot, self._parts.sender, place):
            picture = await gallery.picture(reply.picture, reply.language)
        return Photo(picture.key, picture.png, caption(picture.caption)) if picture else None

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
            self._parts.extras.office.told(place.key, reply)

    def sources(self, reply: Reply, answer: Trail) -> InlineKeyboardMarkup | None:
        """The buttons under the sources of the answer to which the trail leads back."""
        return keyboard(reply, [back(answer.code, reply.language, self._parts.voices[reply.language])])

    def again(self, bot: Bot, reply: Reply, trail: Trail) -> InlineKeyboardMarkup | None:
        """The buttons of a reply that comes back: rated as far as it was, by the same name, so that it counts once."""
        rated, voice = rated_as(reply, trail.question), self._parts.voices[reply.language]
        return at_stage(self.buttons(bot, reply, trail.question), trail.stage, rated, reply.language, voice)

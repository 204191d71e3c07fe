"""What this process last made of its messages.

A tap carries its message as it was when it was tapped. When another tap on it was served in between, that is an old
picture, and Telegram refuses an edit that changes nothing.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.channels.telegram.formatting import plain

MOST = 500
"""So many messages are remembered: those which people tap on at the same time."""

Rows = Sequence[Sequence[InlineKeyboardButton]]


@dataclass(frozen=True)
class Edit:
    """What a message became: its HTML, None when only its buttons were changed, and its buttons."""

    text: str | None
    buttons: InlineKeyboardMarkup | None


class Edits:
    """The last edits. `alone`: nobody else edits these messages; else none is remembered, and the tap is believed."""

    def __init__(self, *, alone: bool) -> None:
        self._most = MOST if alone else 0
        self._last = OrderedDict[tuple[int, int], Edit]()

    def note(self, chat: int, message: int, edit: Edit) -> None:
        """The message became this."""
        before = self._last.pop((chat, message), edit)
        self._last[chat, message] = Edit(edit.text or before.text, edit.buttons)
        while len(self._last) > self._most:
            self._last.popitem(last=False)

    def rows(self, message: Message) -> Rows:
        """The buttons of a message that was tapped, as they are now."""
        known = self._last.get((message.chat.id, message.message_id))
        markup = known.buttons if known else message.reply_markup
        return markup.inline_keyboard if markup else ()

    def shows(self, message: Message, texts: Sequence[str], buttons: InlineKeyboardMarkup | None) -> bool:
        """Whether a message that was tapped is all of this already."""
        known = self._last.get((message.chat.id, message.message_id))
        if known and known.text is not None:
            return [known.text] == list(texts) and known.buttons == buttons
        same = [plain(text).strip() for text in texts] == [message.text]
        return same and (known.buttons if known else message.reply_markup) == buttons

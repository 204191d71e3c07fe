"""Choices as inline buttons, and back. All that a button needs is in its callback_data, so old ones outlive a restart.

The form is "1" (its version), "c" (turns a clarification into its answer) or "r" (a related question, answered below),
the language in two letters, then the choice's token: at most 64 bytes.
"""

import re
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answering.reply import Choice, Outcome, Reply
from bot.channels.telegram.formatting import clean

MOST_BYTES = 64
MOST_BUTTONS = 8
LONGEST_LABEL = 60
SHORT_LABEL = 18
"""Two labels up to this length stand side by side on a phone."""

FORM = re.compile(r"1(?P<kind>[cr])(?P<language>[a-z]{2})(?P<token>[\x21-\x7e]{1,60})")


@dataclass(frozen=True)
class Tap:
    """What a tapped button means; `in_place`: the message that holds it becomes the answer."""

    token: str
    language: str
    in_place: bool

    @property
    def code(self) -> str:
        """The callback_data of this button."""
        return f"1{'c' if self.in_place else 'r'}{self.language}{self.token}"

    @classmethod
    def read(cls, code: str | None) -> "Tap | None":
        """The tap behind a callback_data; None for one that this bot never wrote."""
        found = FORM.fullmatch(code or "")
        return cls(found["token"], found["language"], found["kind"] == "c") if found else None


def keyboard(reply: Reply) -> InlineKeyboardMarkup | None:
    """The reply's choices as buttons; None when there are none."""
    in_place = reply.outcome is Outcome.CLARIFY
    buttons = [button for choice in reply.choices[:MOST_BUTTONS] if (button := _button(choice, reply, in_place))]
    rows: list[list[InlineKeyboardButton]] = []
    for button in buttons:
        beside = rows and len(rows[-1]) == 1 and len(rows[-1][0].text) <= SHORT_LABEL
        if beside and len(button.text) <= SHORT_LABEL:
            rows[-1].append(button)
        else:
            rows.append([button])
    return InlineKeyboardMarkup(rows) if rows else None


def _button(choice: Choice, reply: Reply, in_place: bool) -> InlineKeyboardButton | None:
    label = clean(choice.label).replace("\n", " ")
    if len(label) > LONGEST_LABEL:
        label = label[: LONGEST_LABEL - 1].rstrip() + "…"
    code = Tap(choice.token, reply.language, in_place).code
    # A button that Telegram would refuse takes its whole message down; better to go without it.
    return InlineKeyboardButton(label, callback_data=code) if label and FORM.fullmatch(code) else None

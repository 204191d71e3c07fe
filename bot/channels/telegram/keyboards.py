"""Choices as inline buttons, and back. All that a button needs is in its callback_data, so old ones outlive a restart.

The form is "1" (its version), a letter for what a tap does (`Kind`), the language in two letters, then the choice's
token: at most 64 bytes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answering.room.reply import Choice, Outcome, Reply
from bot.channels.telegram.formatting import clean
from bot.facts.model import LANGUAGES

MOST_BUTTONS = 24
LONGEST_LABEL = 60
MOST_KEPT = 2_000
FITTING = ((4, 9), (3, 11), (2, 18), (1, LONGEST_LABEL))
"""How many labels up to which length stand side by side on a phone, if they are of one kind."""

FORM = re.compile(r"1(?P<kind>[a-z])(?P<language>[a-z]{2})(?P<token>[\x21-\x7e]{1,60})")

Row = Sequence[InlineKeyboardButton]


class Kind(StrEnum):
    """What a tap does. The letters are part of buttons that users have: none may change its meaning."""

    IN_PLACE = "c"
    BELOW = "r"
    GOOD = "u"
    BAD = "d"
    NOT_MY_QUESTION = "x"
    NOT_TRUE = "y"
    NOT_CLEAR = "z"
    FOLLOW = "f"
    AWAIT = "w"


KINDS = frozenset(Kind)


@dataclass(frozen=True)
class Tap:
    """What a tapped button means: what to do, in which language, with which token."""

    kind: Kind
    language: str
    token: str

    @property
    def code(self) -> str:
        """The callback_data of this button."""
        return f"1{self.kind}{self.language}{self.token}"

    @classmethod
    def read(cls, code: str | None) -> "Tap | None":
        """The tap behind a callback_data; None for one that this bot never wrote."""
        found = FORM.fullmatch(code or "")
        if not found or found["kind"] not in KINDS or found["language"] not in LANGUAGES:
            return None
        return cls(Kind(found["kind"]), found["language"], found["token"])


class Keyboard(InlineKeyboardMarkup):
    """Buttons with a label and a code or an address, no others: written without looking for all that may be in one."""

    __slots__ = ()

    def to_dict(self, recursive: bool = True) -> dict[str, Any]:  # noqa: ARG002 - the library's own
        """See TelegramObject."""
        return {"inline_keyboard": [[_written(one) for one in row] for row in self.inline_keyboard]}


def _written(one: InlineKeyboardButton) -> dict[str, Any]:
    does = {"url": one.url} if one.url else {"callback_data": one.callback_data}
    return {"text": one.text, **does}


def keyboard(reply: Reply, actions: Iterable[Row] = ()) -> InlineKeyboardMarkup | None:
    """The reply's choices as buttons, the rows of actions below them; None when there are none."""
    unclear = reply.outcome is Outcome.CLARIFY
    rows: list[list[InlineKeyboardButton]] = []
    before: Choice | None = None
    for choice in reply.choices[:MOST_BUTTONS]:
        button = _chosen(choice, reply, unclear)
        if button is None:
            continue
        longest = max(len(other.text) for other in (*(rows[-1] if rows else ()), button))
        if before and _alike(before, choice) and len(rows[-1]) < fitting(longest):
            rows[-1].append(button)
        else:
            rows.append([button])
        before = choice
    whole = [*rows, *(row for row in actions if row)]
    return Keyboard(whole) if whole else None


def _alike(one: Choice, other: Choice) -> bool:
    """Whether two choices may share a row: pages stand with pages, filters with filters."""
    return (one.in_place, one.token[:1], one.sort) == (other.in_place, other.token[:1], other.sort)


def fitting(length: int) -> int:
    """How many labels of this length stand in a row."""
    return next((number for number, longest in FITTING if length <= longest), 1)


@lru_cache(maxsize=MOST_KEPT)
def button(label: str, tap: Tap) -> InlineKeyboardButton | None:
    """A button; None for one that Telegram would refuse, as it would take its whole message down.

    The same few are shown again and again, and making one takes the library longer than all else here: they are kept.
    """
    label = clean(label).replace("\n", " ")
    if len(label) > LONGEST_LABEL:
        label = label[: LONGEST_LABEL - 1].rstrip() + "…"
    return InlineKeyboardButton(label, callback_data=tap.code) if label and FORM.fullmatch(tap.code) else None


def _chosen(choice: Choice, reply: Reply, unclear: bool) -> InlineKeyboardButton | None:
    kind = Kind.IN_PLACE if unclear or choice.in_place else Kind.BELOW
    return button(choice.label, Tap(kind, reply.language, choice.token))

"""What the buttons between an answer and its sources carry on: which question was answered, how far it was rated.

It stands behind the token of what they open, which the desk is to see alone: "<token>~<number><stage>". A button
written before there was one has none, and opens the answer all the same.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

FORM = re.compile(r"(?P<token>.*?)(?:~(?P<number>[0-9a-z]{0,8})(?P<stage>[A-Z]?))?")
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Stage(StrEnum):
    """How far an answer was rated, by the buttons below it. The letters are part of buttons that users have."""

    OPEN = ""
    ASKED = "A"
    """👎 was tapped, and what was wrong is asked."""
    RATED = "R"


@dataclass(frozen=True)
class Trail:
    """What is opened, in answer to which message (None: it isn't known), and how far it was rated before."""

    token: str
    question: int | None = None
    stage: Stage = Stage.OPEN

    @property
    def code(self) -> str:
        """The token of the button."""
        behind = numbered(self.question) + self.stage
        return f"{self.token}~{behind}" if behind else self.token

    @classmethod
    def read(cls, code: str) -> "Trail":
        """The trail behind a button's token."""
        found = FORM.fullmatch(code)
        if not found or found["stage"] not in (None, *Stage):
            return cls(code)
        return cls(found["token"], number(found["number"] or ""), Stage(found["stage"] or ""))


def numbered(number: int | None) -> str:
    """A message id in few letters; nothing for none."""
    digits = ""
    number = number or 0
    while number:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits


def number(digits: str) -> int | None:
    """The message id that the letters stand for, if they do."""
    return int(digits, 36) if digits and set(digits) <= set(DIGITS) and len(digits) <= 8 else None

"""The terminal as a channel: the same conversation as in Telegram, typed or piped.

On a terminal there is a prompt and a layout by rich (bot.channels.terminal); piped input is answered line by line, as
plain text. A number picks one of the choices offered last. The end of the input, /quit or Ctrl-C ends it.
"""

import sys
import time
from collections.abc import Callable
from typing import TextIO

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Choice, Reply
from bot.channels.plain import plain_reply
from bot.channels.receptionist import Receptionist

QUIT = frozenset({"/quit", "/exit"})


class Talk:
    """One conversation with the desk, one line at a time. `hint` is the user's language code, if known."""

    def __init__(self, desk: Receptionist, hint: str | None = None, clock: Callable[[], float] = time.time) -> None:
        self._desk, self._hint, self._clock = desk, hint, clock
        self._conversation = Conversation()
        self._choices: tuple[Choice, ...] = ()

    def say(self, line: str) -> Reply:
        """The reply to a line; a number stands for the choice of that number in the reply before."""
        number = line.strip().rstrip(".)")
        if number.isascii() and number.isdigit() and len(number) < 3 and 1 <= int(number) <= len(self._choices):
            token = self._choices[int(number) - 1].token
            reply, self._conversation = self._desk.choose(token, self._conversation, self._hint, self._clock())
        else:
            reply, self._conversation = self._desk.answer(line, self._conversation, self._hint, self._clock())
        self._choices = reply.choices
        return reply


def converse(desk: Receptionist, hint: str | None = None) -> None:
    """Talk on standard input and output until the input ends."""
    talk = Talk(desk, hint)
    if sys.stdin.isatty() and sys.stdout.isatty():
        from bot.channels.terminal import typed  # noqa: PLC0415 - rich takes its time, a pipe needs none of it

        typed(talk.say, QUIT)
    else:
        piped(talk, sys.stdin, sys.stdout)


def piped(talk: Talk, lines: TextIO, out: TextIO) -> None:
    """Answer line by line, as plain text, until the lines end."""
    for line in lines:
        said = line.strip()
        if said in QUIT:
            return
        if said:
            out.write(plain_reply(talk.say(said)) + "\n\n")
            out.flush()

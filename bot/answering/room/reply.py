"""What the bot says back, free of any channel: text, citations, choices.

The last station of the answering room; a channel only escapes, lays out and sends it.
"""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What kind of reply this is; the values are those of `ask --json`."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    SILENT = "silent"
    OFFTOPIC = "offtopic"
    SMALLTALK = "smalltalk"
    HELP = "help"


@dataclass(frozen=True)
class Choice:
    """Something to tap: `label` in the reader's language, `token` stateless and at most 60 ASCII characters.

    `in_place`: the reply that offers it turns into what it opens, as the next page of a list does. Only choices of one
    `sort` may stand side by side: what is followed apart from what can be done about it.
    """

    label: str
    token: str
    in_place: bool = False
    sort: str = ""


@dataclass(frozen=True)
class Reference:
    """One numbered source line below a reply; `document` is the source's file name."""

    number: int
    source: str
    document: str
    paragraph: int
    line: str


@dataclass(frozen=True)
class Reply:
    """One reply. `blocks` are paragraphs of plain text (with [1] marks); `heading` stands bold above them.

    `token` opens the same reply again, where one token can; `picture` names a picture that goes with it (bot.pictures).
    `helps`: it ends with the commands, to which a channel adds those of its own.
    """

    outcome: Outcome
    language: str
    blocks: tuple[str, ...]
    heading: str | None = None
    facts: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    choices: tuple[Choice, ...] = ()
    score: float = 0.0
    token: str | None = None
    picture: str | None = None
    helps: bool = False

    @property
    def text(self) -> str:
        """The reply as plain text, without the list of sources."""
        parts = (self.heading, *self.blocks) if self.heading else self.blocks
        return "\n\n".join(parts)

"""What the buttons of subscriptions hold: an action and what it is about, short and stateless, so that old ones work.

A code is "n1." (its version), a letter for the action and what belongs to it. A topic is written as letters for its
parts (d deal, e entity, a attribute, g group) with seven hexadecimal digits of each id's SHA-256.
"""

import re
from dataclasses import dataclass
from hashlib import sha256

from babel import Locale

from bot.answering.room.room import Room
from bot.channels.following import BUTTONS
from bot.subscriptions.changes.topic import Topic

MOST_ENTITIES = 4
_EVERYTHING = "*"
_PART = re.compile(r"([deag])([0-9a-f]{7})")

PREVIEW, FOLLOW, AWAIT = "v", "f", "w"
MENU, PICK, LIST, CARD = "m", "k", "l", "i"
PAUSE, RESUME, REMOVE = "p", "r", "x"
FREQUENCY, QUIET, CORRECTIONS = "h", "q", "c"
LEAVE, FORGET, NEVER_MIND = "U", "D", "N"
SHOWING = frozenset({PREVIEW, MENU, PICK, LIST, CARD})
"""The actions that only lead to another page."""


@dataclass(frozen=True)
class Code:
    """An action and what it is about."""

    action: str
    about: str = ""

    def __str__(self) -> str:
        return f"{BUTTONS}{self.action}{self.about}"

    @classmethod
    def read(cls, token: str) -> "Code | None":
        """The code of a token; None for a token of another kind."""
        rest = token.removeprefix(BUTTONS)
        return cls(rest[:1], rest[1:]) if rest != token and rest else None

    @property
    def number(self) -> int | None:
        """What it is about as a number, such as a subscription's id."""
        return int(self.about) if re.fullmatch("[0-9]{1,18}", self.about) else None


def topic_code(topic: Topic) -> str:
    """A topic as part of a code."""
    parts = [("d", topic.deal), *(("e", entity) for entity in topic.entities[:MOST_ENTITIES])]
    parts += [("a", topic.attribute), ("g", topic.group)]
    return "".join(letter + _digest(name) for letter, name in parts if name) or _EVERYTHING


class TopicCodes:
    """Reads topics back; built from the knowledge, so ids that are gone lead to nothing."""

    def __init__(self, room: Room) -> None:
        knowledge = room.knowledge
        groups = {attribute.group for attribute in knowledge.attributes.values()}
        entities = [*Locale.parse("en").territories, *knowledge.entities]
        named = (("d", knowledge.deals), ("e", entities), ("a", knowledge.attributes), ("g", groups))
        self._ids = {letter + _digest(name): name for letter, names in named for name in names}

    def topic(self, code: str) -> Topic | None:
        """The topic, or None when it isn't one of ours."""
        if code == _EVERYTHING:
            return Topic()
        parts = _PART.findall(code)
        names = [(letter, self._ids.get(letter + digits)) for letter, digits in parts]
        if not parts or sum(map(len, map("".join, parts))) != len(code) or not all(name for _, name in names):
            return None
        found = dict(names)
        entities = tuple(sorted(name for letter, name in names if letter == "e" and name))
        return Topic(found.get("d"), entities, found.get("a"), found.get("g"))


def _digest(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:7]

"""What the outbox hands to a worker: a subscriber, and all that is owed to them at this moment."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from bot.subscriptions.changes.content import Content
from bot.subscriptions.changes.difference import Change
from bot.subscriptions.changes.schedule import Wishes

MOST_AT_ONCE = 10
"""Changes in one notice; what else is due goes into the next."""
NO_LONGER = ""
"""Stands for a digest where a chat was told that a fact no longer holds."""


@dataclass(frozen=True)
class Known:
    """What the chat was last told of a fact: the content's digest, or NO_LONGER; and when."""

    digest: str
    at: float


@dataclass(frozen=True)
class Item:
    """One change to tell, with its deliveries: several where the fact has changed again before it could be told."""

    deliveries: tuple[int, ...]
    change: Change
    reason: str
    subscription: int | None
    tries: int
    owed_since: float
    why: Mapping[str, str]
    known: Known | None = None

    @property
    def was_told_this(self) -> bool:
        """Whether the chat was told the old content, so that this is a correction of it."""
        return self.known is not None and self.change.old is not None and self.known.digest == self.change.old.digest

    @property
    def was_told_otherwise(self) -> bool:
        """Whether the chat was told something that is neither the old content nor the new one."""
        new = self.change.new
        return self.known is not None and new is not None and not self.was_told_this and self.known.digest != new.digest


@dataclass(frozen=True)
class Owed:
    """A subscriber, claimed by one worker, with everything to tell in one notice between `slot` and `send_by`."""

    subscriber: int
    chat: str
    language: str
    wishes: Wishes
    items: tuple[Item, ...]
    slot: float = 0.0
    send_by: float = inf

    @property
    def deliveries(self) -> tuple[int, ...]:
        """The ids of its deliveries."""
        return tuple(delivery for item in self.items for delivery in item.deliveries)

    @property
    def group(self) -> bool:
        """Whether the chat is a group; Telegram gives groups negative ids."""
        return self.chat.startswith("-")


def change_of(kind: str, fact: str, old: str | None, new: str | None) -> Change:
    """The change that an announcement's row holds."""
    return Change(kind, fact, Content.from_json(old) if old else None, Content.from_json(new) if new else None)


def why_of(text: str | None) -> Mapping[str, str]:
    """Why a fact was withdrawn, by language, as the publication's row holds it."""
    found: dict[str, str] = json.loads(text) if text else {}
    return found

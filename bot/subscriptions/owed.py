"""What the outbox hands to a worker: a subscriber, and all that is owed to them at this moment."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from bot.subscriptions.content import Content
from bot.subscriptions.difference import Change
from bot.subscriptions.schedule import Wishes

MOST_AT_ONCE = 10
"""Changes in one notice; what else is due goes into the next."""


@dataclass(frozen=True)
class Item:
    """One delivery with its announcement. `told_at`: when the chat was given the old content in an answer."""

    delivery: int
    change: Change
    reason: str
    subscription: int | None
    tries: int
    owed_since: float
    expires_at: float
    why: Mapping[str, str]
    told_at: float | None = None


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
        return tuple(item.delivery for item in self.items)

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

"""What several changes of one fact come to for a subscriber who could be told of none of them yet: one, or nothing.

So nobody hears a value that is outdated already, nor that something has changed from 6 to 6. Pure; see due.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.subscriptions.changes.content import Content
from bot.subscriptions.changes.difference import CHANGED, NEW, WITHDRAWN, Change
from bot.subscriptions.changes.owed import NO_LONGER, Item

REASONS = ("await", "follow", "correction")
"""Why something is owed; the first that applies counts."""


def netted(chain: Sequence[Item], heard: Content | None) -> Item | None:
    """One item for the changes of one fact, oldest first; None when the subscriber knows what holds now.

    `heard`: the content that the chat was last told, where that is known.
    """
    first, last = chain[0], chain[-1]
    chief = min(chain, key=lambda item: REASONS.index(item.reason))
    old, new, known = first.change.old, last.change.new, last.known
    if known and known.digest != _digest(new):
        old = heard or (None if new else last.change.old)
    elif _digest(old) == _digest(new) or (known and chief.reason == "correction"):
        return None
    return replace(
        chief,
        deliveries=tuple(delivery for item in chain for delivery in item.deliveries),
        change=Change(_kind(first, old, new), first.change.fact, old, new),
        tries=max(item.tries for item in chain),
        owed_since=min(item.owed_since for item in chain),
        why=last.why,
    )


def known_among(chain: Sequence[Item]) -> Content | None:
    """The content that the chat was last told, if the chain holds it."""
    known = chain[-1].known
    sides = (content for item in chain for content in (item.change.old, item.change.new) if content)
    return next((content for content in sides if known and content.digest == known.digest), None)


def _kind(first: Item, old: Content | None, new: Content | None) -> str:
    if new is None:
        return WITHDRAWN
    return NEW if old is None and first.change.kind == NEW else CHANGED


def _digest(content: Content | None) -> str:
    return content.digest if content else NO_LONGER

"""What has changed between the facts last announced and those of today."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.subscriptions.changes.content import Content

NEW, CHANGED, WITHDRAWN = "new", "changed", "withdrawn"


@dataclass(frozen=True)
class Change:
    """One fact that is new, says something else, or is gone."""

    kind: str
    fact: str
    old: Content | None
    new: Content | None

    @property
    def latest(self) -> Content:
        """The newest content that there is."""
        content = self.new or self.old
        assert content is not None  # noqa: S101 - for mypy: a change has a side at least
        return content


def difference(before: Mapping[str, Content], now: Mapping[str, Content]) -> tuple[Change, ...]:
    """The changes, in the order of the facts of today, what is gone last."""
    changes = []
    for fact, new in now.items():
        old = before.get(fact)
        if old is None:
            changes.append(Change(NEW, fact, None, new))
        elif old.digest != new.digest:
            changes.append(Change(CHANGED, fact, old, new))
    changes += [Change(WITHDRAWN, fact, old, None) for fact, old in before.items() if fact not in now]
    return tuple(changes)

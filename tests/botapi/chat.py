"""A chat with its messages, and the token buckets that limit how much is said in it."""

import asyncio
import time
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from tests.botapi.wire import Record


class Bucket:
    """A token bucket; wait() is the time until a token is there, take() takes one."""

    def __init__(self, rate: float, burst: float) -> None:
        self.rate, self.burst, self.level, self.at = rate, burst, burst, time.monotonic()

    def wait(self) -> float:
        now = time.monotonic()
        self.level, self.at = min(self.burst, self.level + (now - self.at) * self.rate), now
        return 0 if self.level >= 1 else (1 - self.level) / self.rate

    def take(self) -> None:
        self.level -= 1


class Chat:
    """A private chat (id = the user's), group or supergroup; `messages` maps ids to records (see World.add)."""

    def __init__(self, info: dict[str, Any], ids: Iterator[int], members: Iterable[int] = ()) -> None:
        self.info, self.ids, self.members = info, ids, set(members)
        self.id: int = info["id"]
        self.private, self.group = info["type"] == "private", info["type"] == "group"
        self.admins: set[int] = set()
        self.topics: set[int] = set()  # the threads of a forum
        self.messages: dict[int, Record] = {}
        self.actions: list[Any] = []
        self.waiters: list[asyncio.Future[None]] = []
        self.open: deque[Any] = deque()  # statistics: updates without a reply yet,
        self.done: Any = None  # and the last one with one
        self.started = self.seen = self.blocked = self.deactivated = self.kicked = False
        self.migrated_to: int | None = None
        self.bucket: Bucket | None = None
        self.last: tuple[float, str] = (0.0, "")

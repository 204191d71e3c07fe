"""Slows down a flood: who sends much at once is answered on, in order, only not faster than a person reads.

One user's flood costs the others nothing: it waits inside its own chat's turn (see ordering).
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

BURST = 20
"""Updates that a user may send at once."""
PER_SECOND = 1.0
"""How many a second are let through after that."""
LONGEST = 10.0
"""Seconds that an update waits at most: whoever has sent a thousand isn't paused for as many seconds."""
HINT_EVERY = 60.0
"""Seconds between two polite lines to the same user."""
MOST_USERS = 5_000


@dataclass
class Bucket:
    """One user's allowance."""

    level: float
    at: float
    hinted: float = float("-inf")


class Pace:
    """Says how long each update of a user has to wait."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._buckets = OrderedDict[int, Bucket]()

    def pause(self, user: int, *, waits: bool = True) -> float:
        """Count one update; returns the seconds that it has to wait, 0.0 for nearly everybody.

        `waits` is False for one that is dropped when it would have to: that one isn't counted.
        """
        now = self._clock()
        bucket = self._buckets.setdefault(user, Bucket(BURST, now))
        self._buckets.move_to_end(user)
        if len(self._buckets) > MOST_USERS:
            self._buckets.popitem(last=False)
        allowed = min(BURST, bucket.level + (now - bucket.at) * PER_SECOND)
        left = max(allowed - 1, -LONGEST * PER_SECOND)
        pause = max(0.0, -left / PER_SECOND)
        bucket.level, bucket.at = left if waits or not pause else allowed, now
        return pause

    def hint(self, user: int) -> bool:
        """Whether the user is to be told now that it goes slower; true at most once a minute."""
        now = self._clock()
        bucket = self._buckets.get(user)
        if bucket is None or now - bucket.hinted < HINT_EVERY:
            return False
        bucket.hinted = now
        return True

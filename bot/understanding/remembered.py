"""What was worked out once about a word, kept for the next time: bounded, and safe to ask from several threads.

People repeat few words often; what a stranger types must not fill the memory.
"""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

_MOST = 50_000

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
_MISSING = object()


class Remembered(Generic[Key, Value]):
    """A function of one argument that remembers its results; with too many of them it begins anew."""

    def __init__(self, work_out: Callable[[Key], Value], most: int = _MOST) -> None:
        self._work_out, self._most = work_out, most
        self._known: dict[Key, Value] = {}

    def __call__(self, key: Key) -> Value:
        """The result for a key, worked out at most once while it is remembered."""
        known = self._known.get(key, _MISSING)
        if known is not _MISSING:
            return known  # type: ignore[return-value]
        found = self._work_out(key)
        if len(self._known) >= self._most:
            self._known = {}
        self._known[key] = found
        return found

    def forget(self) -> None:
        """Begin anew: what the results depend on has changed."""
        self._known = {}

    def __len__(self) -> int:
        return len(self._known)

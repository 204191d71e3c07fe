"""What was worked out once about a word, kept for the next time: bounded, and safe to ask from several threads.

People repeat few words often; what a stranger types must not fill the memory. `lru_cache` does it; this only lets what
has one be pickled with the rest of what is built.
"""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, Generic, TypeVar

_MOST = 20_000

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Remembered(Generic[Key, Value]):
    """A function of one argument that remembers its last results; pickled, it forgets them."""

    def __init__(self, work_out: Callable[[Key], Value], most: int = _MOST) -> None:
        self._work_out, self._most = work_out, most
        self._known = lru_cache(maxsize=most)(work_out)

    def __call__(self, key: Key) -> Value:
        """The result for a key, worked out at most once while it is remembered."""
        return self._known(key)

    def forget(self) -> None:
        """Begin anew: what the results depend on has changed."""
        self._known.cache_clear()

    def __len__(self) -> int:
        return self._known.cache_info().currsize

    def __getstate__(self) -> tuple[Callable[[Key], Value], int]:
        return self._work_out, self._most

    def __setstate__(self, state: tuple[Any, int]) -> None:
        self.__init__(*state)  # type: ignore[misc]

"""What was worked out for a unit by its keys alone, kept for the next one that may stand for the same.

People say few things often: names, the words of trade. Where a unit stands, and how heavily, plays no part.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from bot.understanding.utterance.units import Unit

Value = TypeVar("Value")
Meaning = tuple[tuple[tuple[str, float], ...], tuple["Meaning", ...]]


class ByMeaning(Generic[Value]):
    """A function of a unit that remembers `most` of its results; pickled, it forgets them."""

    def __init__(self, work_out: Callable[[Unit], Value], most: int) -> None:
        self._work_out, self._most = work_out, most
        self._known: dict[Meaning, Value] = {}

    def __call__(self, unit: Unit) -> Value:
        """The result for a unit."""
        meaning, known = meaning_of(unit), self._known
        if meaning in known:
            return known[meaning]
        found = self._work_out(unit)
        if len(known) >= self._most:  # a new one: another thread may be reading the old one
            known = self._known = {}
        known[meaning] = found
        return found

    def __len__(self) -> int:
        return len(self._known)

    def __getstate__(self) -> tuple[Callable[[Unit], Value], int]:
        return self._work_out, self._most

    def __setstate__(self, state: tuple[Any, int]) -> None:
        self.__init__(*state)  # type: ignore[misc]


def meaning_of(unit: Unit) -> Meaning:
    """The keys of a unit and of its parts, to be looked up by."""
    return tuple(unit.keys.items()), tuple(map(meaning_of, unit.parts)) if unit.parts else ()

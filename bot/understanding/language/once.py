"""Equal things kept once: of very many small sets most are like another one, and each takes a few hundred bytes."""

from collections.abc import Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Once(Generic[Thing]):
    """Gives for each thing the first one that equals it."""

    def __init__(self) -> None:
        self._first: dict[Thing, Thing] = {}

    def __call__(self, thing: Thing) -> Thing:
        """The first thing that equals this one."""
        return self._first.setdefault(thing, thing)

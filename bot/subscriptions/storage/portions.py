"""Long lists in portions: no statement names more than a database takes."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

MOST = 500
"""As many rows or names are in one statement."""

Thing = TypeVar("Thing")


def portions(things: Sequence[Thing]) -> Iterator[Sequence[Thing]]:
    """The things in their order, so many at a time; none of none."""
    return (things[start : start + MOST] for start in range(0, len(things), MOST))

"""A copy of something built, in which a few attributes differ: a part of an index is an index with shorter arrays."""

from typing import Any, TypeVar

T = TypeVar("T")


def altered(thing: T, **attributes: Any) -> T:
    """A copy of the thing with these attributes instead of its own; what it holds otherwise is shared."""
    made = object.__new__(type(thing))
    vars(made).update(vars(thing), **attributes)
    return made

"""Keeps Python's garbage collector out of the way while lasting objects are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def settle() -> None:
    """What is there now lasts: the collector leaves it alone. What lasted before and isn't in use any more goes.

    Some tenths of a second with a few hundred facts, longer with more, in which nothing else runs: a thread would keep
    the interpreter to itself as long.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


@contextmanager
def paused_collector() -> Iterator[None]:
    """No garbage collection inside: it would walk hundreds of thousands of new objects and find none to free."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

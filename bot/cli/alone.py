"""Tells whether another `serve` works in the same data folder: by a lock that ends with the process that holds it.

Two that answer the same chats are no mistake where Telegram or a webhook shares the updates out; but nobody should have
to guess why a bot answers with yesterday's facts.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

FILE = "serve.lock"


@contextmanager
def serving_in(folder: Path) -> Iterator[str | None]:
    """Hold the folder's lock while the block runs; gives who holds it already, by process number, else None."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(folder / FILE, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:  # whoever needs the folder says so
        yield None
        return
    try:
        yield _holder(file)
    finally:
        os.close(file)


def _holder(file: int) -> str | None:
    if sys.platform == "win32":  # there nothing is told
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return os.read(file, 20).decode(errors="replace").strip() or "?"
    with suppress(OSError):
        os.ftruncate(file, 0)
        os.write(file, str(os.getpid()).encode())
    return None

"""Keeps what is built from data on disk, so that only the first start after a change pays for building it.

The file is named after the state of everything that it was built from: the knowledge folder, locales/, the code, the
libraries that take part. It is this program's own (mode 0600); one that belongs to somebody else, doesn't open or
doesn't fit is ignored and built anew. Without a writable folder everything works, only slower to start.
"""

import logging
import os
import pickle
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from bot.datafiles import stated_files
from bot.whole import write_whole

Built = TypeVar("Built")

_LIBRARIES = ("Babel", "numpy", "rapidfuzz", "snowballstemmer", "PyStemmer", "PyYAML")
_STATED = frozenset({".yaml", ".yml", ".po", ".py"})
"""`.yml` is no data, but said to be misnamed: so it has to be noticed."""

_KEPT = 4
"""How many files stay, those used last: a knowledge folder or two, before and after the last change."""

_log = logging.getLogger(__name__)


def state_of(folders: Iterable[Path]) -> str:
    """A name for the state of all YAML, catalog and code files below the folders: path, size and time of change.

    One that can't be looked at (a link to nowhere) counts by its name: reading it tells what is wrong.
    """
    state = sha256(" ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    for folder in folders:
        for path in stated_files(folder.absolute(), _STATED):
            try:
                facts = path.stat()
                seen = f"{facts.st_size} {facts.st_mtime_ns}"
            except OSError:
                seen = "?"
            state.update(f"{path} {seen}\n".encode(errors="surrogateescape"))
    return state.hexdigest()[:32]


def compiled(
    folder: Path | None, state: str, build: Callable[[], Built], apart: Callable[[], None] | None = None
) -> Built:
    """What `build` gives, from the folder's file for this state if it is there, else built and kept there.

    `apart` may have another process build and keep it: building takes several times the memory of what is built.
    """
    if folder is None:
        return build()
    path = folder / f"{state}.pickle"
    kept: Built | None = _read(path)
    if kept is None and apart is not None and _writable(folder):
        apart()
        kept = _read(path)
    if kept is not None:
        return kept
    built = build()
    _write(path, built)
    return built


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def _read(path: Path) -> Built | None:
    try:
        if path.stat().st_uid != os.getuid():
            return None
        with path.open("rb") as file:
            kept: Built = pickle.load(file)  # noqa: S301 (our own file, see above)
        with suppress(OSError):
            path.touch()  # used just now: others go first
    except FileNotFoundError:
        return None
    except Exception as error:  # noqa: BLE001 (whatever is wrong with it, it can be built anew)
        _log.info("the compiled data in %s can't be used and is built anew: %s", path, error)
        return None
    return kept


def _write(path: Path, built: object) -> None:
    """Keep it, and of the older ones only the last."""
    try:
        write_whole(path, lambda file: pickle.dump(built, file, protocol=pickle.HIGHEST_PROTOCOL))
        kept = sorted(path.parent.glob("*.pickle"), key=lambda p: p.stat().st_mtime, reverse=True)
        for old in kept[_KEPT:]:
            old.unlink(missing_ok=True)
    except OSError as error:
        _log.info("the compiled data can't be kept in %s: %s", path.parent, error)

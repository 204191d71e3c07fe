"""Lists the files that hold data or code, for whoever names their state, checks them or reads them.

Editors leave files of their own beside those: a lock (Emacs' `.#deal.yaml`, a link to nowhere), a hidden copy. They are
nobody's data. A visible one is listed whatever it is: whoever reads it says what is wrong with it.
"""

from collections.abc import Container, Iterator
from pathlib import Path


def data_files(folder: Path, suffixes: Container[str]) -> Iterator[Path]:
    """The visible files below the folder that end so, in order."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in suffixes and not any(map(is_hidden, path.relative_to(folder).parts)):
            yield path


def stated_files(folder: Path, suffixes: Container[str]) -> Iterator[Path]:
    """The same, also below hidden folders: what visible links lead into them for may change there."""
    yield from (path for path in sorted(folder.rglob("*")) if path.suffix in suffixes and not is_hidden(path.name))


def files_in(folder: Path, suffix: str) -> Iterator[Path]:
    """The visible files of the folder itself that end so, in order."""
    yield from (path for path in sorted(folder.glob(f"*{suffix}")) if not is_hidden(path.name))


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is hidden."""
    return name.startswith(".")

"""Files that appear whole or not at all: written beside, then moved into place.

For what this program keeps between starts (bot.compiled, bot.pictures); several processes may write the same file.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO


def write_whole(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Let `write` fill the file; whoever reads meanwhile finds the old one or none. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        beside = Path(file.name)
        try:
            write(file)
            file.close()  # what is still to be written goes now, and may find the disk full
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise

"""Work done in a process of its own, whose memory is gone with it: what is needed once at start and large.

Nothing comes back but what the work leaves on disk. Whoever asks for it looks there, and does it himself where it isn't
done: so a process that can't be started, or fails, costs only the time, and every error is told once, where it is
understood. The process ends with the one that started it: it holds the end of a pipe that closes then.
"""

import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_SECRETS = frozenset({"TELEGRAM_BOT_TOKEN", "WEBHOOK_SECRET", "DATABASE_URL"})
"""Settings that no such work needs from its environment."""

_log = logging.getLogger(__name__)


def start_apart(module: str, *arguments: str, told: str = "") -> subprocess.Popen[bytes] | None:
    """Start a module of this project as `python -m` does; `told` is one line for its `told_apart`. None if it can't be.

    It finds the project wherever it is started, and nothing of the folder that it is started in.
    """
    own = {name: value for name, value in os.environ.items() if name not in _SECRETS}
    paths = os.pathsep.join(filter(None, (str(_ROOT), own.get("PYTHONPATH"))))
    try:
        process = subprocess.Popen(  # noqa: S603 (our own module, with our own arguments)
            [sys.executable, "-m", module, *arguments],
            env={**own, "PYTHONPATH": paths, "PYTHONSAFEPATH": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if process.stdin:
            process.stdin.write(f"{told}\n".encode())
            process.stdin.flush()
    except OSError as error:
        _log.debug("%s can't be run apart: %s", module, error)
        return None
    return process


def run_apart(module: str, *arguments: str) -> None:
    """Start a module apart and wait for its end."""
    process = start_apart(module, *arguments)
    if process is not None:
        try:
            process.wait()
        finally:
            end_apart(process)


def end_apart(process: subprocess.Popen[bytes]) -> None:
    """Make sure that it has ended."""
    if process.poll() is None:
        process.kill()
    if process.stdin:
        process.stdin.close()


def told_apart() -> str:
    """In the process started: the line that it was told. From now on it ends when the one that started it does."""
    told = sys.stdin.buffer.readline().decode().strip()
    threading.Thread(target=_end_with_pipe, daemon=True).start()
    return told


def _end_with_pipe() -> None:
    sys.stdin.buffer.read()
    os._exit(1)

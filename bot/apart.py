"""Work done in a process of its own, whose memory is gone with it: what is needed once at start and large.

Nothing comes back but what the work leaves on disk. Whoever asks for it looks there, and does it himself where it isn't
done: so a process that can't be started, or fails, costs only the time, and every error is told once, where it is
understood.
"""

import logging
import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_log = logging.getLogger(__name__)


def run_apart(module: str, *arguments: str, told: str = "") -> None:
    """Run a module of this project as `python -m` does, and wait; `told` is its standard input, which nobody else sees.

    It finds the project wherever it is started, and nothing of the folder that it is started in.
    """
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-m", module, *arguments]
    try:
        done = subprocess.run(  # noqa: S603 (our own module, with our own arguments)
            command,
            input=told.encode(),
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    except OSError as error:
        _log.debug("%s can't be run apart: %s", module, error)
    else:
        if done.returncode:
            _log.debug("%s, run apart, ended with %d", module, done.returncode)

"""The bot's process under test."""

import contextlib
import os
import pathlib
import signal
import subprocess
import tempfile
from collections.abc import Sequence


class Bot:
    """The bot's process; its output goes to log_path."""

    def __init__(self, cmd: Sequence[str], env: dict[str, str] | None, cwd: str | pathlib.Path | None) -> None:
        handle, self.log_path = tempfile.mkstemp(prefix="bot-", suffix=".log")
        with os.fdopen(handle, "wb") as out:
            self.process = subprocess.Popen(
                cmd,
                env=env,
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.pid = self.process.pid

    def alive(self) -> bool:
        return self.process.poll() is None

    def log(self) -> str:
        return pathlib.Path(self.log_path).read_text(errors="replace")

    def forget(self) -> None:
        """Remove the log."""
        pathlib.Path(self.log_path).unlink(missing_ok=True)

    def cpu(self) -> float:
        """CPU seconds used so far."""
        parts = pathlib.Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")

    def rss_mb(self) -> float:
        return int(pathlib.Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def stop(self, sig: int = signal.SIGTERM, timeout: float = 15) -> int:
        """End it with a signal, after `timeout` with SIGKILL; returns its exit status."""
        if self.alive():
            self.process.send_signal(sig)
            try:
                self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(5)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)  # children it left in its own session, which we created
        return self.process.returncode

import contextlib
import os
import pty
import select
import signal
import subprocess
import time

from tests.acceptance.conftest import PROGRAM, environment, run_bot
from tests.botapi.client import PROJECT


class Terminal:
    """The program on a terminal of its own."""

    def __init__(self, *arguments: str, **settings: str) -> None:
        self.screen, inner = pty.openpty()
        self.process = subprocess.Popen(
            [*PROGRAM, *arguments],
            cwd=PROJECT,
            env=environment(TERM="xterm", COLUMNS="100", **settings),
            stdin=inner,
            stdout=inner,
            stderr=inner,
            start_new_session=True,
        )
        os.close(inner)
        self.waiting = b""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_exc: object) -> None:
        self.process.kill()
        self.process.wait(5)
        os.close(self.screen)

    def ended_by(self, sign: signal.Signals) -> int:
        """The exit status after a signal; sent again while it waits, as one that comes just before it reads is lost."""
        for _ in range(20):
            self.process.send_signal(sign)
            with contextlib.suppress(subprocess.TimeoutExpired):
                return self.process.wait(1)
        raise AssertionError("it goes on")

    def type(self, text: str) -> None:
        os.write(self.screen, text.encode())

    def read_until(self, expected: str, seconds: float = 30) -> str:
        """What the screen shows until `expected` has come; what comes at once with it waits for the next look."""
        shown, end = self.waiting, time.monotonic() + seconds
        while expected.encode() not in shown and time.monotonic() < end:
            if select.select([self.screen], [], [], 0.1)[0]:
                try:
                    shown += os.read(self.screen, 65536)
                except OSError:  # the program has gone
                    break
        before, found, self.waiting = shown.partition(expected.encode())
        assert found, before.decode(errors="replace")
        return (before + found).decode(errors="replace")


def test_piped_lines_are_answered_one_by_one_until_they_end() -> None:
    done = run_bot("chat", typed="Wer hat für Österreich unterschrieben?\n\nand who for the UK?\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.index("Schramböck") < done.stdout.index("Liu")


def test_without_a_token_it_says_so_in_one_line_and_talks_here() -> None:
    done = run_bot(typed="who signed for Austria?\n")
    assert done.returncode == 0
    assert done.stderr.count("\n") == 1
    assert "TELEGRAM_BOT_TOKEN" in done.stderr
    assert "Schramböck" in done.stdout


def test_a_number_picks_a_choice() -> None:
    done = run_bot("chat", typed="wie viele länder?\n1\n")
    assert done.returncode == 0
    assert "1) " in done.stdout
    assert "\n[1] " in done.stdout


def test_on_a_terminal_it_greets_in_the_user_s_language_and_prompts() -> None:
    with Terminal("chat", LANG="de_DE.UTF-8") as terminal:
        assert "Sie" in terminal.read_until("> ")
        terminal.type("Wer hat für Österreich unterschrieben?\n")
        terminal.read_until("Schramböck")
        terminal.read_until("> ")
        terminal.type("\x04")
        assert terminal.process.wait(20) == 0


def test_ctrl_c_ends_it_cleanly() -> None:
    with Terminal("chat") as terminal:
        terminal.read_until("> ")
        assert terminal.ended_by(signal.SIGINT) == 0


def test_sigterm_ends_it_cleanly() -> None:
    with Terminal("chat") as terminal:
        terminal.read_until("> ")
        assert terminal.ended_by(signal.SIGTERM) == 0

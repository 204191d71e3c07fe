"""What keeps the bot from serving is said in one clear line."""

import shutil
import socket
from pathlib import Path

import pytest

from tests.acceptance.conftest import run_bot
from tests.botapi.client import PROJECT, TOKEN, BotApi

OTHER_TOKEN = "7000000002:AAF-another-token-of-35-characters"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def last_line(stderr: str) -> str:
    """The one line that says what is wrong; there is no traceback and no token."""
    assert "Traceback" not in stderr
    assert "AAF-" not in stderr
    (line,) = stderr.splitlines()
    return line


def test_a_token_that_telegram_refuses() -> None:
    with BotApi() as api:
        done = run_bot("serve", TELEGRAM_BOT_TOKEN=OTHER_TOKEN, TELEGRAM_API_BASE_URL=api.url)
    assert done.returncode == 2
    assert "TELEGRAM_BOT_TOKEN" in last_line(done.stderr)


def test_a_token_that_is_none() -> None:
    done = run_bot("serve", TELEGRAM_BOT_TOKEN="AAF-nonsense")
    assert done.returncode == 2
    assert "TELEGRAM_BOT_TOKEN" in last_line(done.stderr)


def test_a_server_that_is_not_there() -> None:
    url = f"http://127.0.0.1:{free_port()}"
    done = run_bot("serve", TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_BASE_URL=url)
    assert done.returncode == 1
    assert url in last_line(done.stderr)


def test_an_address_that_is_none() -> None:
    done = run_bot("serve", TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_BASE_URL="localhost:8081")
    assert done.returncode == 2
    assert "TELEGRAM_API_BASE_URL" in last_line(done.stderr)


@pytest.mark.parametrize("file", ["sources.yaml", "gazetteer.yaml"])
def test_knowledge_that_is_broken(tmp_path: Path, file: str) -> None:
    knowledge = shutil.copytree(PROJECT / "knowledge", tmp_path / "knowledge")
    (knowledge / file).write_text("entities: {a: [}")
    done = run_bot("serve", "--knowledge", str(knowledge), TELEGRAM_BOT_TOKEN=TOKEN)
    assert done.returncode == 1
    assert file in last_line(done.stderr)

"""Updates that Telegram delivers: one process behind an address, or several."""

import http.client
import itertools
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.acceptance.conftest import run_bot, start
from tests.acceptance.test_start import free_port, last_line
from tests.botapi.client import TOKEN, BotApi

AUSTRIA = {"de": "Wer hat das Abkommen mit Österreich unterschrieben?", "en": "Who signed the agreement with Austria?"}
WHERE = {"de": ("und wo?", "Wirtschaftsministerium"), "en": ("and where?", "ministry")}


def posted(port: int, path: str, secret: str | None) -> int:
    """The status that an update gets which anybody could have sent."""
    update = {
        "update_id": 1,
        "message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "x"},
    }
    headers = {"Content-Type": "application/json"}
    if secret is not None:
        headers["X-Telegram-Bot-Api-Secret-Token"] = secret
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("POST", path, json.dumps(update), headers)
        return connection.getresponse().status
    finally:
        connection.close()


@pytest.mark.parametrize("language", ["de", "en"])
def test_updates_are_taken_from_telegram_alone_and_survive_a_restart(tmp_path: Path, language: str) -> None:
    port = free_port()
    settings = {"WEBHOOK_URL": f"http://127.0.0.1:{port}/updates/here", "WEBHOOK_PORT": str(port)}
    with BotApi(retry_scale=0.05) as api:
        bot = start(api, tmp_path, **settings)
        user = api.user(language)
        assert "Schramböck" in api.ask(user, AUSTRIA[language], n=1)[0].text
        assert posted(port, "/updates/here", None) == 403
        assert posted(port, "/updates/here", "guessed") == 403
        assert posted(port, "/updates", "guessed") == 404
        assert bot.stop() == 0
        assert "Traceback" not in bot.log()
        sent = api.send(user, WHERE[language][0])
        start(api, tmp_path, **settings)
        (reply,), _ = api.wait(user, sent["seq"], n=1)
        assert WHERE[language][1] in reply.text
        assert api.call("bot")["polls"] == 0
        assert api.rejected() == []


@contextmanager
def address(ports: tuple[int, ...]) -> Iterator[int]:
    """One address that hands each request to the next of several ports, as a load balancer does."""
    turns = itertools.cycle(ports)

    class Balancer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            connection = http.client.HTTPConnection("127.0.0.1", next(turns), timeout=10)
            connection.request("POST", self.path, body, dict(self.headers))
            self.send_response(connection.getresponse().status)
            self.send_header("Content-Length", "0")
            self.end_headers()
            connection.close()

        def log_message(self, *_arguments: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Balancer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_two_processes_behind_one_address_hold_one_conversation(tmp_path: Path) -> None:
    ports = free_port(), free_port()
    with BotApi(retry_scale=0.05) as api, address(ports) as front:
        url = f"http://127.0.0.1:{front}/hook"
        bots = [start(api, tmp_path, WEBHOOK_URL=url, WEBHOOK_PORT=str(port)) for port in ports]
        user = api.user("en")
        assert "Schramböck" in api.ask(user, AUSTRIA["en"], n=1)[0].text
        sent = api.send(user, "and where?")
        (reply,), _ = api.wait(user, sent["seq"], n=1)
        assert "ministry" in reply.text
        assert "Liu" in api.ask(user, "and who signed the British one?", n=1)[0].text
        edited = api.edit(user, sent["message_id"], "and when?")
        _, changed = api.wait(user, edited["seq"], quiet=0.3)
        assert [message.id for message in changed] == [reply.id]
        assert all(bot.alive() and "Traceback" not in bot.log() for bot in bots)
        assert {call["error"] for call in api.rejected()} <= {"Too Many Requests: retry after 1"}


@pytest.mark.parametrize(
    ("variable", "value"),
    [("WEBHOOK_URL", "bot.example.org"), ("WEBHOOK_SECRET", "not allowed!"), ("WEBHOOK_PORT", "70000"),
     ("WEBHOOK_CERTIFICATE", "/nowhere/cert.pem")],
)  # fmt: skip
def test_a_setting_that_can_not_be_used_is_named(variable: str, value: str) -> None:
    settings = {"WEBHOOK_URL": "https://bot.example.org/hook", variable: value}
    done = run_bot("serve", TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_BASE_URL="http://127.0.0.1:9", **settings)
    assert done.returncode == 2
    assert variable in last_line(done.stderr)

"""Updates that Telegram delivers: one process behind an address, or several."""

import http.client
import itertools
import json
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.acceptance.conftest import AUSTRIA, run_bot, start
from tests.acceptance.test_start import free_port, last_line
from tests.botapi.client import TOKEN, BotApi, Person

WHERE = {"de": ("und wo?", "Wirtschaftsministerium"), "en": ("and where?", "ministry")}


def posted(port: int, path: str, secret: str | None, certificate: Path | None = None) -> int:
    """The status that an update gets which anybody could have sent; one that leads to nothing."""
    update = {
        "update_id": 1,
        "edited_message": {
            "message_id": 1,
            "date": 1,
            "edit_date": 2,
            "chat": {"id": 1, "type": "private"},
            "text": "x",
        },
    }
    headers = {"Content-Type": "application/json"}
    if secret is not None:
        headers["X-Telegram-Bot-Api-Secret-Token"] = secret
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    if certificate:
        tls = ssl.create_default_context(cafile=str(certificate))
        connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=5, context=tls)
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


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate of one's own for 127.0.0.1, and its key."""
    return certified(tmp_path_factory.mktemp("tls"))


def certified(folder: Path) -> tuple[Path, Path]:
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    if shutil.which("openssl") is None:
        pytest.skip("openssl isn't there to make a certificate")
    asked = ["req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(["openssl", *asked, *files], check=True, capture_output=True)
    return certificate, key


def test_the_bot_speaks_tls_with_a_certificate_of_its_own_to_telegram_alone(
    tmp_path: Path, own: tuple[Path, Path]
) -> None:
    port, (certificate, key) = free_port(), own
    settings = {
        "WEBHOOK_URL": f"https://127.0.0.1:{port}/updates",
        "WEBHOOK_PORT": str(port),
        "WEBHOOK_SECRET": "a-secret_of-our-own",
        "WEBHOOK_CERTIFICATE": str(certificate),
        "WEBHOOK_KEY": str(key),
    }
    with BotApi(retry_scale=0.05) as api:
        bot = start(api, tmp_path, **settings)
        for language, question in AUSTRIA.items():
            assert "Schramböck" in api.ask(api.user(language), question, n=1)[0].text
        assert api.api("getWebhookInfo")["result"]["has_custom_certificate"]
        assert posted(port, "/updates", "a-secret_of-our-own", certificate) == 200
        assert posted(port, "/updates", "a-secret_of-our-owN", certificate) == 403
        assert posted(port, "/updates", None, certificate) == 403
        for path in ("/", "/updates/more", "/elsewhere"):
            assert posted(port, path, "a-secret_of-our-own", certificate) == 404
        with pytest.raises((http.client.HTTPException, OSError)):
            posted(port, "/updates", "a-secret_of-our-own")  # without TLS
        assert api.call("bot")["polls"] == 0
        assert bot.stop() == 0
        assert "Traceback" not in bot.log()
        assert "a-secret_of-our-own" not in bot.log()


def test_telegram_trusts_no_certificate_that_it_was_not_shown(own: tuple[Path, Path]) -> None:
    with BotApi(retry_scale=0.05) as api:
        server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(*own)
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        api.api("setWebhook", url=f"https://127.0.0.1:{server.server_address[1]}/hook")
        api.send(api.user("en"), "hello")
        for _ in range(100):
            if "certificate verify failed" in str(api.api("getWebhookInfo")["result"].get("last_error_message")):
                break
            time.sleep(0.05)
        else:
            pytest.fail("it was trusted")
        server.shutdown()
        server.server_close()


def test_a_key_that_goes_with_another_certificate_is_named(tmp_path: Path, own: tuple[Path, Path]) -> None:
    _, other = certified(tmp_path)
    settings = {"WEBHOOK_URL": "https://bot.example.org/hook", "WEBHOOK_KEY": str(other)}
    with BotApi() as api:
        for more, words in (({"WEBHOOK_CERTIFICATE": str(own[0])}, "isn't the key of"), ({}, "WEBHOOK_CERTIFICATE")):
            done = run_bot(
                "serve",
                TELEGRAM_BOT_TOKEN=TOKEN,
                TELEGRAM_API_BASE_URL=api.url,
                DATA_DIR=str(tmp_path),
                **settings,
                **more,
            )
            assert done.returncode == 2
            assert "Traceback" not in done.stderr
            assert "WEBHOOK_KEY" in done.stderr.splitlines()[-1]
            assert words in done.stderr.splitlines()[-1]


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with BotApi() as api, socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        settings = {"WEBHOOK_URL": "https://bot.example.org/hook", "WEBHOOK_PORT": port, "DATA_DIR": str(tmp_path)}
        done = run_bot("serve", TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_BASE_URL=api.url, **settings)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert f"WEBHOOK_PORT='127.0.0.1:{port}': can't listen there" in done.stderr.splitlines()[-1]


@contextmanager
def address(ports: tuple[int, ...]) -> Iterator[int]:
    """One address that hands each request to the next of several ports, as a load balancer does."""
    turns = itertools.cycle(ports)

    class Balancer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            connection = http.client.HTTPConnection("127.0.0.1", next(turns), timeout=10)
            try:
                connection.request("POST", self.path, body, dict(self.headers))
                status = connection.getresponse().status
            except (http.client.HTTPException, OSError):
                status = 502
            finally:
                connection.close()
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

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


def hears(api: BotApi, user: Person, after: int, words: str) -> bool:
    """Do the words come after `after`? One killed before it could confirm what it had sent is answered for again."""
    for so_many in (1, 2, 3):
        replies, _ = api.wait(user, after, n=so_many)
        if any(words in reply.text for reply in replies):
            return True
    return False


def test_when_one_of_two_processes_is_killed_nobody_waits_in_vain(tmp_path: Path) -> None:
    ports = free_port(), free_port()
    with BotApi(retry_scale=0.05) as api, address(ports) as front:
        url = f"http://127.0.0.1:{front}/hook"
        bots = [start(api, tmp_path, WEBHOOK_URL=url, WEBHOOK_PORT=str(port)) for port in ports]
        assert posted(front, "/hook", "guessed") == 403
        assert posted(front, "/elsewhere", "guessed") == 404
        users = {language: api.user(language) for language in AUSTRIA}
        for language, user in users.items():
            assert "Schramböck" in api.ask(user, AUSTRIA[language], n=1)[0].text
        sent = {language: api.send(user, WHERE[language][0]) for language, user in users.items()}
        bots[0].process.kill()
        for language, user in users.items():
            assert hears(api, user, sent[language]["seq"], WHERE[language][1])
            again = api.send(user, AUSTRIA[language])
            assert hears(api, user, again["seq"], "Schramböck")
        assert "Traceback" not in bots[1].log()


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

"""Drive the stand-in and a bot process from tests.

    with BotApi() as api:                                   # the server, as a subprocess on a free port
        bot = api.start_bot([sys.executable, "run_bot.py"])  # waits until it polls or has set its webhook
        anna = api.user("de")
        [reply] = api.ask(anna, "/start")                   # send, wait until the bot was quiet
        done = api.press(anna, reply, "Weiter")             # done.answer, done.messages, done.changed

Every /test/NAME is also api.call("NAME", ...).
"""

import http.client
import json
import os
import pathlib
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Any

from tests.botapi.process import Bot
from tests.botapi.seen import Message, Pressed

PROJECT = pathlib.Path(__file__).resolve().parents[2]
TOKEN = "7000000001:AAF-stand-in-token-of-35-characters"

Person = int | dict[str, Any]
"""A user, as an id or as `BotApi.user` gives it."""
Chat = int | dict[str, Any] | None
"""A chat in the same way; None is the user's private chat."""


class BotApiError(Exception):
    """A wrong use of the /test API, in the server's words."""


class BotApi:
    """The server (a subprocess) and the users of the bot."""

    def __init__(self, token: str = TOKEN, **config: Any) -> None:
        self.token, self.config, self.port = token, config, 0
        self.server: subprocess.Popen[str] | None = None
        self.bots: list[Bot] = []
        self.link: http.client.HTTPConnection | None = None

    def __enter__(self) -> "BotApi":
        command = [sys.executable, "-m", "tests.botapi.server", "--token", self.token, "--exit-with-stdin"]
        self.server = subprocess.Popen(
            [*command, "--config", json.dumps(self.config)],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.server.stdout
        line = self.server.stdout.readline()
        if not line.startswith("PORT "):
            raise BotApiError(f"the server did not start: {line!r}")
        self.port = int(line.split()[1])
        return self

    def __exit__(self, *_exc: object) -> None:
        for bot in self.bots:
            bot.stop(timeout=5)
            bot.forget()
        if self.link:
            self.link.close()
        if self.server and self.server.stdin and self.server.stdout:
            self.server.stdin.close()
            try:
                self.server.wait(5)
            except subprocess.TimeoutExpired:
                self.server.kill()
                self.server.wait(5)
            self.server.stdout.close()

    @property
    def url(self) -> str:
        """What TELEGRAM_API_BASE_URL is to be."""
        return f"http://127.0.0.1:{self.port}"

    def post(self, path: str, fields: dict[str, Any]) -> tuple[int, Any]:
        """POST JSON over one kept connection; returns (status, decoded body)."""
        for last in (False, True):
            self.link = self.link or http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
            try:
                self.link.request("POST", path, json.dumps(fields), {"Content-Type": "application/json"})
                answer = self.link.getresponse()
                return answer.status, json.loads(answer.read())
            except (http.client.HTTPException, ConnectionError):
                self.link.close()
                self.link = None
                if last:
                    raise
        raise AssertionError("unreachable")

    def call(self, name: str, **fields: Any) -> Any:
        """/test/NAME; arguments that are Messages or users' dicts count as their ids."""
        status, body = self.post(f"/test/{name}", {k: plain(v) for k, v in fields.items() if v is not None})
        if status != 200:
            raise BotApiError(body.get("error"))
        return body

    def api(self, method: str, token: str | None = None, **fields: Any) -> Any:
        """Call a Bot API method as the bot would: the whole answer ({"ok", "result" or "error_code", …})."""
        return self.post(f"/bot{token or self.token}/{method}", fields)[1]

    # -- the bot
    def start_bot(
        self,
        cmd: Sequence[str],
        env: dict[str, str] | None = None,
        cwd: str | pathlib.Path | None = None,
        wait: float = 30,
    ) -> Bot:
        """Start the bot with token and base URL set; return when it polls or has a webhook."""
        before = self.call("bot")
        env = {**os.environ, "TELEGRAM_BOT_TOKEN": self.token, "TELEGRAM_API_BASE_URL": self.url, **(env or {})}
        bot = Bot(cmd, env, cwd)
        self.bots.append(bot)
        end = time.monotonic() + wait
        while time.monotonic() < end:
            now = self.call("bot")
            if now["polls"] > before["polls"] or now["hooks"] > before["hooks"]:
                return bot
            if not bot.alive():
                raise BotApiError(f"the bot ended with {bot.process.returncode}:\n{bot.log()[-3000:]}")
            time.sleep(0.05)
        bot.stop(timeout=1)
        raise BotApiError(f"the bot did not poll within {wait} s:\n{bot.log()[-3000:]}")

    # -- people
    def user(self, lang: str = "en", **fields: Any) -> Any:
        """A new user: {"id", "first_name", "language_code" …}."""
        return self.call("user", language_code=lang, **fields)

    def group(self, members: Sequence[Person] = (), **fields: Any) -> Any:
        """A new supergroup (type="group": basic group) with the bot in it: {"id", "title", "type"}."""
        return self.call("group", members=[plain(m) for m in members], **fields)

    def add(self, user: Person, chat: Chat) -> Any:
        """The user adds the bot to a group."""
        return self.call("add", user=user, chat=chat)

    def send(
        self, user: Person, text: str, chat: Chat = None, reply_to: int | Message | None = None, **fields: Any
    ) -> Any:
        """Send a text and do not wait."""
        return self.call("send", user=user, text=text, chat=chat, reply_to=reply_to, **fields)

    def wait(
        self, chat: Chat, after: int = 0, n: int | None = None, quiet: float = 0.5, timeout: float = 15
    ) -> tuple[list[Message], list[Message]]:
        """(new messages, changed older ones) of the bot after `after` (a seq): see t_wait in sights.py."""
        got = self.call("wait", chat=chat, after=after, n=n, quiet=quiet, timeout=timeout)
        return [Message.of(m) for m in got["messages"]], [Message.of(m) for m in got["changed"]]

    def ask(
        self,
        user: Person,
        text: str,
        chat: Chat = None,
        reply_to: int | Message | None = None,
        n: int | None = None,
        quiet: float = 0.5,
        timeout: float = 15,
    ) -> list[Message]:
        """Send a text, return the bot's replies: n of them, or all until it was quiet; [] after timeout."""
        sent = self.send(user, text, chat, reply_to)
        return self.wait(sent["chat"], sent["seq"], n, quiet, timeout)[0]

    def ignores(
        self,
        user: Person,
        text: str,
        chat: Chat = None,
        afterwards: str = "/ask hello",
        *,
        reply_to: Message | None = None,
    ) -> bool:
        """Does the bot leave a text unanswered? A chat's updates have their order: the next one's answer tells."""
        sent = self.send(user, text, chat, reply_to=reply_to)
        seq = self.send(user, afterwards, chat)["seq"]
        before, _ = self.wait(sent["chat"], sent["seq"], n=1)
        return len(before) == 1 and before[0].raw["seq"] > seq and self.settled(sent["chat"], sent["seq"]) == 1

    def settled(self, chat: Chat, after: int, quiet: float = 0.1) -> int:
        """How many messages of the bot came after `after`, once it has been quiet for a moment."""
        return len(self.wait(chat, after, quiet=quiet)[0])

    def media(
        self,
        user: Person,
        kind: str,
        chat: Chat = None,
        caption: str = "",
        n: int | None = None,
        quiet: float = 0.5,
        timeout: float = 15,
    ) -> list[Message]:
        """Send a photo, sticker, voice, document or location; return the bot's replies."""
        sent = self.call("media", user=user, kind=kind, chat=chat, caption=caption)
        return self.wait(sent["chat"], sent["seq"], n, quiet, timeout)[0]

    def press(
        self,
        user: Person,
        message: Message | int | None = None,
        label: str | None = None,
        data: str | None = None,
        chat: Chat = None,
        quiet: float = 0.25,
        timeout: float = 10,
        settle: bool = True,
    ) -> Pressed:
        """Press an inline button by its label or callback_data, in a message or in the newest that has it."""
        chat = message.chat if isinstance(message, Message) and chat is None else chat
        got = self.call("press", user=user, chat=chat, message_id=message, label=label, data=data, wait=timeout)
        if not settle or got.get("button"):
            return Pressed(got["answer"] or got.get("button"), [], [])
        new, changed = self.wait(
            plain(chat if chat is not None else user), got["seq"], None, quiet, max(quiet * 2, 0.6)
        )
        return Pressed(got["answer"], new, changed)

    def inline(self, user: Person, query: Any, offset: Any = "", timeout: float = 10) -> Any:
        """The bot's answer to an inline query, with its query_id; None if it gave none."""
        got = self.call("inline", user=user, query=query, offset=offset, wait=timeout)
        return got["answer"] and {**got["answer"], "query_id": got["query_id"]}

    def guest(self, user: Person, text: str, timeout: float = 5) -> Any:
        """The bot's answer to a call into a chat that it isn't in; None if it gave none."""
        return self.call("guest", user=user, text=text, wait=timeout)["answer"]

    def block(self, user: Person, blocked: bool = True) -> Any:
        return self.call("block", user=user, blocked=blocked)

    def edit(self, user: Person, message_id: int, text: str, chat: Chat = None) -> Any:
        return self.call("edit", user=user, message_id=message_id, text=text, chat=chat)

    def react(self, user: Person, message: Message | int, emoji: str, chat: Chat = None) -> Any:
        return self.call(
            "react",
            user=user,
            message_id=message,
            emoji=emoji,
            chat=message.chat if isinstance(message, Message) and chat is None else chat,
        )

    # -- looking
    def transcript(self, chat: Chat, after: int = 0) -> list[Message]:
        """All messages of a chat, the users' too (raw["from_bot"] tells), in their present state."""
        return [Message.of(m) for m in self.call("transcript", chat=chat, after=after)["messages"]]

    def calls(self, method: str | None = None, after: int = 0) -> Any:
        return self.call("calls", method=method, after=after)

    def rejected(self, method: str | None = None, after: int = 0) -> Any:
        """The bot's calls that failed, each with its "error"."""
        return self.call("calls", method=method, after=after, rejected=True)

    def configure(self, **changes: Any) -> Any:
        return self.call("config", **changes)

    def fault(self, kind: str, **fields: Any) -> Any:
        """Let a coming call fail: fault("429", method="sendMessage", seconds=2, times=1); see t_fault."""
        return self.call("fault", kind=kind, **fields)

    def bulk(self, n: int, timeout: float = 120, **fields: Any) -> Any:
        """Inject n texts (see t_bulk) and wait until all have a reply or the timeout is over: the statistics."""
        self.call("reset_stats")
        self.call("bulk", n=n, **fields)
        end = time.monotonic() + timeout
        while True:
            stats = self.call("stats")
            if stats.get("message", {}).get("answered", 0) >= n or time.monotonic() > end:
                return stats
            time.sleep(0.2)


def plain(value: Any) -> Any:
    """Messages and user or chat objects as their ids."""
    if isinstance(value, Message):
        return value.id
    return value["id"] if isinstance(value, dict) and "id" in value else value

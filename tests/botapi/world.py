"""The world that both sides act on: chats, messages, the queue of updates, limits, faults, statistics."""

import asyncio
import itertools
import math
import random
import time
from collections import Counter, deque
from typing import Any

from tests.botapi.chat import Bucket, Chat
from tests.botapi.errors import ApiError, MisuseError
from tests.botapi.request import Args
from tests.botapi.webhook import Webhook
from tests.botapi.wire import DEFAULT_UPDATES, UPDATE_TYPES, Item, Record, dumps, loads, num

DEFAULTS: dict[str, Any] = {  # all can be changed at run time: POST /test/config
    "flood": False,  # answer 429 over the limits below (token buckets: tokens a second, burst)
    "flood_chat": [1, 3],
    "flood_group": [20 / 60, 20],
    "flood_all": [30, 30],
    "fault_rate": 0.0,  # share of all bot calls (getUpdates too) that fail in one of fault_kinds
    "fault_kinds": ["500", "502", "504", "drop", "drop_after"],
    "fault_seed": None,
    "latency": 0.0,  # seconds added to every answer except getUpdates (real: 0.03 to 0.2)
    "callback_ttl": 15.0,
    "inline_ttl": 15.0,  # seconds in which a query can be answered
    "privacy": True,
    "inline_feedback": False,  # BotFather's settings: group privacy, chosen_inline_result
    "poll_guard": True,  # slow down getUpdates that repeat an offset at once, as the real server does
    "local_webhook": True,  # accept http:// and any port for webhooks (as the real server's --local)
    "retry_scale": 1.0,  # factor on the pauses between webhook retries (real: 0, 2, 4, 8 … 60 s)
}


class World:
    """All state. clear() forgets chats, messages, updates and records, but not the bot's settings and connection."""

    def __init__(self, token: str, config: dict[str, Any]) -> None:
        self.token, self.cfg = token, dict[str, Any](DEFAULTS)
        self.http: Any = None
        self.hook: Webhook | None = None
        self.hook_at = 0.0
        self.me: dict[str, Any] = {
            "id": num(token),
            "is_bot": True,
            "first_name": "Test Bot",
            "username": "stand_in_test_bot",
        }
        self.profile: dict[str, dict[str, str]] = {
            "name": {"": self.me["first_name"]},
            "description": {},
            "short_description": {},
        }
        self.commands: dict[tuple[str, str], list[Any]] = {}
        self.closed = self.logged_out = False
        self.poll: asyncio.Future[None] | None = None
        self.prev_offset: int | None = None
        self.prev_at = self.next_conflict = 0.0
        self.polls = self.hooks = 0  # calls of getUpdates and setWebhook so far
        self.update_id, self.seq, self.n_calls = random.randrange(10**8, 9 * 10**8), 0, 0
        self.allowed: set[str] = DEFAULT_UPDATES
        self.user_ids, self.group_ids, self.ids = itertools.count(1001), itertools.count(5001), itertools.count(1)
        self.chats: dict[int, Chat] = {}
        self.clear()
        self.configure(config)

    def clear(self) -> None:
        self.users: dict[int, dict[str, Any]] = {}
        self.chats = {}
        self.files: dict[str, dict[str, Any]] = {}
        self.inline_messages: dict[str, tuple[Chat, Record]] = {}
        self.callbacks: dict[str, dict[str, Any]] = {}
        self.inlines: dict[str, dict[str, Any]] = {}
        self.guests: dict[str, dict[str, Any]] = {}
        self.queue: deque[Item] = deque()
        self.planned: list[dict[str, Any]] = []
        self.calls: deque[dict[str, Any]] = deque(maxlen=20000)
        self.rejected: deque[dict[str, Any]] = deque(maxlen=5000)
        self.reset_stats()

    def reset_stats(self) -> None:
        self.stats: list[Any] = []
        self.counts: Counter[str] = Counter()
        self.t0: float | None = None
        self.t1: float | None = None
        self.cpu0 = self.cpu1 = 0.0
        for chat in self.chats.values():
            chat.open, chat.done = deque(), None

    def configure(self, changes: Any) -> None:
        if unknown := set(changes) - set(DEFAULTS):
            raise MisuseError(f"unknown settings: {sorted(unknown)}")
        self.cfg.update(changes)
        self.random, self.all_bucket = random.Random(self.cfg["fault_seed"]), Bucket(*self.cfg["flood_all"])
        for chat in self.chats.values():
            chat.bucket = None

    # -- updates
    def push(self, kind: str, payload: Any, qid: int) -> Any:
        """Queue an update if the bot's allowed_updates let it through; returns its id or None."""
        if kind not in self.allowed:
            return None
        self.update_id += 1
        item = (self.update_id, qid, dumps({"update_id": self.update_id, kind: payload}))
        if self.hook:
            self.hook.put(item)
        else:
            self.queue.append(item)
            if self.poll and not self.poll.done():
                self.poll.set_result(None)
        return self.update_id

    def take(self, offset: Any, limit: int) -> Any:
        """What getUpdates returns; forgets the updates before offset (or all but the last -offset)."""
        if offset < 0:
            while len(self.queue) > -offset:
                self.queue.popleft()
        elif offset <= self.update_id + 11:  # one further in the future counts as 0
            while self.queue and self.queue[0][0] < offset:
                self.queue.popleft()
        return list(itertools.islice(self.queue, limit))

    def pending(self) -> Any:
        return sum(map(len, self.hook.queues.values())) if self.hook else len(self.queue)

    def set_allowed(self, raw: Any) -> None:
        try:
            names = loads(raw) if raw else None
        except ValueError:
            names = None
        if isinstance(names, list):
            self.allowed = UPDATE_TYPES & {str(n).lower() for n in names} or DEFAULT_UPDATES

    # -- messages
    def add(
        self,
        chat: Any,
        sender: dict[str, Any],
        content: dict[str, Any],
        reply: Record | None = None,
        bot: bool = False,
        markup: dict[str, Any] | None = None,
        **extra: Any,
    ) -> Any:
        """Put a message into a chat. The record: m = the API's Message, and what the user side wants to know."""
        now, self.seq = time.time(), self.seq + 1
        m = {"message_id": next(chat.ids), "from": sender, "chat": chat.info, "date": int(now), **extra, **content}
        if reply:
            m["reply_to_message"] = {k: v for k, v in reply["m"].items() if k != "reply_to_message"}
        if markup and markup.get("inline_keyboard"):
            m["reply_markup"] = {"inline_keyboard": markup["inline_keyboard"]}
        record = {
            "m": m,
            "at": now,
            "seq": self.seq,
            "touched": self.seq,
            "bot": bot,
            "edits": [],
            "deleted": None,
            "markup": markup,
            "reactions": {},
        }
        chat.messages[m["message_id"]] = record
        if bot:
            self.activity(chat, "message")
        return record

    def touch(self, record: Record) -> None:
        """Note a change of a message."""
        self.seq += 1
        record["touched"] = self.seq

    def activity(self, chat: Any, kind: str) -> None:
        """The bot did something visible in a chat: statistics, and wake those who wait for it."""
        now = time.time()
        chat.last = (now, kind)
        if kind in ("message", "edit"):
            if kind == "message" and chat.open:  # the oldest update without a reply got it
                chat.done = chat.open.popleft()
                chat.done[2] = chat.done[3] = now
            elif chat.done:
                chat.done[3] = now
            self.t1, self.cpu1 = now, time.process_time()
        waiters, chat.waiters = chat.waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    def injected(self, kind: str, chat: Any = None) -> Any:
        """Note the injection of an update: [kind, time, time of the first reply, of the last]."""
        entry: list[Any] = [kind, time.time(), None, None]
        if self.t0 is None:
            self.t0, self.cpu0 = entry[1], time.process_time()
        self.stats.append(entry)
        if chat is not None:
            chat.open.append(entry)
        return entry

    def answered(self, query: Any, answer: Any) -> None:
        """A callback or inline query got its answer."""
        query["answer"], self.t1, self.cpu1 = answer, time.time(), time.process_time()
        query["stat"][2] = query["stat"][3] = self.t1
        query["event"].set()

    def new_file(
        self, kind: str, name: str = "", size: Any = 1000, mime: Any = "", width: Any = 800, height: Any = 600
    ) -> Any:
        """Register a file and return the part of a Message that shows it: {"photo": [...]}, {"document": {...}} …"""
        n = len(self.files) + 1
        base = {"file_id": f"FILE_{kind}_{n:06d}", "file_unique_id": f"U{n:06d}", "file_size": size}
        body = {
            "photo": [{**base, "width": width, "height": height}],
            "document": {**base, "file_name": name or "file", "mime_type": mime or "application/octet-stream"},
            "sticker": {
                **base,
                "type": "regular",
                "width": 512,
                "height": 512,
                "is_animated": False,
                "is_video": False,
                "emoji": "👍",
            },
            "voice": {**base, "duration": 3, "mime_type": "audio/ogg"},
        }[kind]
        self.files[base["file_id"]] = {kind: body}
        return {kind: body}

    # -- limits and faults
    def flood(self, chat: Any) -> None:
        if not self.cfg["flood"]:
            return
        if chat.bucket is None:
            chat.bucket = Bucket(*self.cfg["flood_chat" if chat.private else "flood_group"])
        wait = max(chat.bucket.wait(), self.all_bucket.wait())
        if wait > 0:
            seconds = max(1, math.ceil(wait))
            raise ApiError(429, f"retry after {seconds}", retry_after=seconds)
        chat.bucket.take()
        self.all_bucket.take()

    def next_fault(self, method: str, args: Args) -> Any:
        """The planned or random fault for this call: {"kind": ...} or {}."""
        for plan in self.planned:
            if plan["method"] in (None, method.lower()) and plan["chat"] in (None, num(args.get("chat_id"))):
                plan["times"] -= 1
                if plan["times"] <= 0:
                    self.planned.remove(plan)
                return plan
        if self.cfg["fault_rate"] and self.random.random() < self.cfg["fault_rate"]:
            return {"kind": self.random.choice(self.cfg["fault_kinds"])}
        return {}

"""Delivery of updates to a webhook, with Telegram's order and retries."""

import asyncio
import ssl
import time
from collections import deque
from typing import Any

from tests.botapi.wire import Item, num


class Webhook:
    """Delivers updates by POST: one at a time for each queue (chat), repeated until a 2xx answer."""

    def __init__(
        self, world: Any, url: str, secret: str, max_connections: int, certificate: bytes | None = None
    ) -> None:
        self.custom = certificate is not None
        # As Telegram does: a certificate of the bot's own is trusted when it was shown before, and no other.
        self.tls = ssl.create_default_context(cadata=certificate.decode() if certificate else None)
        self.world, self.url, self.secret, self.max_connections = world, url, secret, max_connections
        self.queues: dict[int, deque[Item]] = {}
        self.tasks: set[asyncio.Task[None]] = set()
        self.gate = asyncio.Semaphore(max_connections)
        self.error_date, self.error = 0, ""

    def put(self, item: Item) -> None:
        queue = self.queues.setdefault(item[1], deque())
        queue.append(item)
        if len(queue) == 1:
            task = asyncio.ensure_future(self.drain(item[1], queue))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    async def drain(self, qid: int, queue: Any) -> None:
        while queue:
            delay, fails, done = 1, 0, False
            while not done:
                async with self.gate:
                    done, retry_after = await self.post(queue[0][2])
                if not done:  # the first retry is at once, then after 2, 4, 8 … 60 s
                    delay = min(60, delay * 2) if fails else delay
                    await asyncio.sleep((retry_after or (delay if fails else 0)) * self.world.cfg["retry_scale"])
                    fails += 1
            queue.popleft()
        del self.queues[qid]

    async def post(self, body: bytes) -> Any:
        headers, retry_after = {"Content-Type": "application/json"}, 0
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        self.world.counts["webhook posts"] += 1
        try:
            async with self.world.http.post(
                self.url, data=body, headers=headers, allow_redirects=False, ssl=self.tls
            ) as answer:
                await answer.read()
                if 200 <= answer.status < 300:
                    return True, 0
                self.error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
                retry_after = min(3600, max(0, num(answer.headers.get("Retry-After"))))
        except Exception as error:  # refused, reset, timed out, not HTTP …
            self.error = str(error)[:200] or "Webhook connection closed"
        self.error_date = int(time.time())
        self.world.counts["webhook errors"] += 1
        return False, retry_after

    def close(self) -> Any:
        """Stop; return what was not delivered."""
        for task in self.tasks:
            task.cancel()
        return sorted(item for queue in self.queues.values() for item in queue)

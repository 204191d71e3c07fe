"""The HTTP connections to Telegram: how many at once, how long to wait, and what to do when the token is refused."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from telegram.request import RequestData

from bot.channels.telegram.http import LeanRequest

AT_ONCE = 32
"""Requests at the same time."""
REFUSED = 401
NO_UPDATES = b'{"ok": true, "result": []}'
ARRIVED = 0.3
"""After these seconds a request has surely reached Telegram."""


class BoundedRequest(LeanRequest):
    """Lets a bounded number of requests through; what waits costs nothing."""

    def __init__(self) -> None:
        super().__init__(AT_ONCE)
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """One request, when there is a slot."""
        async with self._slots:
            return await super().do_request(*args, **kwargs)


class PollingRequest(LeanRequest):
    """The one request that asks for updates; calls `refused` when Telegram takes the token no more.

    At its end python-telegram-bot asks once more to confirm what it got, and Telegram lets a repeated question wait for
    three seconds. Where the last long poll has confirmed everything already, that is left out: the bot stops at once.
    """

    def __init__(self, refused: Callable[[], None]) -> None:
        super().__init__(1, read=10)
        self._refused = refused
        self._offset: object = None
        self._asked_at = 0.0

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **named_timeouts: Any
    ) -> tuple[int, bytes]:
        """One request."""
        given = request_data.parameters if request_data else {}
        now, offset = time.monotonic(), given.get("offset")
        if not given.get("timeout") and offset == self._offset and now - self._asked_at > ARRIVED:
            return 200, NO_UPDATES
        self._offset, self._asked_at = offset, now
        code, payload = await super().do_request(url, method, request_data, *timeouts, **named_timeouts)
        if code == REFUSED:
            self._refused()
        return code, payload

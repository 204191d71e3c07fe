"""The HTTP connections to Telegram: how many at once, how long to wait, and what to do when the token is refused."""

import asyncio
from collections.abc import Callable
from typing import Any

from telegram.request import HTTPXRequest

AT_ONCE = 32
"""Requests at the same time. httpcore looks through all that wait at each step, so more of them make it slower."""
REFUSED = 401


class BoundedRequest(HTTPXRequest):
    """Lets a bounded number of requests through; what waits costs nothing."""

    def __init__(self) -> None:
        super().__init__(connection_pool_size=AT_ONCE, connect_timeout=5, read_timeout=15, write_timeout=15)
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """One request, when there is a slot."""
        async with self._slots:
            return await super().do_request(*args, **kwargs)


class PollingRequest(HTTPXRequest):
    """The one request that asks for updates; calls `refused` when Telegram takes the token no more."""

    def __init__(self, refused: Callable[[], None]) -> None:
        super().__init__(connection_pool_size=1, connect_timeout=5, read_timeout=10)
        self._refused = refused

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """One request."""
        code, payload = await super().do_request(*args, **kwargs)
        if code == REFUSED:
            self._refused()
        return code, payload

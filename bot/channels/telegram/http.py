"""The HTTP client behind python-telegram-bot: aiohttp in place of httpx, whose pool takes more time than all else.

Parameters go as one JSON object instead of a form of JSON texts. Proxies are taken from the environment, as httpx does.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.channels.telegram.proxies import way_to

JSON_TYPE = {"Content-Type": "application/json"}
READ = ("message_id", "date", "chat", "photo")
"""What the bot wants to know of a message that it sent."""
UPLOADING = 60.0
"""Seconds that sending a file may take."""


class LeanRequest(BaseRequest):
    """One pool of `connections`; timeouts are in seconds. Raises NetworkError and TimedOut, as BaseRequest wants it."""

    def __init__(self, connections: int, *, connect: float = 5.0, read: float = 15.0) -> None:
        self._connections, self._connect, self._read = connections, connect, read
        self._session: aiohttp.ClientSession | None = None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """See BaseRequest. Of a message that was sent only what is read of it: objects are made of all that comes."""
        answer = super(LeanRequest, LeanRequest).parse_json_payload(payload)
        message = answer.get("result")
        if isinstance(message, dict) and "message_id" in message:
            answer["result"] = {name: message[name] for name in READ if name in message}
        return answer

    @property
    def read_timeout(self) -> float | None:
        """See BaseRequest."""
        return self._read

    async def initialize(self) -> None:
        """See BaseRequest."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector, headers={"User-Agent": self.USER_AGENT})

    async def shutdown(self) -> None:
        """See BaseRequest."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """See BaseRequest."""
        del pool_timeout, write_timeout
        if self._session is None or self._session.closed:
            raise RuntimeError("This request is not initialized")
        body, headers, uploading = _body(request_data)
        read = self._read if isinstance(read_timeout, DefaultValue) else read_timeout
        connect = self._connect if isinstance(connect_timeout, DefaultValue) else connect_timeout
        timeout = _timeout(connect, max(read or 0, UPLOADING) if uploading else read)
        address = _address(url)
        way = way_to(address.scheme, address.host or "")
        try:
            async with self._session.request(
                method,
                address,
                data=body,
                headers={**headers, **dict(way.through)},
                timeout=timeout,
                proxy=way.proxy,
                proxy_headers=dict(way.to_proxy) or None,
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            # Without the cause's text: it may hold the address, and that holds the token.
            raise NetworkError(f"{type(error).__name__}: {_said(error)}") from None


@lru_cache(maxsize=64)
def _address(url: str) -> URL:
    """The address, read once: there is one for each method."""
    return URL(url)


@lru_cache(maxsize=16)
def _timeout(connect: float | None, read: float | None) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, sock_connect=connect, sock_read=read)


def _body(data: RequestData | None) -> tuple[Any, Mapping[str, str], bool]:
    """What to send, its headers, and whether there are files in it."""
    if data is None:
        return None, {}, False
    if not data.contains_files:
        return json.dumps(data.parameters, separators=(",", ":")).encode(), JSON_TYPE, False
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, {}, True


def _said(error: BaseException) -> str:
    """The system's words for an error."""
    return getattr(error, "strerror", None) or "the connection failed"

import asyncio
from typing import Any, cast

import pytest
from telegram.request import RequestData

from bot.channels.telegram import requests
from bot.channels.telegram.http import LeanRequest
from bot.channels.telegram.requests import AT_ONCE, NO_UPDATES, BoundedRequest, PollingRequest


class Asked:
    """A request's parameters."""

    def __init__(self, **parameters: int) -> None:
        self.parameters = parameters


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, bytes]]:
    """What Telegram answers, one after the other; the last one again and again."""
    given = [(200, b"updates")]

    async def do_request(*_args: Any, **_kwargs: Any) -> tuple[int, bytes]:
        await asyncio.sleep(0)
        return given.pop(0) if len(given) > 1 else given[0]

    monkeypatch.setattr(LeanRequest, "do_request", do_request)
    return given


async def ask(request: PollingRequest, **parameters: int) -> tuple[int, bytes]:
    return await request.do_request("url", "POST", cast(RequestData, Asked(**parameters)))


@pytest.mark.usefixtures("answers")
async def test_what_a_poll_has_confirmed_is_not_confirmed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests, "ARRIVED", 0.0)
    request = PollingRequest(lambda: None)
    assert await ask(request, offset=5, timeout=30) == (200, b"updates")
    await asyncio.sleep(0.01)
    assert await ask(request, offset=5) == (200, NO_UPDATES)


@pytest.mark.usefixtures("answers")
async def test_what_no_poll_has_confirmed_is() -> None:
    request = PollingRequest(lambda: None)
    await ask(request, offset=5, timeout=30)
    assert await ask(request, offset=6) == (200, b"updates")
    assert await ask(request, offset=6) == (200, b"updates")  # too soon to be sure that it arrived


async def test_a_token_that_is_taken_no_more_is_told(answers: list[tuple[int, bytes]]) -> None:
    told = []
    answers[:] = [(401, b"{}"), (200, b"{}")]
    request = PollingRequest(lambda: told.append("refused"))
    await ask(request, offset=0, timeout=30)
    await ask(request, offset=0, timeout=30)
    assert told == ["refused"]


async def test_only_so_many_requests_run_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    running, most = 0, 0

    async def do_request(*_args: Any, **_kwargs: Any) -> tuple[int, bytes]:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.001)
        running -= 1
        return 200, b""

    monkeypatch.setattr(LeanRequest, "do_request", do_request)
    request = BoundedRequest()
    await asyncio.gather(*(request.do_request("url", "POST") for _ in range(3 * AT_ONCE)))
    assert most == AT_ONCE

"""How Telegram is reached where a proxy stands in between."""

from base64 import b64encode
from collections.abc import Iterator

import pytest
from aiohttp import web
from yarl import URL

from bot.channels.telegram.http import LeanRequest
from bot.channels.telegram.proxies import Way, way_to

LOGIN = "Basic " + b64encode(b"anna:p@ss").decode()


@pytest.fixture(autouse=True)
def _nothing_said(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("http_proxy", "https_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    way_to.cache_clear()
    yield
    way_to.cache_clear()


def test_without_a_proxy_the_way_is_direct() -> None:
    assert way_to("https", "api.telegram.org") == Way()


def test_a_host_that_needs_no_proxy_is_reached_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy:3128")
    monkeypatch.setenv("no_proxy", "telegram.local")
    assert way_to("https", "telegram.local") == Way()
    assert way_to("https", "api.telegram.org") == Way(URL("http://proxy:3128"))


def test_a_tunnel_shows_the_password_to_the_proxy_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://anna:p%40ss@proxy:3128")
    way = way_to("https", "api.telegram.org")
    assert way == Way(URL("http://proxy:3128"), to_proxy=(("Proxy-Authorization", LOGIN),))


async def test_a_request_goes_through_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = list[tuple[str, str | None]]()

    async def answer(request: web.BaseRequest) -> web.Response:
        heard.append((f"{request.url}", request.headers.get("Proxy-Authorization")))
        return web.json_response({"ok": True, "result": True})

    runner = web.ServerRunner(web.Server(answer))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    monkeypatch.setenv("http_proxy", f"anna:p%40ss@127.0.0.1:{runner.addresses[0][1]}")
    request = LeanRequest(1)
    try:
        await request.initialize()
        code, _ = await request.do_request("http://telegram.invalid/bot1:x/getMe", "POST")
    finally:
        await request.shutdown()
        await runner.cleanup()
    assert (code, heard) == (200, [("http://telegram.invalid/bot1:x/getMe", LOGIN)])

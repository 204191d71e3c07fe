"""The stand-in as an HTTP server for one bot process.

Bot side   http://127.0.0.1:PORT/bot<TOKEN>/METHOD answers as api.telegram.org does.
User side  POST http://127.0.0.1:PORT/test/NAME with a JSON object: people.py, acts.py, sights.py.

    python -m tests.botapi.server [--port 0] [--token T] [--config JSON] [--exit-with-stdin] [--max-age S]

prints «PORT n» once it listens (on 127.0.0.1 only).
"""

import argparse
import asyncio
import contextlib
import inspect
import os
import re
import sys
import threading
import time
import traceback
from typing import Any

from aiohttp import ClientSession, ClientTimeout, web

from tests.botapi.errors import ApiError, MisuseError, bad
from tests.botapi.profile import BotSide
from tests.botapi.request import Args
from tests.botapi.sights import UserSide
from tests.botapi.updates import Raw
from tests.botapi.wire import dumps, loads

TOKEN = "7000000001:AAF-stand-in-token-of-35-characters"
FAULTS = {"400", "403", "429", "500", "502", "504"}


class DroppedError(Exception):
    """The connection is to be cut without an answer."""


class Server(BotSide, UserSide):
    """HTTP for both sides."""

    async def execute(self, method: str, args: Args) -> Any:
        if self.logged_out:
            error = bad()
            error.description = "Logged out"
            raise error
        handler = getattr(self, "m_" + method.lower(), None)
        if handler is None:
            raise ApiError(404, "method not found")
        self.closed = self.closed and method.lower() == "close"
        result = handler(args)
        if inspect.isawaitable(result):
            result = await result
        return result if isinstance(result, Raw) else b'{"ok":true,"result":' + dumps(result) + b"}"

    async def bot_call(self, request: web.Request) -> Any:
        """/bot<TOKEN>/METHOD: run it, with faults and latency if set, and record it."""
        token, method, started = request.match_info["token"], request.match_info["method"], time.perf_counter()
        self.n_calls += 1
        call: dict[str, Any] = {
            "n": self.n_calls,
            "at": time.time(),
            "method": method,
            "params": {},
            "status": 200,
            "ms": 0.0,
        }
        headers, polling = dict[str, str](), method.lower() == "getupdates"
        try:
            if token != self.token:
                raise ApiError(401) if re.fullmatch(r"[1-9]\d*:[\w-]+", token) else ApiError(404)
            args = await Args.read(request)
            call["params"] = args.shown()
            plan = self.next_fault(method, args)
            kind = call["fault"] = plan.get("kind")
            seconds = plan.get("seconds", 2)
            if kind == "slow":
                await asyncio.sleep(seconds)
            elif kind == "drop":
                raise DroppedError
            elif kind in FAULTS:
                retry = {"retry_after": seconds} if kind == "429" else {}
                raise ApiError(int(kind), plan.get("text") or (f"retry after {seconds}" if retry else ""), **retry)
            body = await self.execute(method, args)
            if self.cfg["latency"] and not polling:
                await asyncio.sleep(self.cfg["latency"])
            if kind == "drop_after":
                raise DroppedError
        except (ApiError, web.HTTPRequestEntityTooLarge) as raised:
            error = raised if isinstance(raised, ApiError) else ApiError(413)
            call["status"], call["error"] = error.code, error.description
            parameters = {"parameters": error.parameters} if error.parameters else {}
            if "retry_after" in error.parameters:
                headers["Retry-After"] = str(error.parameters["retry_after"])
            body = dumps({"ok": False, "error_code": error.code, "description": error.description, **parameters})
        except DroppedError:
            call["status"], call["error"], body = 0, "connection dropped", b""
            if request.transport:
                request.transport.abort()
        except Exception:  # a defect of this program: show it
            traceback.print_exc()
            call["status"], call["error"] = 500, "stand-in failed: " + traceback.format_exc()[-300:]
            body = dumps({"ok": False, "error_code": 500, "description": "Internal Server Error: stand-in failed"})
        call["ms"] = round((time.perf_counter() - started) * 1000, 2)
        self.counts[f"{method} {call['status']}"] += 1
        gone = call["status"] and (request.transport is None or request.transport.is_closing())
        if call["status"] != 200 and not gone:  # an error that nobody is there to read any more is not the bot's
            self.rejected.append(call)
        if not polling or call["status"] != 200:
            self.calls.append({**call, "gone": True} if gone else call)
        return web.Response(
            body=bytes(body), status=call["status"] or 500, headers=headers, content_type="application/json"
        )

    async def test_call(self, request: web.Request) -> Any:
        """/test/NAME: call t_NAME with the JSON object's fields (and the query's) as keyword arguments."""
        try:
            body = await request.read()
            given = {**(loads(body) if body else {}), **{k: loads(v) for k, v in request.query.items()}}
            handler = getattr(self, "t_" + request.match_info["name"], None)
            if handler is None:
                raise MisuseError("there are: " + " ".join(sorted(n[2:] for n in dir(self) if n.startswith("t_"))))
            try:
                inspect.signature(handler).bind(**given)
            except TypeError as error:
                raise MisuseError(f"{request.match_info['name']}{inspect.signature(handler)}: {error}") from None
            result = handler(**given)
            if inspect.isawaitable(result):
                result = await result
            return web.Response(body=dumps(result), content_type="application/json")
        except (MisuseError, ApiError, ValueError) as error:
            return web.Response(
                body=dumps({"error": str(error) or getattr(error, "description", "")}),
                status=400,
                content_type="application/json",
            )

    async def not_found(self, _request: Any) -> Any:
        return web.Response(
            body=dumps({"ok": False, "error_code": 404, "description": "Not Found"}),
            status=404,
            content_type="application/json",
        )

    async def serve(self, port: int, max_age: float) -> None:
        app = web.Application(client_max_size=55 << 20)
        app.router.add_route("*", "/bot{token:[^/]+}/{method:[A-Za-z0-9]+}", self.bot_call)
        app.router.add_route("*", "/test/{name}", self.test_call)
        app.router.add_route("*", "/{path:.*}", self.not_found)
        runner = web.AppRunner(app, access_log=None, keepalive_timeout=300, handle_signals=False)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", port, backlog=1024)
        await site.start()
        print(f"PORT {runner.addresses[0][1]}", flush=True)
        async with ClientSession(timeout=ClientTimeout(total=60)) as self.http:
            await asyncio.sleep(max_age)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--flood", action="store_true", help="answer 429 over Telegram's limits")
    parser.add_argument("--fault-rate", type=float, default=0.0)
    parser.add_argument("--config", default="{}", help="settings as a JSON object, see DEFAULTS in world.py")
    parser.add_argument("--exit-with-stdin", action="store_true", help="end when standard input is closed")
    parser.add_argument("--max-age", type=float, default=4 * 3600, help="seconds after which it ends in any case")
    options = parser.parse_args()
    if options.exit_with_stdin:
        threading.Thread(target=lambda: (sys.stdin.buffer.read(), os._exit(0)), daemon=True).start()
    config = {"flood": options.flood, "fault_rate": options.fault_rate, **loads(options.config)}
    try:
        from uvloop import run
    except ImportError:
        from asyncio import run

    async def start() -> None:
        await Server(options.token, config).serve(options.port, options.max_age)

    with contextlib.suppress(KeyboardInterrupt):
        run(start())


if __name__ == "__main__":
    main()

"""The bot's side, first part: how it gets updates."""

import asyncio
import re
import time
from typing import Any

from tests.botapi.errors import ApiError, bad
from tests.botapi.request import Args
from tests.botapi.webhook import Webhook
from tests.botapi.wire import DEFAULT_UPDATES, flag, num
from tests.botapi.world import World


class Raw(bytes):
    """An answer body that is ready to send."""


class Updates(World):
    """getUpdates and the webhook's methods. m_<name in lower case>(args) is the API's method."""

    async def conflict(self, text: str) -> Any:
        """A 409; the second one within 3 s and later ones keep the client waiting for 3 s, as the real server does."""
        if time.monotonic() < self.next_conflict:
            await asyncio.sleep(3)
        else:
            self.next_conflict = time.monotonic() + 3
        return ApiError(409, text)

    def abort_poll(self, text: str) -> None:
        if self.poll and not self.poll.done():
            self.poll.set_exception(ApiError(409, text))

    async def m_getupdates(self, args: Args) -> Any:
        if self.hook:
            raise await self.conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        offset, timeout = num(args.get("offset")), min(50, max(0, num(args.get("timeout"))))
        limit, now = min(100, max(1, num(args.get("limit"), 100))), time.monotonic()
        self.set_allowed(args.get("allowed_updates"))
        if self.cfg["poll_guard"] and offset == self.prev_offset:
            timeout = max(3, timeout) if now < self.prev_at + 3 else timeout
            limit = 1 if now < self.prev_at + 0.5 else limit
        self.prev_offset, self.prev_at, self.polls = offset, now, self.polls + 1
        got = self.take(offset, limit)
        if not got and timeout:
            self.abort_poll("terminated by other getUpdates request; make sure that only one bot instance is running")
            poll = self.poll = asyncio.get_running_loop().create_future()
            try:
                await asyncio.wait_for(poll, timeout)
                await asyncio.sleep(0.001)  # the real server waits 1 ms for more
            except TimeoutError:
                pass
            except ApiError as error:
                raise await self.conflict(error.text) from None
            finally:
                self.poll = None if self.poll is poll else self.poll
            got = self.take(offset, limit)
        self.counts["updates delivered"] += len(got)
        return Raw(b'{"ok":true,"result":[' + b",".join(item[2] for item in got) + b"]}")

    def m_setwebhook(self, args: Args) -> Any:
        url, secret = args.get("url", ""), args.get("secret_token", "")
        if not url:
            return self.m_deletewebhook(args)
        if time.monotonic() < self.hook_at + 1:
            raise ApiError(429, "retry after 1", retry_after=1)
        self.hook_at = time.monotonic()
        port = re.match(r"https://[^/:]+(?::(\d+))?", url)
        if not re.match(r"(?i)https?://[^/\s]", url):
            raise bad("invalid webhook URL specified")
        if len(secret) > 256:
            raise bad("secret token is too long")
        if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
            raise bad("secret token contains unallowed characters")
        if not self.cfg["local_webhook"] and not port:
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if not self.cfg["local_webhook"] and ((port and port[1]) or "443") not in ("443", "80", "88", "8443"):
            raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
        self.abort_poll("terminated by setWebhook request")
        self.set_allowed(args.get("allowed_updates"))
        self.m_deletewebhook(args)
        self.hooks += 1
        certificate = args.files.get("certificate")
        most = min(100, max(1, num(args.get("max_connections"), 40)))
        self.hook = Webhook(self, url, secret, most, certificate[2] if certificate else None)
        while self.queue:
            self.hook.put(self.queue.popleft())
        return Raw(b'{"ok":true,"result":true,"description":"Webhook was set"}')

    def m_deletewebhook(self, args: Args) -> Any:
        was = self.hook
        if was:
            self.queue.extend(was.close())
            self.hook = None
        if flag(args.get("drop_pending_updates")):
            self.queue.clear()
        return Raw(b'{"ok":true,"result":true,"description":"Webhook %s deleted"}' % (b"was" if was else b"is already"))

    def m_getwebhookinfo(self, _args: Any) -> Any:
        hook = self.hook
        info = {
            "url": hook.url if hook else "",
            "has_custom_certificate": bool(hook and hook.custom),
            "pending_update_count": self.pending(),
        }
        if hook:
            info |= {"max_connections": hook.max_connections, "ip_address": "127.0.0.1"}
            if hook.error_date:
                info |= {"last_error_date": hook.error_date, "last_error_message": hook.error}
        return info | ({"allowed_updates": sorted(self.allowed)} if self.allowed != DEFAULT_UPDATES else {})

    def m_logout(self, _args: Any) -> Any:
        self.logged_out = True
        return True

    def m_close(self, _args: Any) -> Any:
        if self.closed:
            raise bad("the bot has already been closed")
        self.closed = True
        return True

"""Webhook mode: Telegram delivers updates to an address instead of being asked for them.

Several processes may listen behind one address: each tells Telegram the same address and secret, and none takes it back
when it stops. Updates wait at Telegram while nobody listens, and a chat's next one while the one before is being
handled: so a chat's order holds over all processes, and what a dying process leaves comes again.
"""

import asyncio
import hashlib
import hmac
import logging
import ssl
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import Updater

from bot.errors import SettingsError
from bot.settings import Webhook

MOST_CONNECTIONS = 100
TRIES = 3
"""Another process may have told Telegram the same address this second, and Telegram then asks for patience."""
LONGEST = 20.0
"""Seconds after which Telegram learns that an update has arrived, handled or not; it would send it again."""
CONFIRMED_WITHIN, _LAST_WORD = 2.0, 0.05
"""Seconds that a process which ends gives its handlers, and after that its web server."""
LOG = logging.getLogger(__name__)


class AwaitedUpdates(asyncio.Queue[object]):
    """The queue between the web server and the handlers; putting an update in takes until it has been handled.

    `settled` is awaited after that: it makes what came of the update known to the other processes.
    """

    def __init__(self, settled: Callable[[], Awaitable[None]] | None = None) -> None:
        super().__init__()
        self._settled = settled
        self._handled: dict[int, asyncio.Event] = {}
        self._open = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def put(self, update: object) -> None:
        """Put it in and wait for its end."""
        if not isinstance(update, Update):
            await super().put(update)
            return
        handled = self._handled[id(update)] = asyncio.Event()
        await super().put(update)
        self._open += 1
        self._idle.clear()
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(handled.wait(), LONGEST)
            self._handled.pop(id(update), None)
            if self._settled:
                await self._settled()
        finally:
            self._open -= 1
            if not self._open:
                self._idle.set()

    async def confirmed(self, longest: float = CONFIRMED_WITHIN) -> None:
        """Wait until Telegram has been told of what was handled: it would send the rest again to the next process."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), longest)
        await asyncio.sleep(_LAST_WORD)

    def finished(self, update: object) -> None:
        """The update has been handled."""
        if handled := self._handled.get(id(update)):
            handled.set()


async def listen(updater: Updater, webhook: Webhook, token: str, updates: Sequence[str]) -> None:
    """Listen and tell Telegram the address. Raises SettingsError when either is refused."""
    _look_at_key(webhook)
    try:
        await updater.start_webhook(
            listen=webhook.listen,
            port=webhook.port,
            url_path=webhook.path,
            cert=webhook.certificate,
            key=webhook.key,
            bootstrap_retries=TRIES,
            webhook_url=webhook.url,
            allowed_updates=list(updates),
            drop_pending_updates=False,
            max_connections=MOST_CONNECTIONS,
            secret_token=webhook.secret or derived_secret(token),
        )
    except OSError as error:
        raise SettingsError(
            "WEBHOOK_PORT", f"{webhook.listen}:{webhook.port}", f"can't listen there: {error}"
        ) from None
    except TelegramError as error:
        raise SettingsError("WEBHOOK_URL", webhook.url, f"Telegram refuses it: {error}") from None
    LOG.info("listening on %s:%s for %s", webhook.listen, webhook.port, webhook.url)


def _look_at_key(webhook: Webhook) -> None:
    """What is wrong with the key would else be said of Telegram."""
    if webhook.certificate is None or webhook.key is None:
        return
    try:
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(webhook.certificate, webhook.key)
    except OSError as error:
        raise SettingsError(
            "WEBHOOK_KEY", str(webhook.key), f"it isn't the key of {webhook.certificate}: {error.strerror or error}"
        ) from None


def derived_secret(token: str) -> str:
    """The secret that proves an update comes from Telegram: the same in every process, and no way back to the token."""
    return hmac.new(token.encode(), b"webhook secret", hashlib.sha256).hexdigest()

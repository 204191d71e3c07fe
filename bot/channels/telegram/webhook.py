"""Webhook mode: Telegram delivers updates to an address instead of being asked for them.

Several processes may listen behind one address: each tells Telegram the same address and secret, and none takes it back
when it stops. Updates wait at Telegram while nobody listens.
"""

import hashlib
import hmac
import logging
from collections.abc import Sequence

from telegram.error import TelegramError
from telegram.ext import Updater

from bot.errors import SettingsError
from bot.settings import Webhook

MOST_CONNECTIONS = 100
TRIES = 3
"""Another process may have told Telegram the same address this second, and Telegram then asks for patience."""
LOG = logging.getLogger(__name__)


async def listen(updater: Updater, webhook: Webhook, token: str, updates: Sequence[str]) -> None:
    """Listen and tell Telegram the address. Raises SettingsError when either is refused."""
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


def derived_secret(token: str) -> str:
    """The secret that proves an update comes from Telegram: the same in every process, and no way back to the token."""
    return hmac.new(token.encode(), b"webhook secret", hashlib.sha256).hexdigest()

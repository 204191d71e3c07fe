"""Frozen settings, read from the environment once at start. The only reader of environment variables.

Stands before everything: a verb of bot.cli takes the settings and hands them to bot.app and the channels.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent
TELEGRAM_API = "https://api.telegram.org"
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
TOKEN = re.compile(r"[1-9][0-9]*:[A-Za-z0-9_-]{20,}")

_PASSWORD = re.compile(r"//.*@", re.DOTALL)
_SCHEME = re.compile(r"[a-z0-9+]+://", re.IGNORECASE)
_PORT = re.compile("[0-9]{1,5}")
_SQLITE = re.compile("sqlite:///[^?]")
_POSTGRESQL = re.compile(
    r"""postgres(?:ql)?://
    (?:[^:/]*(?::[^@]*)?@)?  # user and password, which may hold what ends a host elsewhere
    (?:\[[^/?\]]+\]|[^/:?\[\]]*)
    (?::(?P<port>[^/?]*))?
    (?:/[^?]*)?(?:\?.*)?""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""As SQLAlchemy reads it, which stands behind bot.subscriptions and is too slow to load for a look at a setting."""


@dataclass(frozen=True)
class Webhook:
    """Where Telegram delivers updates, and where this process listens for them, behind a proxy or by itself.

    With a key the process speaks TLS itself; a certificate alone is only shown to Telegram (a self-signed one).
    """

    url: str
    secret: str | None = field(default=None, repr=False)
    listen: str = "127.0.0.1"
    port: int = 8443
    path: str = ""
    certificate: Path | None = None
    key: Path | None = None


@dataclass(frozen=True)
class Settings:
    """What can be set from outside. The token never shows in a repr."""

    token: str | None = field(default=None, repr=False)
    api_base_url: str = TELEGRAM_API
    knowledge: Path = ROOT / "knowledge"
    locales: Path = ROOT / "locales"
    cache: Path | None = ROOT / ".cache"
    log_level: str = "INFO"
    folder: Path = ROOT / "data"
    database_url: str | None = field(default=None, repr=False)
    keep_questions_days: float = 30.0
    broadcast_rate: float = 30.0
    broadcast_lanes: int = 1
    expiry_days: float = 7.0
    zone: str = "Europe/Berlin"
    webhook: Webhook | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "Settings":
        """The settings that these variables give; an empty variable counts as absent. Raises SettingsError."""
        given = {name: value.strip() for name, value in environ.items() if value.strip()}
        return cls(
            token=_token(given.get("TELEGRAM_BOT_TOKEN")),
            api_base_url=_base_url(given.get("TELEGRAM_API_BASE_URL", TELEGRAM_API)),
            knowledge=_folder("BOT_KNOWLEDGE", given.get("BOT_KNOWLEDGE"), cls.knowledge),
            cache=_cache(given.get("BOT_CACHE"), cls.cache),
            log_level=_log_level(given.get("BOT_LOG_LEVEL", "INFO")),
            folder=Path(given.get("DATA_DIR", str(cls.folder))).expanduser(),
            database_url=_database_url(given.get("DATABASE_URL")),
            keep_questions_days=_number("BOT_KEEP_QUESTIONS_DAYS", given, cls.keep_questions_days, 0, 3650),
            broadcast_rate=_number("BOT_BROADCAST_RATE", given, cls.broadcast_rate, 0.1, 100_000),
            broadcast_lanes=_whole("BOT_BROADCAST_LANES", given, cls.broadcast_lanes, 1, 64),
            expiry_days=_number("BOT_NEWS_EXPIRE_DAYS", given, cls.expiry_days, 0.01, 365),
            zone=_zone(given.get("BOT_TIME_ZONE", cls.zone)),
            webhook=_webhook(given),
        )


def _cache(value: str | None, default: Path | None) -> Path | None:
    """Where built data is kept between starts; "off" keeps none."""
    if value is None:
        return default
    return None if value.lower() == "off" else Path(value).expanduser()


def _token(value: str | None) -> str | None:
    if value is not None and not TOKEN.fullmatch(value):
        hidden = f"<{len(value)} characters>"
        raise SettingsError("TELEGRAM_BOT_TOKEN", hidden, "not a bot token; @BotFather gives one like 123456:ABC-DEF…")
    return value


def _base_url(value: str) -> str:
    _address("TELEGRAM_API_BASE_URL", value, "give an address like http://localhost:8081")
    return value.rstrip("/")


def _address(variable: str, value: str, remedy: str) -> SplitResult:
    """The parts of an address of the web; a wrong one is repeated without the name and password that it may hold."""
    try:
        parts = urlsplit(value)
        sound = parts.port != 0  # asking for it looks at it: letters or a million are a ValueError
    except ValueError:
        sound = False
    if sound and parts.scheme in {"http", "https"} and parts.hostname and not parts.query and not parts.fragment:
        return parts
    raise SettingsError(variable, _PASSWORD.sub("//…@", value), remedy)


def _folder(variable: str, value: str | None, default: Path) -> Path:
    folder = Path(value).expanduser() if value else default
    if value and not folder.is_dir():
        raise SettingsError(variable, value, "no such folder; give one in the form of knowledge/")
    return folder


def _database_url(value: str | None) -> str | None:
    """Only the scheme is repeated: the rest may hold a password."""
    if value is None or _SQLITE.match(value):
        return value
    found = _POSTGRESQL.fullmatch(value)
    if found is not None and (not found["port"] or _is_port(found["port"])):
        return value
    scheme = _SCHEME.match(value)
    shown = f"{scheme[0]}…" if scheme else "<hidden>"
    remedy = "give postgresql://user:password@host:5432/database or sqlite:///file"
    if found is not None:
        remedy = f"what stands behind the host is no port: {remedy}"
    raise SettingsError("DATABASE_URL", shown, remedy)


def _is_port(text: str) -> bool:
    return _PORT.fullmatch(text) is not None and 0 < int(text) < 65536


def _number(variable: str, given: Mapping[str, str], default: float, least: float, most: float) -> float:
    value = given.get(variable)
    try:
        number = default if value is None else float(value)
    except ValueError:
        number = float("nan")
    if not least <= number <= most:
        raise SettingsError(variable, str(value), f"give a number from {least:g} to {most:g}")
    return number


def _whole(variable: str, given: Mapping[str, str], default: int, least: int, most: int) -> int:
    value = given.get(variable)
    try:
        number = default if value is None else int(value)
    except ValueError:
        number = least - 1
    if not least <= number <= most:
        raise SettingsError(variable, str(value), f"give a whole number from {least} to {most}")
    return number


def _zone(value: str) -> str:
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise SettingsError("BOT_TIME_ZONE", value, "give a name such as Europe/Vienna") from None


def _webhook(given: Mapping[str, str]) -> Webhook | None:
    """None without WEBHOOK_URL: then updates are fetched."""
    url = given.get("WEBHOOK_URL")
    if url is None:
        return None
    parts = _address("WEBHOOK_URL", url, "give the public address like https://bot.example.org/telegram")
    secret = given.get("WEBHOOK_SECRET")
    if secret is not None and not WEBHOOK_SECRET.fullmatch(secret):
        raise SettingsError("WEBHOOK_SECRET", "<hidden>", "give up to 256 letters, digits, _ and -")
    if "WEBHOOK_KEY" in given and "WEBHOOK_CERTIFICATE" not in given:
        raise SettingsError("WEBHOOK_KEY", given["WEBHOOK_KEY"], "give its certificate, too: WEBHOOK_CERTIFICATE")
    return Webhook(
        url=url,
        secret=secret,
        listen=given.get("WEBHOOK_LISTEN", Webhook.listen),
        port=_whole("WEBHOOK_PORT", given, Webhook.port, 1, 65535),
        path=given.get("WEBHOOK_PATH", parts.path).strip("/"),
        certificate=_file("WEBHOOK_CERTIFICATE", given.get("WEBHOOK_CERTIFICATE")),
        key=_file("WEBHOOK_KEY", given.get("WEBHOOK_KEY")),
    )


def _file(variable: str, value: str | None) -> Path | None:
    path = Path(value).expanduser() if value else None
    if path is not None and not path.is_file():
        raise SettingsError(variable, str(value), "no such file")
    return path


def _log_level(value: str) -> str:
    if value.upper() not in LOG_LEVELS:
        raise SettingsError("BOT_LOG_LEVEL", value, f"choose one of {', '.join(LOG_LEVELS)}")
    return value.upper()

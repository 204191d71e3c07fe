import re
from pathlib import Path

import pytest

from bot import settings as settings_module
from bot.errors import SettingsError
from bot.settings import ROOT, TELEGRAM_API, Settings, Webhook
from bot.subscriptions.storage.database import url_of

TOKEN = "7000000001:AAF-a-token-of-some-35-characters-x"


def test_without_variables_there_is_no_token_and_the_project_s_own_folders() -> None:
    settings = Settings.from_environment({})
    assert settings.token is None
    assert settings.api_base_url == TELEGRAM_API
    assert settings.knowledge.name == "knowledge"


def variables() -> set[str]:
    """All that the settings read."""
    return set(re.findall(r'"([A-Z]+(?:_[A-Z]+)+)"', Path(settings_module.__file__).read_text()))


@pytest.mark.parametrize("file", [".env.example", "README.md"])
def test_every_variable_is_explained(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert {"DATA_DIR", "BOT_CACHE", "WEBHOOK_KEY", "TELEGRAM_BOT_TOKEN"} <= variables()
    assert [name for name in sorted(variables()) if not re.search(rf"\b{name}\b", text)] == []


def test_the_example_s_values_are_ones_that_can_be_used() -> None:
    lines = re.findall(r"^#?([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    assert {name for name, _ in lines} == variables()
    given = {
        name: value for name, value in lines if name not in {"WEBHOOK_CERTIFICATE", "WEBHOOK_KEY", "BOT_KNOWLEDGE"}
    }
    settings = Settings.from_environment(given)
    assert settings.webhook is not None
    assert (settings.broadcast_rate, settings.broadcast_lanes, settings.zone) == (30.0, 1, Settings().zone)
    assert (settings.webhook.listen, settings.webhook.port) == (Webhook.listen, Webhook.port)


def test_a_container_keeps_its_data_on_a_volume() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    folder = re.search(r"\bDATA_DIR=(\S+)", text)
    assert folder
    assert re.search(rf"^VOLUME {re.escape(folder[1])}$", text, re.MULTILINE)
    assert text.index("USER bot") > text.index(f"mkdir --parents {folder[1]}")


def test_an_empty_variable_counts_as_absent() -> None:
    assert Settings.from_environment({"TELEGRAM_BOT_TOKEN": " ", "BOT_LOG_LEVEL": ""}) == Settings()


def test_a_base_url_loses_its_last_slash() -> None:
    assert Settings.from_environment({"TELEGRAM_API_BASE_URL": "http://host:81/"}).api_base_url == "http://host:81"


def test_the_token_is_not_in_the_repr() -> None:
    settings = Settings.from_environment({"TELEGRAM_BOT_TOKEN": TOKEN})
    assert settings.token == TOKEN
    assert TOKEN not in repr(settings)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("TELEGRAM_API_BASE_URL", "localhost:8081"),
        ("TELEGRAM_API_BASE_URL", "ftp://host"),
        ("BOT_KNOWLEDGE", "/no/such/folder"),
        ("BOT_LOG_LEVEL", "LOUD"),
        ("BOT_BROADCAST_LANES", "0"),
        ("BOT_BROADCAST_LANES", "65"),
        ("BOT_BROADCAST_LANES", "2.7"),
        ("BOT_BROADCAST_LANES", "nan"),
        ("TELEGRAM_API_BASE_URL", "http://[::1"),
        ("TELEGRAM_API_BASE_URL", "http://host:port"),
        ("TELEGRAM_API_BASE_URL", "http://host:65536"),
        ("WEBHOOK_URL", "http://[x"),
        ("WEBHOOK_URL", "https://bot.example.org:https/telegram"),
        ("BOT_NEWS_EXPIRE_DAYS", "0"),
    ],
)
def test_an_unusable_value_is_named_with_its_variable_and_a_remedy(variable: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({variable: value})
    assert variable in str(caught.value)
    assert value in str(caught.value)
    assert caught.value.remedy


def test_a_malformed_token_is_refused_without_repeating_it() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({"TELEGRAM_BOT_TOKEN": "secret-but-wrong"})
    assert "TELEGRAM_BOT_TOKEN" in str(caught.value)
    assert "secret-but-wrong" not in str(caught.value)


@pytest.mark.parametrize("port", ["80.5", "0", "65536", "http"])
def test_a_port_is_a_whole_number(port: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({"WEBHOOK_URL": "https://bot.example.org", "WEBHOOK_PORT": port})
    assert f"WEBHOOK_PORT={port!r}" in str(caught.value)
    assert "whole number from 1 to 65535" in caught.value.remedy


@pytest.mark.parametrize("variable", ["TELEGRAM_API_BASE_URL", "WEBHOOK_URL"])
def test_a_wrong_address_is_repeated_without_its_password(variable: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({variable: "https://user:gehe@im@[host"})
    assert "https://…@[host" in str(caught.value)
    assert "gehe" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://[geheim", "http://…"),
        ("geheim", "<hidden>"),
        ("geheim:geheim@host/db", "<hidden>"),
        ("mysql://u:geheim@host/db", "mysql://…"),
        ("sqlite://", "sqlite://…"),
        ("sqlite:///", "sqlite://…"),
        ("sqlite://geheim/x", "sqlite://…"),
        ("postgresql://u:geheim@localhost:abc/x", "postgresql://…"),
        ("postgresql://u:geheim@localhost:65536/x", "postgresql://…"),
        ("postgresql://u:geheim@[::1/x", "postgresql://…"),
        ("postgresql:geheim", "<hidden>"),
    ],
)
def test_an_unusable_database_is_named_without_its_password(url: str, shown: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({"DATABASE_URL": url})
    assert f"DATABASE_URL={shown!r}" in str(caught.value)
    assert "geheim" not in str(caught.value)
    assert "sqlite:///file" in caught.value.remedy


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///bot.sqlite3",
        "sqlite:////var/lib/bot.sqlite3",
        "postgres://bot@host/bot",
        "postgresql://localhost",
        "postgresql://bot:p#a/s?s[word@host:5432/bot?ssl=require",
        "postgresql://bot:password@[::1]:5432/bot",
        "postgresql://bot:@/bot?host=/run/postgresql",
        "postgresql:///bot",
    ],
)
def test_a_database_that_can_be_opened_is_taken_as_it_is(url: str, tmp_path: Path) -> None:
    assert Settings.from_environment({"DATABASE_URL": url}).database_url == url
    assert url_of(url, tmp_path).drivername in {"sqlite+aiosqlite", "postgresql+asyncpg"}

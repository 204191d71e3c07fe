"""The real room, built once for all tests here."""

from pathlib import Path

import pytest

from bot.answering.room import Room
from bot.app import App, build_from
from bot.settings import Settings

SETTINGS = Settings()


@pytest.fixture(scope="session")
def app() -> App:
    return build_from(SETTINGS.knowledge, SETTINGS.locales, SETTINGS.cache)


@pytest.fixture(scope="session")
def room(app: App) -> Room:
    return app.room


@pytest.fixture(scope="session")
def hanse() -> Room:
    """Another subject altogether, where centuries lie between the dates."""
    return build_from(Path(__file__).parents[1] / "subjects" / "hanse", SETTINGS.locales, SETTINGS.cache).room

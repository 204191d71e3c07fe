"""The real room, built once for all tests."""

import pytest

from bot.answering.room.room import Room
from bot.app import App
from tests import apps


@pytest.fixture(scope="session")
def app() -> App:
    return apps.app()


@pytest.fixture(scope="session")
def room(app: App) -> Room:
    return app.room


@pytest.fixture(scope="session")
def hanse() -> Room:
    return apps.app(apps.HANSE).room

"""Changed knowledge is taken up while the bot serves, and the old one goes."""

import asyncio
import gc
import shutil
import weakref
from pathlib import Path

import pytest

from bot.answering.room.conversation import Conversation
from bot.app import build
from bot.live import Live
from bot.settings import Settings
from bot.watching import watch
from tests.apps import SMALL


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings on a knowledge folder that may be changed."""
    shutil.copytree(SMALL, tmp_path / "knowledge")
    return Settings(knowledge=tmp_path / "knowledge", cache=None)


async def test_changed_knowledge_leaves_nothing_of_the_old_one_behind(settings: Settings) -> None:
    live = Live(build(settings))
    watching = asyncio.create_task(watch(live, settings, every=0.05))
    try:
        live.answer("When does the night train start?", Conversation(), "en", 0.0)
        old, known = weakref.ref(live.room()), weakref.ref(live.app.knowledge)
        file = settings.knowledge / "sources.yaml"
        async with asyncio.timeout(60):
            while live.room() is old():
                file.write_text(f"{file.read_text()}\n# another line\n")
                await asyncio.sleep(1.0)
        assert old() is None
        assert known() is None
        assert gc.get_freeze_count()
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        gc.unfreeze()

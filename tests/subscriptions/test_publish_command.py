"""`publish` at the command line."""

import asyncio
import shutil
from pathlib import Path

import pytest

from bot.cli.main import main
from bot.subscriptions.changes.publishing import Publishing
from bot.subscriptions.storage.database import Database, url_of
from tests.apps import SMALL
from tests.subscriptions.conftest import made


async def begun(address: str) -> bool:
    database = Database(url_of(address, Path()))
    try:
        return await Publishing(database).has_begun()
    finally:
        await database.close()


def test_what_a_running_bot_would_refuse_isn_t_announced(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, copied: bool
) -> None:
    if not copied:
        asyncio.run(made(url_of(address, Path())))
    folder = tmp_path / "knowledge"
    shutil.copytree(SMALL, folder)
    gazetteer = folder / "gazetteer.yaml"
    good = gazetteer.read_text(encoding="utf-8")
    unused = "  nobody:\n    kind: company\n    names: {de: [Nobodybahn], en: [Nobodybahn]}\n"
    gazetteer.write_text(good + unused, encoding="utf-8")
    monkeypatch.setenv("DATABASE_URL", address)
    assert main(["publish", "--yes", "--knowledge", str(folder)]) == 1
    assert "entities.nobody" in capsys.readouterr().err
    assert not asyncio.run(begun(address))
    gazetteer.write_text(good, encoding="utf-8")
    assert main(["publish", "--yes", "--knowledge", str(folder)]) == 0
    assert asyncio.run(begun(address))

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from sqlalchemy import text

from bot.apart import run_apart, start_apart
from bot.app import build, build_from
from bot.compiled import compiled
from bot.errors import KnowledgeError
from bot.settings import ROOT, Settings
from bot.subscriptions.storage.database import Database, url_of
from bot.subscriptions.storage.migrating import NEWEST, migrate_apart
from tests.apps import HANSE


def test_the_project_is_found_from_any_folder_and_nothing_of_that_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "__init__.py").write_text("raise SystemExit('not this one')")
    monkeypatch.chdir(tmp_path)
    run_apart("bot.building", str(HANSE), str(ROOT / "locales"), "kept")
    assert len(list((tmp_path / "kept").glob("*.pickle"))) == 1


def test_what_is_built_apart_is_what_would_be_built_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = build_from(HANSE)
    monkeypatch.setattr("bot.app.build_understanding", pytest.fail)
    app = build(Settings(knowledge=HANSE, cache=tmp_path), lean=True)
    assert app.knowledge == here.knowledge


def test_what_newer_code_would_build_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.app._code_at_start", lambda: "older")
    build(Settings(knowledge=HANSE, cache=tmp_path), lean=True)
    assert list(tmp_path.iterdir()) == []


def test_it_ends_with_the_process_that_started_it(tmp_path: Path) -> None:
    process = start_apart("bot.building", str(HANSE), str(ROOT / "locales"), str(tmp_path))
    assert process is not None
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(20) == 1
    assert list(tmp_path.iterdir()) == []


def test_it_knows_no_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:secret")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    started: dict[str, str] = {}

    def refused(_command: Sequence[str], *, env: Mapping[str, str], **_how: object) -> NoReturn:
        started.update(env)
        raise OSError

    monkeypatch.setattr("bot.apart.subprocess.Popen", refused)
    run_apart("bot.building")
    assert "TELEGRAM_BOT_TOKEN" not in started
    assert started["PYTHONPATH"].split(":") == [str(ROOT), str(tmp_path)]


def test_where_nothing_can_be_kept_nothing_is_built_apart(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert compiled(tmp_path / "file" / "built", "state", lambda: ["here"], pytest.fail) == ["here"]


def test_knowledge_that_does_not_hold_is_reported_as_ever(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"gazetteer\.yaml"):
        build(replace(Settings(), knowledge=tmp_path, cache=tmp_path / "kept"), lean=True)


def test_a_process_that_cannot_be_started_costs_only_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.apart.sys.executable", str(tmp_path / "no_python"))
    apart = compiled(tmp_path, "state", lambda: ["here"], lambda: run_apart("bot.building"))
    assert apart == ["here"]


async def test_another_process_makes_the_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_connection: object) -> None:
        pytest.fail("the steps were taken here")

    monkeypatch.setattr("bot.subscriptions.storage.migrating._upgrade", never)
    monkeypatch.chdir(tmp_path)
    for url in (None, f"sqlite:///{tmp_path}/other.sqlite3"):
        database = Database(url_of(url, Path("folder")))
        await migrate_apart(database)
        async with database.reading() as connection:
            assert await connection.scalar(text("SELECT version_num FROM alembic_version")) == NEWEST
        await database.close()
    assert [(tmp_path / file).exists() for file in ("folder/bot.sqlite3", "other.sqlite3")] == [True, True]

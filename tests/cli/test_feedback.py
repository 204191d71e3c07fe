"""`run_bot.py feedback`, on a database with a few opinions."""

import asyncio
import json
import time
from pathlib import Path

import pytest

from bot.channels.feedback import Opinion
from bot.cli.main import main
from bot.subscriptions.storage.database import Database, url_of
from bot.subscriptions.storage.feedback import FeedbackInDatabase
from bot.subscriptions.storage.journal import Journal
from bot.subscriptions.storage.migrating import migrate

DAY = 86400.0


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two reports: in English an hour ago, in German 40 days ago."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "160")

    async def written() -> None:
        database = Database(url_of(None, tmp_path))
        await migrate(database)
        journal = Journal(database)
        now = time.time()
        for at, opinion in (
            (now - 3600, Opinion(False, "not_my_question", "en", "Who \x1b[31m[red]signed?", ("jd/who",), "1", "7.a")),
            (now - 40 * DAY, Opinion(False, None, "de", "Wer hat unterschrieben?", ("jd/who", "jd/when"), "2", "9.a")),
            (now, Opinion(True, None, "de", "Wo?", (), "3", "1.a")),
        ):
            FeedbackInDatabase(journal, lambda at=at: at).record(opinion)  # type: ignore[misc]
            await journal.flush()
        await database.close()

    asyncio.run(written())


def test_the_reports_are_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feedback"]) == 0
    shown = capsys.readouterr().out
    assert shown.index("Who  [31m[red]signed?") < shown.index("not kept")
    assert "not my question" in shown
    assert "jd/when" in shown
    assert "👎 2, 👍 1" in shown
    assert "Wer hat unterschrieben?" not in shown


def test_texts_obey_the_setting(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_KEEP_QUESTIONS_DAYS", "60")
    assert main(["feedback"]) == 0
    assert "Wer hat unterschrieben?" in capsys.readouterr().out


def test_json_is_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feedback", "--json", "--since", "2d"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert (found["reason"], found["language"], found["facts"]) == ("not_my_question", "en", ["jd/who"])
    assert found["asked"] == "Who \x1b[31m[red]signed?"
    assert found["at"].startswith("20")


@pytest.mark.parametrize(("since", "reports"), [("30m", 0), ("7d", 1), ("8w", 2), ("2020-01-01", 2), ("2999-12-31", 0)])
def test_only_later_ones_if_wanted(capsys: pytest.CaptureFixture[str], since: str, reports: int) -> None:
    assert main(["feedback", "--since", since]) == 0
    assert f"👎 {reports}," in capsys.readouterr().out


def test_a_time_that_is_none_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feedback", "--since", "yesterday"]) == 2
    assert "--since" in capsys.readouterr().err

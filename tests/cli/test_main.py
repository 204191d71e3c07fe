import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.main import main


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    out = capsys.readouterr().out
    assert all(verb in out for verb in ("serve", "chat", "ask", "check"))


def test_an_unknown_verb_is_a_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["dance"])
    assert caught.value.code == 2
    assert "dance" in capsys.readouterr().err


def test_ask_without_a_question_is_a_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_bad_setting_is_one_line_and_status_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOT_LOG_LEVEL", "LOUD")
    assert main(["ask", "hello"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "BOT_LOG_LEVEL" in captured.err


def test_a_knowledge_folder_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--knowledge", "/no/such/folder", "hello"]) == 2
    assert "/no/such/folder" in capsys.readouterr().err


def test_a_bad_batch_line_is_one_line_and_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text("{oops\n")
    assert main(["ask", "--json", "--batch", str(batch)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "line 1" in captured.err


@pytest.mark.parametrize("arguments", [["ask", "hello"], ["check"]])
def test_a_python_without_the_packages_is_told_so_in_one_line(arguments: list[str]) -> None:
    program = Path(__file__).parents[2] / "run_bot.py"
    told = subprocess.run(
        [sys.executable, "-S", str(program), *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.count("\n") == 1
    assert "make setup" in told.stderr
    assert sys.executable in told.stderr

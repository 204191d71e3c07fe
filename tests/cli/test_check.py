"""`check` shows what is wrong with what people say beside what is wrong with the facts."""

import argparse
import shutil
from pathlib import Path

import pytest

from bot.cli import check
from bot.settings import Settings
from tests.apps import KNOWLEDGE, LOCALES, SMALL


@pytest.mark.parametrize(
    ("written", "status", "shown"),
    [
        ("finer: [building]", 0, "✓ words and concepts"),
        ("finer: [street]", 1, "locales/concepts/rules.yaml\n    1: finer[1] = street\n      → did you mean"),
    ],
)
def test_a_concept_that_there_is_not_fails_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str, status: int, shown: str
) -> None:
    locales = shutil.copytree(LOCALES, tmp_path / "locales")
    (tmp_path / "knowledge").symlink_to(KNOWLEDGE)  # whose attributes are everybody's
    (locales / "concepts" / "rules.yaml").write_text(f"{written}\n", encoding="utf-8")
    parser = argparse.ArgumentParser()
    check.add_arguments(parser)
    settings = Settings(knowledge=SMALL, locales=locales)
    assert check.run(parser.parse_args(["--no-questions"]), settings) == status
    assert shown in capsys.readouterr().out

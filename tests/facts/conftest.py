"""A small knowledge folder that a test may change."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import KnowledgeError, Problem
from bot.facts.loader import load_knowledge
from tests.apps import NO_LOCALES, SMALL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


@pytest.fixture
def change(folder: Path) -> Callable[[str, str, str], None]:
    """Replaces a text that must be in a file of the folder."""

    def replace(file: str, old: str, new: str) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace


@pytest.fixture
def problems(folder: Path) -> Callable[[], tuple[Problem, ...]]:
    """Loads the folder, which must fail, and gives its problems."""

    def load() -> tuple[Problem, ...]:
        with pytest.raises(KnowledgeError) as caught:
            load_knowledge(folder, NO_LOCALES, folder / "intents.yaml")
        return caught.value.problems

    return load

"""Two that serve from one data folder know of each other."""

import os
from pathlib import Path

from bot.cli.alone import serving_in


def test_the_first_is_told_of_nobody_and_the_second_of_the_first(tmp_path: Path) -> None:
    with serving_in(tmp_path / "data") as first, serving_in(tmp_path / "data") as second:
        assert (first, second) == (None, str(os.getpid()))


def test_who_has_ended_is_not_told_of(tmp_path: Path) -> None:
    with serving_in(tmp_path):
        pass
    with serving_in(tmp_path) as other:
        assert other is None


def test_other_folders_are_others(tmp_path: Path) -> None:
    with serving_in(tmp_path / "one"), serving_in(tmp_path / "two") as other:
        assert other is None


def test_a_folder_that_can_t_be_used_is_left_to_who_needs_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with serving_in(tmp_path / "file") as other:
        assert other is None

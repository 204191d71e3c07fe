import errno
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from bot.compiled import compiled, state_of


class Builder:
    """Builds a list of letters, and counts how often."""

    def __init__(self) -> None:
        self.built = 0

    def __call__(self) -> list[str]:
        self.built += 1
        return ["a", "b"]


@pytest.fixture
def builder() -> Builder:
    return Builder()


def test_what_was_built_once_is_found_again(tmp_path: Path, builder: Builder) -> None:
    assert [compiled(tmp_path / "new", "state", builder) for _ in range(3)] == [["a", "b"]] * 3
    assert builder.built == 1


def test_another_state_is_built_anew(tmp_path: Path, builder: Builder) -> None:
    compiled(tmp_path, "before", builder)
    compiled(tmp_path, "after", builder)
    assert builder.built == 2


def test_without_a_folder_nothing_is_kept(builder: Builder) -> None:
    assert compiled(None, "state", builder) == compiled(None, "state", builder)
    assert builder.built == 2


def test_a_spoilt_file_is_built_anew(tmp_path: Path, builder: Builder) -> None:
    (tmp_path / "state.pickle").write_bytes(b"spoilt")
    assert compiled(tmp_path, "state", builder) == ["a", "b"]
    assert builder.built == 1


def test_a_folder_that_cannot_be_made_costs_only_time(tmp_path: Path, builder: Builder) -> None:
    (tmp_path / "file").write_text("in the way")
    assert compiled(tmp_path / "file" / "built", "state", builder) == ["a", "b"]


def test_a_full_disk_keeps_nothing_of_what_was_begun(
    tmp_path: Path, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dump(_built: object, file: BinaryIO, **_how: object) -> None:
        file.write(b"begun")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("bot.compiled.pickle.dump", dump)
    for _ in range(2):
        assert compiled(tmp_path, "state", builder) == ["a", "b"]
    assert list(tmp_path.iterdir()) == []


def test_what_another_process_built_is_taken_over(tmp_path: Path, builder: Builder) -> None:
    def apart() -> None:
        compiled(tmp_path, "state", lambda: ["built", "apart"])

    assert compiled(tmp_path, "state", builder, apart) == ["built", "apart"]
    assert compiled(tmp_path, "state", builder, pytest.fail) == ["built", "apart"]
    assert builder.built == 0


def test_where_the_other_process_fails_it_is_built_here(tmp_path: Path, builder: Builder) -> None:
    assert compiled(tmp_path, "state", builder, lambda: None) == ["a", "b"]
    assert compiled(tmp_path, "state", builder, pytest.fail) == ["a", "b"]
    assert builder.built == 1


def test_of_many_files_those_used_last_stay(tmp_path: Path, builder: Builder) -> None:
    for age, state in enumerate(("used", "old", "older", "oldest")):
        compiled(tmp_path, state, builder)
        os.utime(tmp_path / f"{state}.pickle", (1000 - age, 1000 - age))
    os.utime(tmp_path / "used.pickle", (1, 1))
    compiled(tmp_path, "used", builder)
    compiled(tmp_path, "new", builder)
    assert {path.stem for path in tmp_path.glob("*.pickle")} == {"new", "used", "old", "older"}


def test_what_an_editor_hides_changes_no_state(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("a: 1")
    before = state_of([tmp_path])
    (tmp_path / ".#x.yaml").symlink_to("somebody@host.17")
    (tmp_path / ".x.yaml").write_text("a: 0")
    assert state_of([tmp_path]) == before


@pytest.mark.parametrize("target", ["nowhere", "y.yaml"])
def test_a_link_that_leads_nowhere_is_part_of_the_state(tmp_path: Path, target: str) -> None:
    before = state_of([tmp_path])
    (tmp_path / "y.yaml").symlink_to(target)
    assert state_of([tmp_path]) != before


def test_a_folder_within_a_hidden_one_has_its_state(tmp_path: Path) -> None:
    folder = tmp_path / ".hidden" / "knowledge"
    folder.mkdir(parents=True)
    before = state_of([folder])
    (folder / "x.yaml").write_text("a: 1")
    assert state_of([folder]) != before


def test_what_a_link_leads_to_below_a_hidden_folder_belongs_to_the_state(tmp_path: Path) -> None:
    (tmp_path / "..v1" / "deals").mkdir(parents=True)
    (tmp_path / "..v1" / "deals" / "one.yaml").write_text("a: 1")
    (tmp_path / "deals").symlink_to(tmp_path / "..v1" / "deals")
    before = state_of((tmp_path,))
    (tmp_path / "..v1" / "deals" / "one.yaml").write_text("a: 12")
    assert state_of((tmp_path,)) != before

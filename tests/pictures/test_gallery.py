from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.browsing import comparison
from bot.answering.room.room import Room
from bot.pictures.gallery import Gallery
from tests import apps

BOTH = pytest.mark.parametrize("language", ["de", "en"])


@pytest.fixture(scope="module")
def room() -> Room:
    return apps.app().room


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


@BOTH
async def test_every_picture_is_as_wide_as_a_phone_shows_and_telegram_takes(room: Room, language: str) -> None:
    gallery = Gallery(room)
    names = [
        "timeline",
        "timeline/aliexpress-moscow",
        "timeline/alibaba...",
        "timeline/..2017.",
        *(f"compare/{group}" for group in comparison.groups(room.knowledge)),
    ]
    for name in names:
        drawn = await gallery.picture(name, language)
        assert drawn is not None
        width, height = size(drawn.png)
        assert width == 1080
        assert 300 < height < 5000
        assert len(drawn.png) < 1_000_000
        assert 0 < len(drawn.caption) < 1024


async def test_a_picture_is_drawn_once_for_each_language(room: Room, tmp_path: Path) -> None:
    gallery = Gallery(room, tmp_path)
    german, english = await gallery.picture("timeline", "de"), await gallery.picture("timeline", "en")
    assert german is not None
    assert english is not None
    assert german.key != english.key
    assert await gallery.picture("timeline", "de") is german


async def test_a_picture_that_the_folder_has_is_not_drawn_again(room: Room, tmp_path: Path) -> None:
    drawn = await Gallery(room, tmp_path).picture("timeline", "de")
    assert drawn is not None
    (tmp_path / f"{drawn.key}.png").write_bytes(b"kept")
    again = await Gallery(room, tmp_path).picture("timeline", "de")
    assert again == replace(drawn, png=b"kept")


async def test_other_centuries_fit_too(room: Room) -> None:
    ours = await Gallery(room).picture("timeline", "de")
    theirs = await Gallery(apps.app(apps.HANSE).room).picture("timeline", "de")
    assert ours is not None
    assert theirs is not None
    assert theirs.key != ours.key
    assert size(theirs.png)[0] == 1080


@pytest.mark.parametrize(
    "name", ["", "timeline/nothing", "compare/", "compare/count.nothing", "else", "timeline/../x", "timeline/jd-uk"]
)
async def test_what_there_is_no_picture_of_is_none(room: Room, name: str) -> None:
    assert await Gallery(room).picture(name, "de") is None


async def test_a_folder_that_cannot_be_written_costs_only_time(room: Room, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert await Gallery(room, tmp_path / "file" / "pictures").picture("timeline/jd-cambridge", "de") is not None

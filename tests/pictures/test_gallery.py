from dataclasses import replace
from pathlib import Path

import pytest
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from bot.answering.browsing import comparison
from bot.answering.browsing.timeline import Scope, entries
from bot.answering.room.room import Room
from bot.pictures import comparison as bars
from bot.pictures import timeline
from bot.pictures.gallery import Gallery
from bot.pictures.style import GROUND, PLANNED, canvas
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


Marks = dict[str, tuple[str, str]]


@pytest.fixture
def legends(monkeypatch: pytest.MonkeyPatch) -> list[Marks]:
    """The legends drawn, by what their marks mean."""
    drawn = list[Marks]()

    def note(_figure: object, marks: Marks, *_more: object) -> None:
        drawn.append(marks)

    for module in ("timeline", "comparison"):
        monkeypatch.setattr(f"bot.pictures.{module}.legend", note)
    return drawn


@pytest.mark.parametrize(
    ("language", "scope", "named"),
    [
        ("de", "aliexpress-moscow", ["geschehen"]),
        ("en", "aliexpress-moscow", ["happened"]),
        ("de", "", ["geschehen", "geplant oder angekündigt", "Bericht"]),
        ("en", "", ["happened", "planned or announced", "report"]),
    ],
)
def test_a_timeline_s_legend_names_the_kinds_of_marks_that_are_in_it(
    room: Room, legends: list[Marks], language: str, scope: str, named: list[str]
) -> None:
    timeline.draw(room, entries(room, Scope.named(scope)), "Title", language)
    assert [list(marks) for marks in legends] == [named]


@BOTH
def test_a_comparison_says_which_bars_are_plans_where_some_are(room: Room, legends: list[Marks], language: str) -> None:
    groups = comparison.groups(room.knowledge)
    bars.draw(room, groups["count.country"], "Title", language)
    assert legends == []
    bars.draw(room, groups["money.EUR"], "Title", language)
    assert [colours for marks in legends for colours in marks.values()] == [(GROUND, PLANNED)]


@BOTH
def test_every_date_of_a_deal_stands_in_words_above_its_line(language: str) -> None:
    other = apps.app(apps.SUBJECTS / "modern").room
    lane = entries(other, Scope("ebay-paypal"))
    words = " ".join(timeline._dates(lane, other.voices[language])).replace("\u00a0", " ")
    assert len(lane) > 4
    for entry in lane:
        assert other.voices[language].say(entry.value).replace("\u00a0", " ") in words


@BOTH
def test_the_name_of_a_deal_is_left_out_where_the_title_says_it(room: Room, language: str) -> None:
    known = entries(room, Scope("aliexpress-moscow"))
    name = room.knowledge.deals["aliexpress-moscow"].title[language]
    below, alone = (size(timeline.draw(room, known, title, language))[1] for title in ("Timeline: all", f"T: {name}"))
    assert below > alone


@pytest.mark.parametrize(("inch", "middle"), [(0.1, 2016.5), (50.0, 2016.5)])
def test_a_year_s_mark_lies_around_its_middle_however_long_the_axis_is(room: Room, inch: float, middle: float) -> None:
    (entry,) = [one for one in entries(room, Scope("alibaba-brussels")) if one.year == 2016][:1]
    axes = Axes(canvas(2), (0, 0, 1, 1))
    timeline._mark(axes, entry, 0.1, inch)
    (box,) = [patch for patch in axes.patches if isinstance(patch, FancyBboxPatch)]
    assert box.get_x() + box.get_width() / 2 == pytest.approx(middle)

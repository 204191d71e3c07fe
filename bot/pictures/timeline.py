"""Draws a timeline: a lane a deal, a mark a date. The mark's form tells how exactly the date is known.

A dot is a day, a short bar a month, a long bar a year. Full marks have happened, hollow ones were planned, grey ones
are the dates of reports. What has no year stands in words beside the axis of years.
"""

from collections.abc import Sequence
from datetime import date

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch
from matplotlib.ticker import MaxNLocator

from bot.answering.dates import Dated
from bot.answering.room import Room
from bot.facts.values import Date
from bot.i18n import Voice
from bot.pictures.style import (
    FONTS,
    GRID,
    GROUND,
    HAPPENED,
    INK,
    MARGIN,
    PLANNED,
    REPORTED,
    SMALL,
    SOFT,
    TEXT,
    WIDTH,
    bare,
    canvas,
    png,
    titled,
    wrapped,
)

MOST_LANES = 14
LANE = 0.62
"""Inches a deal."""
LEGEND = 0.75
_MARK = 0.13
_LANE_LETTERS = 46


def draw(room: Room, entries: Sequence[Dated], title: str, language: str) -> bytes:
    """The picture as a PNG."""
    lanes: dict[str, list[Dated]] = {}
    for entry in entries:
        lanes.setdefault(entry.fact.deal, []).append(entry)
    shown = dict(list(lanes.items())[:MOST_LANES])
    more = len(lanes) - len(shown)
    height = 0.75 + LANE * len(shown) + LEGEND + 0.45 + (0.2 if more else 0)
    figure = canvas(height)
    top = titled(figure, title, height)
    below = LEGEND + (0.2 if more else 0)
    axes = figure.add_axes((MARGIN, below / height, 1 - 2 * MARGIN, (height - top - below) / height))
    voice = room.voices[language]
    years = [entry.year for lane in shown.values() for entry in lane if entry.year is not None]
    _years(axes, years, len(shown))
    for number, (deal, lane) in enumerate(shown.items()):
        _lane(axes, room.knowledge.deals[deal].title[language], lane, len(shown) - number - 1, voice)
    _legend(axes, voice, height, below)
    if more:
        said = voice.text("timeline.more", number=more)
        figure.text(MARGIN, 0.08 / height, said, size=SMALL, color=SOFT, family=FONTS)
    return png(figure)


def _years(axes: Axes, years: Sequence[int], lanes: int) -> None:
    """The axis: whole years, with room on both sides."""
    bare(axes)
    axes.set_ylim(-0.15, lanes + 0.05)
    if not years:
        axes.set_xlim(0, 1)
        axes.set_xticks([])
        return
    first, last = min(years), max(years) + 1
    margin = max(0.25, (last - first) * 0.02)
    axes.set_xlim(first - margin, last + margin)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=True, min_n_ticks=1))
    axes.xaxis.set_major_formatter(lambda value, _position: f"{value:.0f}")
    axes.grid(axis="x", color=GRID, linewidth=0.8)
    axes.set_axisbelow(True)


def _lane(axes: Axes, title: str, lane: Sequence[Dated], level: int, voice: Voice) -> None:
    left, right = axes.get_xlim()
    heading = wrapped(title, _LANE_LETTERS, 1)[0]
    axes.text(left, level + 0.72, heading, size=TEXT, color=INK, weight="bold", va="center", family=FONTS)
    axes.plot([left, right], [level + 0.28] * 2, color=GRID, linewidth=1.2, zorder=1)
    spoken = []
    for entry in lane:
        if entry.year is None:
            mark = "○" if entry.planned else "●"
            spoken.append(f"{mark} {voice.say(entry.value)} ({voice.text('timeline.no_year')})")
        else:
            _mark(axes, entry, level + 0.28, (right - left) / (WIDTH * (1 - 2 * MARGIN)))
    dates = "  ".join([*spoken, *dict.fromkeys(voice.say(entry.value) for entry in lane if entry.year is not None)])
    axes.text(left, level + 0.47, dates, size=SMALL, color=SOFT, va="center", family=FONTS, clip_on=True)


def _mark(axes: Axes, entry: Dated, level: float, inch: float) -> None:
    """One mark; `inch` is how many years an inch is."""
    colour = REPORTED if entry.published else PLANNED if entry.planned else HAPPENED
    fill = GROUND if entry.planned else colour
    begin, length = _span(entry)
    if length == 0:
        axes.plot([begin], [level], "o", ms=9, mfc=fill, mec=colour, mew=2, zorder=3)
        return
    length = max(length, _MARK * inch)
    box = FancyBboxPatch(
        (begin, level - 0.085),
        length,
        0.17,
        boxstyle="square,pad=0",
        facecolor=fill,
        edgecolor=colour,
        linewidth=1.8,
        linestyle="--" if entry.planned else "-",
        zorder=2,
    )
    axes.add_patch(box)


def _span(entry: Dated) -> tuple[float, float]:
    """Where the date begins, in years, and how long it is: nothing for a day, a twelfth for a month, one for a year."""
    value = entry.value
    assert isinstance(value, Date)  # noqa: S101 - for mypy: what has a year is a Date
    year = float(value.year or 0)
    if value.month is None:
        return year, 1.0
    if value.day is None:
        return year + (value.month - 1) / 12, 1 / 12
    return year + (date(2000, value.month, value.day).timetuple().tm_yday - 1) / 366, 0.0


def _legend(axes: Axes, voice: Voice, height: float, below: float) -> None:
    kinds = (("timeline.happened", HAPPENED, HAPPENED), ("timeline.planned", GROUND, PLANNED))
    marks = [
        Line2D([], [], marker="o", ls="", ms=8, mfc=fill, mec=edge, mew=1.8, label=voice.text(key))
        for key, fill, edge in (*kinds, ("timeline.published", REPORTED, REPORTED))
    ]
    axes.legend(
        handles=marks,
        loc="upper left",
        bbox_to_anchor=(-0.02, -0.33 / (height - below) - 0.01),
        ncols=3,
        frameon=False,
        prop={"family": FONTS, "size": SMALL},
        labelcolor=INK,
        handletextpad=0.3,
        columnspacing=1.2,
        borderaxespad=0,
    )

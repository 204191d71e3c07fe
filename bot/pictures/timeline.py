"""Draws a timeline: a lane a deal, a mark a date. The mark's form tells how exactly the date is known.

A dot is a day, a short bar a month, a long bar a year. Full marks have happened, hollow ones were planned, grey ones
are the dates of reports. What has no year stands in words beside the axis of years.
"""

from collections.abc import Sequence
from datetime import date

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch
from matplotlib.ticker import MaxNLocator

from bot.answering.room.dates import Dated
from bot.answering.room.room import Room
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
    title_height,
    titled,
    wrapped,
)

MOST_LANES = 14
LANE, LINE, AXIS, LEGEND = 0.66, 0.22, 0.32, 0.5
"""Inches that a deal, a line of notes, the axis and the legend take."""
LEVEL = 0.2
"""How high in its lane a deal's line runs."""
_MARK = 0.13
_NOTE_LETTERS = 78
_LANE_LETTERS = 46


def draw(room: Room, entries: Sequence[Dated], title: str, language: str) -> bytes:
    """The picture as a PNG."""
    voice = room.voices[language]
    lanes: dict[str, list[Dated]] = {}
    for entry in entries:
        lanes.setdefault(entry.fact.deal, []).append(entry)
    titles = {deal: room.knowledge.deals[deal].title[language] for deal in lanes}
    drawn = [deal for deal in lanes if any(entry.year is not None for entry in lanes[deal])]
    told = [f"{titles[deal]}: {_spoken(lanes[deal], voice)}" for deal in lanes if deal not in drawn]
    more = max(0, len(drawn) - MOST_LANES) + max(0, len(told) - MOST_LANES)
    drawn, told = drawn[:MOST_LANES], told[:MOST_LANES]
    notes = [*([voice.text("timeline.no_year")] if told else []), *told]
    notes += [voice.plural("timeline.more", more)] if more else []
    below = LEGEND + LINE * len(notes)
    height = title_height(title) + 0.1 + LANE * len(drawn) + below + (AXIS if drawn else 0)
    figure = canvas(height)
    top = titled(figure, title, height)
    if drawn:
        bottom = below + AXIS
        axes = figure.add_axes((MARGIN, bottom / height, 1 - 2 * MARGIN, (height - top - bottom) / height))
        _years(axes, [entry.year for deal in drawn for entry in lanes[deal] if entry.year is not None], len(drawn))
        for number, deal in enumerate(drawn):
            _lane(axes, titles[deal], lanes[deal], len(drawn) - number - 1, voice)
    for number, note in enumerate(notes):
        height_of_note = (below - 0.1 - LINE * number) / height
        weight = "bold" if told and number == 0 else "normal"
        text = wrapped(note, _NOTE_LETTERS, 1)[0]
        figure.text(MARGIN, height_of_note, text, size=SMALL, color=SOFT, va="center", weight=weight, family=FONTS)
    _legend(figure, voice, height)
    return png(figure)


def _spoken(lane: Sequence[Dated], voice: Voice) -> str:
    """The dates without a year, with their marks."""
    return "  ".join(
        f"{'○' if entry.planned else '●'} {voice.say(entry.value)}" for entry in lane if entry.year is None
    )


def _years(axes: Axes, years: Sequence[int], lanes: int) -> None:
    """The axis: whole years, with room on both sides."""
    bare(axes)
    axes.set_ylim(-0.15, lanes + 0.05)
    first, last = min(years), max(years) + 1
    margin = max(0.25, (last - first) * 0.04)
    axes.set_xlim(first - margin, last + margin)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=True, min_n_ticks=1))
    axes.xaxis.set_major_formatter(lambda value, _position: f"{value:.0f}")
    axes.grid(axis="x", color=GRID, linewidth=0.8)
    axes.set_axisbelow(True)


def _lane(axes: Axes, title: str, lane: Sequence[Dated], level: int, voice: Voice) -> None:
    left, right = axes.get_xlim()
    heading = wrapped(title, _LANE_LETTERS, 1)[0]
    ground = {"facecolor": GROUND, "edgecolor": "none", "pad": 1.0}
    axes.text(left, level + 0.77, heading, size=TEXT, color=INK, weight="bold", va="center", family=FONTS, bbox=ground)
    axes.plot([left, right], [level + LEVEL] * 2, color=GRID, linewidth=1.2, zorder=1)
    for entry in lane:
        if entry.year is not None:
            _mark(axes, entry, level + LEVEL, (right - left) / (WIDTH * (1 - 2 * MARGIN)))
    dates = "  ·  ".join(dict.fromkeys(voice.say(entry.value) for entry in lane if entry.year is not None))
    if spoken := _spoken(lane, voice):
        dates += f"  ·  {voice.text('timeline.no_year')}: {spoken}"
    said = wrapped(dates, _NOTE_LETTERS, 1)[0]
    axes.text(left, level + 0.50, said, size=SMALL, color=SOFT, va="center", family=FONTS, bbox=ground)


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


def _legend(figure: Figure, voice: Voice, height: float) -> None:
    kinds = (("timeline.happened", HAPPENED, HAPPENED), ("timeline.planned", GROUND, PLANNED))
    marks = [
        Line2D([], [], marker="o", ls="", ms=8, mfc=fill, mec=edge, mew=1.8, label=voice.text(key))
        for key, fill, edge in (*kinds, ("timeline.published", REPORTED, REPORTED))
    ]
    figure.legend(
        handles=marks,
        loc="lower left",
        bbox_to_anchor=(MARGIN - 0.02, 0.1 / height),
        ncols=3,
        frameon=False,
        prop={"family": FONTS, "size": SMALL},
        labelcolor=INK,
        handletextpad=0.3,
        columnspacing=1.2,
        borderaxespad=0,
    )

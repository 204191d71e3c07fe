"""Draws a timeline: a lane a deal, a mark a date. The mark's form tells how exactly the date is known.

A dot is a day, a short bar a month, a long bar a year. Full marks have happened, hollow ones were planned, grey ones
are the dates of reports. What has no year stands in words beside the axis of years.
"""

from collections.abc import Sequence
from datetime import date

from matplotlib.axes import Axes
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
    legend,
    png,
    title_height,
    titled,
    wrapped,
)

MOST_LANES = 14
LANE, LINE, AXIS, FOOT = 0.66, 0.22, 0.32, 0.5
"""Inches that a deal with one line of dates, each further line, the axis and the foot take."""
LEVEL = 0.13
"""Inches above the foot of its lane at which a deal's line runs."""
_HEAD = 0.15
"""Inches below the top of its lane at which a deal's name stands, and as many more for each line below."""
_MARK = 0.13
_EDGE = 1.4
"""Points of ground around a full mark, so that two that overlap can be told apart."""
_MOST_LINES = 3
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
    named = len(lanes) > 1 or titles[next(iter(lanes))] not in title
    rows = {deal: [*([titles[deal]] if named else []), *_dates(lanes[deal], voice)] for deal in drawn}
    notes = [*([voice.text("timeline.no_year")] if told else []), *told]
    notes += [voice.plural("timeline.more", more)] if more else []
    below = FOOT + LINE * len(notes)
    tall = {deal: LANE + LINE * (len(rows[deal]) - 2) for deal in drawn}
    height = title_height(title) + 0.1 + sum(tall.values()) + below + (AXIS if drawn else 0)
    figure = canvas(height)
    top = titled(figure, title, height)
    if drawn:
        bottom = below + AXIS
        axes = figure.add_axes((MARGIN, bottom / height, 1 - 2 * MARGIN, (height - top - bottom) / height))
        years = [entry.year for deal in drawn for entry in lanes[deal] if entry.year is not None]
        _years(axes, years, height - top - bottom)
        foot = sum(tall.values())
        for deal in drawn:
            foot -= tall[deal]
            _lane(axes, rows[deal], lanes[deal], (foot, foot + tall[deal]), named=named)
    for number, note in enumerate(notes):
        height_of_note = (below - 0.1 - LINE * number) / height
        weight = "bold" if told and number == 0 else "normal"
        text = wrapped(note, _NOTE_LETTERS, 1)[0]
        figure.text(MARGIN, height_of_note, text, size=SMALL, color=SOFT, va="center", weight=weight, family=FONTS)
    legend(figure, {voice.text(key): KINDS[key] for key in KINDS if any(_kind(e) == key for e in entries)}, height)
    return png(figure)


KINDS = {
    "timeline.happened": (HAPPENED, HAPPENED),
    "timeline.planned": (GROUND, PLANNED),
    "timeline.published": (REPORTED, REPORTED),
}
"""The kinds of marks, by what the legend calls them: the colours of their inside and their edge."""


def _kind(entry: Dated) -> str:
    return "timeline.published" if entry.published else "timeline.planned" if entry.planned else "timeline.happened"


def _dates(lane: Sequence[Dated], voice: Voice) -> list[str]:
    """A deal's dates in words, in lines that fit."""
    dates = "  ·  ".join(dict.fromkeys(_unbroken(voice.say(entry.value)) for entry in lane if entry.year is not None))
    if spoken := _spoken(lane, voice):
        dates += f"  ·  {voice.text('timeline.no_year')}: {spoken}"
    return wrapped(dates, _NOTE_LETTERS, _MOST_LINES)


def _unbroken(words: str) -> str:
    """Words that stay on one line."""
    return words.replace(" ", "\u00a0")


def _spoken(lane: Sequence[Dated], voice: Voice) -> str:
    """The dates without a year, with their marks."""
    return "  ".join(
        f"{'○' if entry.planned else '●'} {voice.say(entry.value)}" for entry in lane if entry.year is None
    )


def _years(axes: Axes, years: Sequence[int], tall: float) -> None:
    """The axis: whole years, with room on both sides; upwards it counts inches."""
    bare(axes)
    axes.set_ylim(-0.1, tall - 0.1)
    first, last = min(years), max(years) + 1
    margin = max(0.25, (last - first) * 0.04)
    axes.set_xlim(first - margin, last + margin)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=True, min_n_ticks=1))
    axes.xaxis.set_major_formatter(lambda value, _position: f"{value:.0f}")
    axes.grid(axis="x", color=GRID, linewidth=0.8)
    axes.set_axisbelow(True)


def _lane(axes: Axes, rows: Sequence[str], lane: Sequence[Dated], span: tuple[float, float], *, named: bool) -> None:
    """One deal between two heights: its name, unless the title says it, its dates in words, and as marks on a line."""
    (left, right), (foot, top) = axes.get_xlim(), span
    ground = {"facecolor": GROUND, "edgecolor": "none", "pad": 1.0}
    for number, words in enumerate(rows):
        heads = named and number == 0
        axes.text(
            left,
            top - _HEAD - LINE * 0.95 * number,
            wrapped(words, _LANE_LETTERS, 1)[0] if heads else words,
            size=TEXT if heads else SMALL,
            color=INK if heads else SOFT,
            weight="bold" if heads else "normal",
            va="center",
            family=FONTS,
            bbox=ground,
        )
    axes.plot([left, right], [foot + LEVEL] * 2, color=GRID, linewidth=1.2, zorder=1)
    for entry in lane:
        if entry.year is not None:
            _mark(axes, entry, foot + LEVEL, (right - left) / (WIDTH * (1 - 2 * MARGIN)))


def _mark(axes: Axes, entry: Dated, level: float, inch: float) -> None:
    """One mark; `inch` is how many years an inch is."""
    fill, colour = KINDS[_kind(entry)]
    edge, width = (colour, 1.8) if entry.planned else (GROUND, _EDGE)
    begin, length = _span(entry)
    if length == 0:
        axes.plot([begin], [level], "o", ms=10, mfc=fill, mec=edge, mew=width, zorder=3)
        return
    least = _MARK * inch
    if length < least:  # too short to be seen: a mark around its middle
        begin, length = begin + (length - least) / 2, least
    box = FancyBboxPatch(
        (begin, level - 0.056),
        length,
        0.112,
        boxstyle="square,pad=0",
        facecolor=fill,
        edgecolor=edge,
        linewidth=width,
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

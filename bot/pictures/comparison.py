"""Draws a comparison: a bar a figure, said as sourced. Figures far apart stand on a scale of tens, and it says so."""

from collections.abc import Sequence
from math import log

from matplotlib.ticker import NullLocator

from bot.answering.browsing.comparison import Figure
from bot.answering.room.room import Room
from bot.answering.room.suggestions import label
from bot.facts.model import AHEAD
from bot.pictures.style import (
    FONTS,
    GRID,
    GROUND,
    HAPPENED,
    INK,
    LEGEND,
    MARGIN,
    PLANNED,
    SMALL,
    SOFT,
    TEXT,
    bare,
    canvas,
    legend,
    png,
    title_height,
    titled,
    wrapped,
)

BAR = 0.72
"""Inches a figure."""
UNEVEN = 30
"""Times as much from which on the scale is one of tens: the small ones would vanish."""
_ROOMY = 0.55
"""The share of the width from which on a bar has room for its figure."""


def draw(room: Room, figures: Sequence[Figure], title: str, language: str) -> bytes:
    """The picture as a PNG."""
    voice = room.voices[language]
    sizes = [float(figure.size) for figure in figures]
    uneven = min(sizes) > 0 and max(sizes) / min(sizes) > UNEVEN
    planned_of = [figure.fact.status in AHEAD for figure in figures]
    key = LEGEND if any(planned_of) else 0.0
    note = key + (0.34 if uneven else 0.12)
    height = title_height(title) + BAR * len(figures) + note + 0.1
    picture = canvas(height)
    top = titled(picture, title, height)
    axes = picture.add_axes((MARGIN, note / height, 1 - 2 * MARGIN, (height - top - note) / height))
    bare(axes)
    axes.set_ylim(0, len(figures))
    least = min(sizes) / 4 if uneven else 0.0
    if uneven:
        axes.set_xscale("log")
        axes.xaxis.set_minor_locator(NullLocator())
    axes.set_xlim(least, max(sizes) * 1.02)
    axes.set_xticklabels([])
    if not uneven:
        axes.set_xticks([])
    for number, (figure, size) in enumerate(zip(figures, sizes, strict=True)):
        level = len(figures) - number - 1
        deal = room.knowledge.deals[figure.fact.deal].title[language]
        name = wrapped(f"{deal}: {label(room, language, figure.fact)}", 76, 1)[0]
        planned = planned_of[number]
        edge, fill = (PLANNED, GROUND) if planned else (HAPPENED, HAPPENED)
        axes.text(least, level + 0.80, name, size=SMALL, color=SOFT, va="center", family=FONTS, backgroundcolor=GROUND)
        axes.barh(
            level + 0.38,
            size - least,
            left=least,
            height=0.42,
            color=fill,
            edgecolor=edge,
            linewidth=1.8,
            linestyle="--" if planned else "-",
        )
        share = log(size / least) / log(max(sizes) / least) if uneven else size / max(sizes)
        inside = share > _ROOMY
        axes.annotate(
            voice.say(figure.value),
            (least if inside else size, level + 0.37),
            xytext=(8, 0),
            textcoords="offset points",
            size=TEXT,
            weight="bold",
            color=GROUND if inside and not planned else INK,
            va="center",
            family=FONTS,
        )
    if uneven:
        axes.grid(axis="x", color=GRID, linewidth=0.8)
        axes.set_axisbelow(True)
        words = voice.text("compare.logarithmic")
        picture.text(MARGIN, (key + 0.12) / height, words, size=SMALL, color=SOFT, family=FONTS)
    if key:
        legend(picture, {voice.text("timeline.planned"): (GROUND, PLANNED)}, height, "s")
    return png(picture)

"""The common look of all pictures: 1080 pixels wide, letters that a phone shows readably, a calm light ground.

The ground is neither white nor transparent: it stands off a light chat as well as a dark one.
"""

import io
import textwrap
from collections.abc import Mapping

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

WIDTH, DPI = 5.4, 200
"""Inches and dots an inch: 1080 pixels, the width that Telegram shows a picture in."""
GROUND, INK, SOFT, GRID = "#f4f1ea", "#22252b", "#5c626d", "#d5d0c4"
HAPPENED, PLANNED, REPORTED = "#0b6e75", "#c2571a", "#6f7885"
TITLE, TEXT, SMALL = 13.5, 10.5, 9.0
"""Sizes in points; 9 points are 25 pixels here, about 8 points on a phone that is 360 wide."""
FONTS = ["DejaVu Sans"]
"""Comes with matplotlib, so that pictures are the same everywhere."""
MARGIN = 0.045
LEGEND = 0.42
"""Inches that the legend takes."""
_TITLE_LETTERS = 40


def canvas(height: float) -> Figure:
    """An empty picture, `height` inches high. Not made by pyplot, which isn't safe in threads."""
    figure = Figure(figsize=(WIDTH, height), dpi=DPI, facecolor=GROUND)
    FigureCanvasAgg(figure)
    return figure


def bare(axes: Axes) -> None:
    """Take away frame and ticks."""
    axes.set_facecolor(GROUND)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, colors=SOFT, labelsize=SMALL)
    axes.set_yticks([])


def title_height(title: str) -> float:
    """The inches that a title takes."""
    return 0.2 + 0.26 * len(wrapped(title, _TITLE_LETTERS))


def titled(figure: Figure, title: str, height: float) -> float:
    """Put the title at the top; returns the inches that it takes."""
    text = "\n".join(wrapped(title, _TITLE_LETTERS))
    figure.text(MARGIN, 1 - 0.14 / height, text, size=TITLE, weight="bold", color=INK, va="top", family=FONTS)
    return title_height(title)


def legend(figure: Figure, marks: Mapping[str, tuple[str, str]], height: float, form: str = "o") -> None:
    """The marks at the foot, by what they mean: the colours of their inside and their edge."""
    handles = [
        Line2D([], [], marker=form, ls="", ms=8, mfc=fill, mec=edge, mew=1.8, label=words)
        for words, (fill, edge) in marks.items()
    ]
    figure.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(MARGIN - 0.02, 0.1 / height),
        ncols=len(handles),
        frameon=False,
        prop={"family": FONTS, "size": SMALL},
        labelcolor=INK,
        handletextpad=0.3,
        columnspacing=1.2,
        borderaxespad=0,
    )


def wrapped(text: str, width: int, most: int = 2) -> list[str]:
    """The text in at most `most` lines of about `width` letters."""
    lines = textwrap.wrap(text, width) or [""]
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1].rstrip(" ,") + "…"]


def png(figure: Figure) -> bytes:
    """The picture as a PNG."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", facecolor=GROUND)
    return buffer.getvalue()

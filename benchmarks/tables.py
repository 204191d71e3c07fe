"""Prints results as Markdown tables."""

from collections.abc import Iterable, Sequence

from benchmarks.comparison import Result


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first are set to the right."""
    marks = ["---", *["---:"] * (len(heads) - 1)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (heads, marks, *rows))


def percent(share: float | None) -> str:
    """A share for a cell."""
    return "–" if share is None else f"{100 * share:.0f} %"


def comparison_table(results: Sequence[Result]) -> str:
    """Contenders side by side."""
    heads = (
        "",
        "a question, median / p99",
        "CPU time",
        "right at first place",
        "near misses let through",
        "off topic let through",
    )
    return table(
        heads,
        (
            (
                r.name,
                r.time.shown,
                r.cpu.shown,
                percent(r.right),
                percent(r.near_misses_through),
                percent(r.offtopic_through),
            )
            for r in results
        ),
    )

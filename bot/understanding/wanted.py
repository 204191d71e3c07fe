"""Which deals are asked for: whose, how far they have come, of which year, and whose not ("all deals but JD's")."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.understanding.joints import Joints
from bot.understanding.units import Analysis, Unit

_REACH = 5
"""A word like "without" leaves out the next name, if no more words than these stand from it to the name."""


@dataclass(frozen=True)
class Wanted:
    """Which deals are asked for: by the names that they concern, their status, the years of their dates.

    Those that concern a name of `without` are left out. Of several companies, or several countries, one is enough
    ("with Austria or the UK") unless they are asked for `together`.
    """

    names: tuple[Unit, ...] = ()
    statuses: tuple[str, ...] = ()
    years: tuple[Unit, ...] = ()
    agreements: bool = False
    without: tuple[Unit, ...] = ()
    together: bool = False


def named(analysis: Analysis, joints: Joints) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """The names that are asked for, and those that are left out by a word before them."""
    names: list[Unit] = []
    without: list[Unit] = []
    end, left_out = 0, False
    for unit in analysis.names:
        between = analysis.text[end : unit.start]
        said = [place for place in analysis.leaving_out if end <= place < unit.start]
        near = bool(said) and len(analysis.text[said[-1] : unit.start].split()) <= _REACH
        left_out = near or (left_out and bool(joints.names.match(between)))
        (without if left_out else names).append(unit)
        end = unit.start + len(unit.text)
    return tuple(names), tuple(without)


def together(analysis: Analysis, joints: Joints) -> bool:
    """Are the names meant together ("between JD and Alibaba", "has JD a deal with Nike")?"""
    if joints.joint.search(analysis.text):
        return True
    names = analysis.names
    between = (analysis.text[one.start + len(one.text) : two.start] for one, two in pairwise(names))
    return "yesno" in analysis.flags and not any(joints.names.match(text) for text in between)


def all_kinds(names: Sequence[Unit], kind: Callable[[Unit], str], holds: Callable[[Unit], bool]) -> bool:
    """Does something hold a name of each kind that is asked for?"""
    held: dict[str, bool] = {}
    for unit in names:
        held[kind(unit)] = held.get(kind(unit), False) or holds(unit)
    return all(held.values())

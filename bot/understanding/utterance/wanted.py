"""Which deals are asked for: whose, how far they have come, of which time, and whose not ("all deals but JD's")."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.periods import Period
from bot.understanding.utterance.units import Analysis, Unit

_REACH = 5
"""A word like "without" leaves out the next name, if no more words than these stand from it to the name."""


@dataclass(frozen=True)
class Wanted:
    """Which deals are asked for: by the names that they concern, their status, the time when they were made.

    Those that concern a name of `without` or have a status of `beyond` are left out. Of several companies, or several
    countries, one is enough ("with Austria or the UK") unless they are asked for `together`. With `partners` it is not
    the deals that are asked for but who else is party to them: entities of these kinds. Only those of `among` count, if
    some were listed before and it is asked of them, and only those of `called`, if what they are was said. Of `sorts`
    they are of one of these kinds or statuses, of `sides` they have a party of such a kind, and `dated` says whether
    the sources tell when they were made; with `brief` they are asked for as the short items that tell of them.
    """

    names: tuple[Unit, ...] = ()
    statuses: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    agreements: bool = False
    without: tuple[Unit, ...] = ()
    together: bool = False
    beyond: tuple[str, ...] = ()
    partners: frozenset[str] = frozenset()
    among: tuple[str, ...] = ()
    called: frozenset[str] = frozenset()
    sorts: tuple[str, ...] = ()
    sides: frozenset[str] = frozenset()
    dated: bool | None = None
    brief: bool = False


def named(analysis: Analysis, joints: Joints) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """The names that are asked for, and those that are left out by a word before them."""
    return split(analysis, analysis.names, joints)


def split(analysis: Analysis, units: Sequence[Unit], joints: Joints) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """The units that stand for what is asked for, and those that are left out by a word before them."""
    kept: list[Unit] = []
    without: list[Unit] = []
    end, left_out = 0, False
    for unit in units:
        if unit.start in analysis.leaving_out:
            continue
        between = analysis.text[end : unit.start]
        said = [place for place in analysis.leaving_out if end <= place < unit.start]
        near = bool(said) and len(analysis.text[said[-1] : unit.start].split()) <= _REACH
        left_out = near or (left_out and bool(joints.names.match(between)))
        (without if left_out else kept).append(unit)
        end = unit.end
    return tuple(kept), tuple(without)


def together(analysis: Analysis, joints: Joints) -> bool:
    """Are the names meant together ("between JD and Alibaba", "has JD a deal with Nike")?"""
    if joints.joint.search(analysis.text):
        return True
    names = analysis.names
    between = (analysis.between(one, two) for one, two in pairwise(names))
    return "yesno" in analysis.flags and not any(joints.names.match(text) for text in between)


def all_kinds(names: Sequence[Unit], kind: Callable[[Unit], str], holds: Callable[[Unit], bool]) -> bool:
    """Does something hold a name of each kind that is asked for?"""
    held: dict[str, bool] = {}
    for unit in names:
        held[kind(unit)] = held.get(kind(unit), False) or holds(unit)
    return all(held.values())

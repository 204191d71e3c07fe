"""The times that a question names: in 2014, before 1300, since 2017, between 1350 and 1400, in the 14th century."""

from dataclasses import dataclass

from bot.understanding.utterance.askedfigures import CENTURY, YEARS
from bot.understanding.utterance.units import Analysis, AskedFigure

_CENTURIES = range(2, 23)
_BETWEEN = "between"
_BEGINS = {"after": True, "more": True, "since": False, "at_least": False}
"""Relations that leave the end open: is the time named itself left out?"""

_ENDS = {"before": True, "less": True, "at_most": False, "until": False}
"""Relations that leave the beginning open: is the time named itself left out?"""


@dataclass(frozen=True)
class Period:
    """The years from `first` to `last`, both included; None where that end is open.

    `kind` says how it was named (in, century, before, until, after, since, between), `starts` where its numbers stand
    in the utterance.
    """

    first: int | None
    last: int | None
    kind: str = "in"
    starts: tuple[int, ...] = ()

    def holds(self, year: int) -> bool:
        """Is the year one of them?"""
        return (self.first is None or year >= self.first) and (self.last is None or year <= self.last)


def periods(analysis: Analysis) -> tuple[Period, ...]:
    """The times named, each by itself; two that are the beginning and the end of one make one."""
    named = [figure for figure in analysis.figures if _is_time(figure)]
    found = [_period(figure) for figure in named]
    if len(found) != 2:
        return tuple(found)
    one, two = found
    starts = (*one.starts, *two.starts)
    spans = _BETWEEN in analysis.flags and None not in (one.first, one.last, two.last)  # "from 1300 to 1400"
    limits = one.last is None and two.first is None  # "after 1300 and before 1400"
    return (Period(one.first, two.last, _BETWEEN, starts),) if spans or limits else (one, two)


def _is_time(figure: AskedFigure) -> bool:
    known = {None: YEARS, CENTURY: _CENTURIES}.get(figure.unit, range(0))
    return figure.number == int(figure.number) and int(figure.number) in known


def _period(figure: AskedFigure) -> Period:
    number, starts = int(figure.number), (figure.start,)
    is_century = figure.unit == CENTURY
    first, last = (100 * number - 99, 100 * number) if is_century else (number, number)
    if figure.relation in _BEGINS:
        beyond = _BEGINS[figure.relation]
        return Period(last + 1 if beyond else first, None, "after" if beyond else "since", starts)
    if figure.relation in _ENDS:
        beyond = _ENDS[figure.relation]
        return Period(None, first - 1 if beyond else last, "before" if beyond else "until", starts)
    return Period(first, last, "century" if is_century else "in", starts)

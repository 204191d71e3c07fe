"""What happened when? "What happened in 2018?", "Was war vor 2015?", "anything with JD in October 2017?".

Found by their form: a time, words for happening, and nothing else but whom it concerns. Told are the facts with a date
of that time, in its order.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bot.facts.model import PUBLISHED, Fact, Knowledge
from bot.facts.values import Date
from bot.understanding.deals.listing import DealLister
from bot.understanding.deals.times import asked_time, is_time
from bot.understanding.utterance.periods import Period, periods
from bot.understanding.utterance.units import Analysis, Unit

_OPEN = frozenset({"text", "definition", "list", "date"})
_OTHERWISE = frozenset({"negation", "compare", "except", "count"})
_SHORT = 4
"""More words than these after a chronicle ask for something of their own."""

_DECADE = re.compile(r"\d{3}0(?:s|er)\b")
"""A report's own date stands for its deal only where nothing else is dated then."""

_Entry = tuple[int, int, int, Fact]


@dataclass(frozen=True)
class Events:
    """The dated facts of a time, the earliest first; `month` is 1 to 12 or None, `names` are whom they concern."""

    facts: tuple[Fact, ...]
    period: Period
    month: int | None = None
    names: tuple[Unit, ...] = ()


class Chronicle:
    """Finds what happened in a time."""

    def __init__(self, knowledge: Knowledge, lister: DealLister, happening: Iterable[str]) -> None:
        self._knowledge, self._lister = knowledge, lister
        self._happening = frozenset(happening)
        self._dated = sorted(
            (
                (value.year, value.month or 0, value.day or 0, fact)
                for fact in knowledge.facts.values()
                for value in fact.values.values()
                if isinstance(value, Date) and value.year is not None
            ),
            key=lambda entry: entry[:3],
        )
        self._years = [entry[0] for entry in self._dated]
        self._months: dict[int, list[_Entry]] = defaultdict(list)
        for fact in knowledge.facts.values():
            for value in fact.values.values():
                if isinstance(value, Date) and value.month:
                    self._months[value.month].append((value.year or 0, value.month, value.day or 0, fact))

    def asked(self, analysis: Analysis, before: Analysis | None = None) -> Events | None:
        """The events that an utterance asks for; after a chronicle (`before`) another time is enough."""
        if self._asks(analysis):
            return self._events(analysis)
        again = analysis.words <= _SHORT and not analysis.types and self._only_when(analysis)
        return self._events(analysis) if again and before and self._asks(before) else None

    def _asks(self, analysis: Analysis) -> bool:
        """Does an utterance ask by itself what happened when?"""
        return bool(analysis.types) and analysis.types <= _OPEN and self._only_when(analysis)

    def _only_when(self, analysis: Analysis) -> bool:
        """Is nothing said but a time, that something happened, and whom it concerns?"""
        otherwise = analysis.flags & _OTHERWISE or ("yesno" in analysis.flags and "followup" not in analysis.flags)
        times = periods(analysis)
        refers = analysis.refers and "list" not in analysis.flags  # "the things *that* happened"
        if otherwise or refers or len(times) > 1 or not (times or self._in_month(analysis)):
            return False
        timed = {start for period in times for start in period.starts}
        days = any(unit.kind == "number" and unit.start not in timed for unit in analysis.units)
        if days or _decade(analysis, timed):  # neither is its month or year
            return False
        return all(unit.start in timed or is_time(unit) or self._tells_time(unit) for unit in analysis.said)

    def _in_month(self, analysis: Analysis) -> bool:
        """Is it asked what happened in a month, of whichever year?"""
        said = any(self._tells_time(unit) for unit in analysis.contents)
        return said and _month(analysis) is not None

    def _tells_time(self, unit: Unit) -> bool:
        return not self._happening.isdisjoint(unit.keys)

    def _events(self, analysis: Analysis) -> Events:
        period = next(iter(periods(analysis)), Period(None, None))
        month = _month(analysis)
        found: dict[tuple[str, int, int, int], Fact] = {}
        any_year = month is not None and period.first is None and period.last is None
        entries = self._months.get(month or 0, []) if any_year else self._within(period)
        for year, in_month, day, fact in entries:
            deal = self._knowledge.deals[fact.deal]
            concerns = all(self._lister.concerns(deal, unit) for unit in analysis.names)
            if month in (None, in_month) and concerns:
                found.setdefault((fact.deal, year, in_month, day), fact)
        reported = {fact.deal for fact in found.values() if fact.attribute != PUBLISHED}
        facts = {one.id: one for one in found.values() if one.attribute != PUBLISHED or one.deal not in reported}
        return Events(tuple(facts.values()), period, month, analysis.names)

    def _within(self, period: Period) -> list[_Entry]:
        first = 0 if period.first is None else bisect_left(self._years, period.first)
        last = len(self._years) if period.last is None else bisect_right(self._years, period.last)
        return self._dated[first:last]


def _month(analysis: Analysis) -> int | None:
    time = asked_time(analysis.units)
    return int(time.removeprefix("month_")) if time and time.startswith("month_") else None


def _decade(analysis: Analysis, starts: Iterable[int]) -> bool:
    """Is a time named by its first year ("the 1360s", "in den 1990er Jahren")?"""
    return any(_DECADE.match(analysis.text, start) for start in starts)

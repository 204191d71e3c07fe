"""The dated facts of deals: when, how exactly, and whether it has happened or is only planned.

What timelines are made of, in text (timeline) and as pictures (bot.pictures).
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from bot.facts.model import AHEAD, PUBLISHED, Fact
from bot.facts.values import Date, Value, Weekday


@dataclass(frozen=True)
class Dated:
    """One date of a deal. `year` is None where the source names none; `planned`: it lay ahead, by the source."""

    fact: Fact
    value: Date | Weekday
    planned: bool
    published: bool

    @property
    def year(self) -> int | None:
        """The year, if the source names it."""
        return self.value.year if isinstance(self.value, Date) else None

    @property
    def order(self) -> tuple[int, int, int, int]:
        """Sorts by date; what has no year comes last."""
        match self.value:
            case Date(year, month, day):
                return (0 if year else 1, year or 0, month or 0, day or 0)
            case Weekday(index):
                return (1, 0, 13, index)


def dated(facts: Iterable[Fact], happening: Collection[str]) -> tuple[Dated, ...]:
    """The dates that the facts tell, in order; each date of a deal once, by the fact that is most about it.

    `happening` are the attributes that tell when something took place, however open its outcome is.
    """
    facts = list(facts)
    found: dict[tuple[str, object], Dated] = {}
    for own in (True, False):
        for fact in facts:
            for value in _dates(fact, own=own):
                planned = fact.status in AHEAD and fact.attribute not in happening
                entry = Dated(fact, value, planned, fact.attribute == PUBLISHED)
                found.setdefault((fact.deal, value), entry)
    exact = [entry for entry in found.values() if not any(_within(other, entry) for other in found.values())]
    return tuple(sorted(exact, key=lambda entry: entry.order))


def _within(exact: Dated, rough: Dated) -> bool:
    """Whether a date of the same deal says more exactly what the rough one says."""
    if exact.fact.deal != rough.fact.deal or not isinstance(exact.value, Date) or not isinstance(rough.value, Date):
        return False
    known = [part for part in (rough.value.year, rough.value.month, rough.value.day) if part is not None]
    more = [part for part in (exact.value.year, exact.value.month, exact.value.day) if part is not None]
    return rough.value.year is not None and len(more) > len(known) and more[: len(known)] == known


def _dates(fact: Fact, *, own: bool) -> Iterator[Date | Weekday]:
    """The fact's own date, or those that it gives besides."""
    values: tuple[Value | None, ...] = (fact.value,) if own else tuple(fact.details.values())
    for value in values:
        if isinstance(value, Date | Weekday):
            yield value

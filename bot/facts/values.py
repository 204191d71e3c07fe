"""Typed, language-free values of facts: money, counts, dates, durations, entities, texts.

The loader makes them from YAML, the voice (bot.i18n) says them in a reader's locale. A figure is kept as the
source prints it and is never rounded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

APPROXIMATIONS = ("about", "over", "up_to", "nearly", "at_least", "under")
WORKING_DAY = "working_day"
"""A unit by name only: how many days such ones take depends on when they begin."""

UNITS = ("day", "week", "month", "year", "hour", "minute", WORKING_DAY)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Money:
    """An amount; `currency` is an ISO 4217 code or None where the source prints none."""

    amount: Decimal
    currency: str | None
    approx: str | None = None


@dataclass(frozen=True)
class Count:
    """How many; `of` names what is counted (a concept or an English noun)."""

    number: Decimal
    of: str | None = None
    approx: str | None = None


@dataclass(frozen=True)
class Percentage:
    """A share in percent, 0 to 100 (more for growth)."""

    number: Decimal
    approx: str | None = None


@dataclass(frozen=True)
class Date:
    """A date at the precision known: any of year, month, day may be missing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True)
class Weekday:
    """A day of the week as the source names it, 0 for Monday."""

    index: int


@dataclass(frozen=True)
class DayOfMonth:
    """A day that comes back each month, 1 to 31."""

    day: int


@dataclass(frozen=True)
class Duration:
    """A span of time in one unit; low equals high unless the source gives a range."""

    low: Decimal
    high: Decimal
    unit: str
    approx: str | None = None

    @property
    def asked_in(self) -> str:
        """The unit that it is asked for in, and that its length goes by: working days are days, too."""
        return "day" if self.unit == WORKING_DAY else self.unit


@dataclass(frozen=True)
class Range:
    """From low to high of something."""

    low: Decimal
    high: Decimal
    of: str | None = None


@dataclass(frozen=True)
class EntityValue:
    """One entity, by id or ISO country code."""

    entity: str


@dataclass(frozen=True)
class EntityList:
    """Several entities; `complete` says whether the source gives the whole list."""

    entities: tuple[str, ...]
    complete: bool = True


@dataclass(frozen=True)
class TextValue:
    """A short phrase per language."""

    text: Mapping[str, str]


@dataclass(frozen=True)
class NotDisclosed:
    """The source says that this is not known."""


FIGURES = (Money, Count, Percentage, Date, Duration, Range)
"""The types whose values wordings must take from the typed value, so that the two can't differ."""

Value = (
    Money
    | Count
    | Percentage
    | Date
    | Weekday
    | DayOfMonth
    | Duration
    | Range
    | EntityValue
    | EntityList
    | TextValue
    | NotDisclosed
)

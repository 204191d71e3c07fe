"""Dates at the precision known, in a reader's locale: "5. Februar 2014", "Januar", "2019", "Montag", "21."."""

import datetime as dt

from babel import Locale
from babel.dates import format_date, format_skeleton, get_day_names, get_month_names

from bot.facts.values import Date

_ANY_LEAP_YEAR = 2000


class Dates:
    """Formats dates for one locale."""

    def __init__(self, locale: str) -> None:
        self._locale = Locale.parse(locale)
        self._days = get_day_names("wide", "stand-alone", locale=locale)
        self._months = get_month_names("wide", "stand-alone", locale=locale)

    def date(self, date: Date) -> str:
        """The date with what is known of it; nothing is made up."""
        if date.month is None:
            return str(date.year)
        if date.day is None:
            month = self._months[date.month]
            return month if date.year is None else f"{month} {date.year}"
        known = dt.date(date.year or _ANY_LEAP_YEAR, date.month, date.day)
        if date.year is None:
            said: str = format_skeleton("MMMMd", known, locale=self._locale)
            return said
        full: str = format_date(known, "long", locale=self._locale)
        return full

    def weekday(self, index: int) -> str:
        """The day's name; 0 is Monday."""
        day: str = self._days[index]
        return day

    def ordinal_kind(self, number: int) -> str:
        """CLDR's plural category for "the …th": one, two, few or other."""
        return self._locale.ordinal_form(number)

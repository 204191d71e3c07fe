"""Months and weekdays: those that an utterance names, and those that a fact's dates tell."""

from collections.abc import Iterable

from bot.facts.model import Fact
from bot.understanding.deals.titles import telling
from bot.understanding.readings.valuekeys import value_keys
from bot.understanding.utterance.units import Unit

_TIMES = ("month_", "weekday_")


def is_time(unit: Unit) -> bool:
    """Does a unit name a month or a weekday?"""
    return bool(_keys(unit))


def asked_time(units: Iterable[Unit]) -> str | None:
    """The key of the one month or weekday that is named; None if there is none, or more than one."""
    asked = {key for unit in units for key in _keys(unit)}
    return asked.pop() if len(asked) == 1 else None


def told_times(fact: Fact, asked: str) -> list[str]:
    """The months, or weekdays, of a fact's dates: those of the kind that is asked for."""
    kind = asked.partition("_")[0]
    return [key for value in fact.values.values() for key in value_keys(value) if key.startswith(f"{kind}_")]


def _keys(unit: Unit) -> list[str]:
    return [key for key in telling(unit) if key.startswith(_TIMES)] if unit.kind == "concept" else []

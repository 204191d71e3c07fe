"""What a typed value can be asked for and found by: the answer types that it gives, its feature keys."""

from collections.abc import Mapping
from decimal import Decimal

from bot.facts.currencies import UNITS
from bot.facts.entities import Entity
from bot.facts.values import (
    WEEKDAYS,
    Count,
    Date,
    DayOfMonth,
    Duration,
    EntityList,
    EntityValue,
    Money,
    Percentage,
    Range,
    Value,
    Weekday,
)
from bot.understanding.language.figures import number_key

_KIND_TYPES = {
    "person": ("person", "name"),
    "company": ("company", "name"),
    "organisation": ("organisation", "name"),
    "place": ("place", "city", "name"),
    "programme": ("name", "company"),
    "product": ("product", "name"),
    "event": ("name", "place"),
}


_NUMBER_OF = 0.7
"""How well a list holds the number of those on it: too little for other facts of its deal to hold it as well."""


def value_types(value: Value, entities: Mapping[str, Entity]) -> set[str]:
    """The answer types that a value gives; a list that is complete can also be counted."""
    if isinstance(value, EntityValue):
        return entity_types(value.entity, entities)
    if isinstance(value, EntityList):
        counted = {"count", "amount"} if value.complete else set()
        return counted | {"list"} | {kind for e in value.entities for kind in entity_types(e, entities)}
    if isinstance(value, Date):
        known = {"year": value.year, "month": value.month, "day": value.day}
        return {"date", *(name for name, part in known.items() if part)}
    if isinstance(value, Money):
        return {"money", "amount", "count"} if value.currency is None else {"money", "amount"}
    return set(_TYPES.get(type(value), ()))


_TYPES: dict[type, tuple[str, ...]] = {
    Count: ("count", "amount"),
    Range: ("count", "amount"),
    Percentage: ("percent", "amount"),
    Weekday: ("date", "weekday", "day"),
    DayOfMonth: ("date", "day"),
    Duration: ("duration", "date"),
}


def entity_types(entity: str, entities: Mapping[str, Entity]) -> set[str]:
    """The answer types of an entity by its kind; what has no entry is a country."""
    known = entities.get(entity)
    return set(_KIND_TYPES.get(known.kind, ("name",))) if known else {"country", "place", "name"}


def value_keys(value: Value) -> dict[str, float]:
    """The keys that a value is found by: its numbers, its unit, its month or weekday."""
    match value:
        case Money():
            unit = UNITS.get(value.currency or "")
            return {number_key(value.amount): 1.0} | ({f"unit_{unit}": 1.0} if unit else {})
        case Count(number=number) | Percentage(number=number) | DayOfMonth(day=number):
            return {number_key(number): 1.0}
        case Duration():
            return {number_key(value.low): 1.0, number_key(value.high): 1.0, f"unit_{value.asked_in}": 1.0}
        case EntityList():  # "in which *two* towns"
            return {number_key(Decimal(len(value.entities))): _NUMBER_OF}
        case Range():
            return {number_key(value.low): 1.0, number_key(value.high): 1.0}
        case Date():
            numbers = {number_key(part): 1.0 for part in (value.year, value.day) if part}
            return numbers | ({f"month_{value.month}": 1.0} if value.month else {})
        case Weekday():
            return {f"weekday_{WEEKDAYS[value.index]}": 1.0}
        case _:
            return {}

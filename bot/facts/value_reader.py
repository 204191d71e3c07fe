"""Reads a fact's typed value: {money: 2300000, currency: EUR, approx: about} becomes a Money.

Exactly one key names the type. Figures are plain digits with a point for decimals, kept exactly as Decimal.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from babel.numbers import is_currency

from bot.facts.fields import Fields
from bot.facts.problems import did_you_mean, listed
from bot.facts.values import (
    APPROXIMATIONS,
    UNITS,
    WEEKDAYS,
    Count,
    Date,
    DayOfMonth,
    Duration,
    EntityList,
    EntityValue,
    Money,
    NotDisclosed,
    Percentage,
    Range,
    TextValue,
    Value,
    Weekday,
)

CURRENCY_ALIASES = {"RMB": "CNY"}
"""Codes that sources print and ISO 4217 doesn't know."""

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_UNSIGNED = "write it without the sign and say in the wording what it means"
_MOST_DIGITS = 30
"""Of an amount of money: nothing on earth costs more, and beyond them arithmetic rounds."""

_DATE = re.compile(r"(?:(?P<year>\d{4})|-)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_value(fields: Fields) -> Value | None:
    """The typed value of the mapping; None, with a problem noted, when it holds none."""
    kinds = [kind for kind in _READERS if fields.has(kind)]
    if len(kinds) != 1:
        known = f"exactly one key names the type: {listed(_READERS)}"
        left = ", ".join(fields.take_rest())
        fields.problem("", left, known if kinds or not left else did_you_mean(left.split(", ")[0], _READERS, known))
        return None
    value = _READERS[kinds[0]](fields)
    fields.finish()
    return value


def parse_date(text: str) -> Date | None:
    """A date at the precision known: YYYY, YYYY-MM, YYYY-MM-DD, --MM or --MM-DD; None when it is none."""
    found = _DATE.fullmatch(text)
    if found is None or text == "-":
        return None
    year, month, day = (int(part) if part else None for part in found.group("year", "month", "day"))
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and (month is None or not 1 <= day <= _DAYS_IN_MONTH[month - 1]):
        return None
    return Date(year, month, day)


def _number(fields: Fields, name: str) -> Decimal | None:
    text = fields.take(name, required=True)
    if text is None:
        return None
    if not isinstance(text, str) or not _NUMBER.fullmatch(text):
        fields.problem(name, text, "write plain digits, a point before decimals, nothing between: 2300000 or 2.5")
        return None
    return Decimal(text)


def _amount(fields: Fields, name: str) -> Decimal | None:
    """A number of something that there can't be less than none of."""
    number = _number(fields, name)
    if number is not None and number < 0:
        fields.problem(name, number, f"a {name}{' amount' if name == 'money' else ''} isn't negative: {_UNSIGNED}")
        return None
    return number


def _span(fields: Fields, name: str) -> tuple[Decimal, Decimal] | None:
    """One number, or [low, high]."""
    pair = fields.take(name, required=True)
    if pair is None:
        return None
    texts = pair if isinstance(pair, list) else [pair]
    if len(texts) not in (1, 2) or not all(isinstance(text, str) and _NUMBER.fullmatch(text) for text in texts):
        fields.problem(name, pair, "write a number or [low, high] in plain digits")
        return None
    low, high = Decimal(texts[0]), Decimal(texts[-1])
    if low > high:
        fields.problem(name, pair, "the lower figure comes first")
    return low, high


def _approx(fields: Fields) -> str | None:
    return fields.choice("approx", APPROXIMATIONS) if fields.has("approx") else None


def _currency(fields: Fields) -> str | None:
    code = fields.string("currency", required=False)
    if code is None:
        return None
    code = CURRENCY_ALIASES.get(code, code)
    if not is_currency(code):
        fields.problem("currency", code, "write an ISO 4217 code like EUR, USD, CNY; leave it out if none is printed")
    return code


def _money(fields: Fields) -> Value | None:
    amount = _amount(fields, "money")
    if amount is not None and len(amount.as_tuple().digits) > _MOST_DIGITS:
        fields.problem("money", amount, f"more than {_MOST_DIGITS} digits: write the amount as printed")
        amount = None
    currency, approx = _currency(fields), _approx(fields)
    return None if amount is None else Money(amount, currency, approx)


def _count(fields: Fields) -> Value | None:
    number = _amount(fields, "count")
    of, approx = fields.string("of", required=False), _approx(fields)
    return None if number is None else Count(number, of, approx)


def _percentage(fields: Fields) -> Value | None:
    number, approx = _number(fields, "percentage"), _approx(fields)
    return None if number is None else Percentage(number, approx)


def _date(fields: Fields) -> Value | None:
    text = fields.string("date")
    date = parse_date(text) if text else None
    if text and date is None:
        fields.problem("date", text, 'write 2014-02-05, 2014-02, 2014, or "--02-05", "--02" when the year is unknown')
    return date


def _weekday(fields: Fields) -> Value | None:
    return Weekday(WEEKDAYS.index(fields.choice("weekday", WEEKDAYS)))


def _day_of_month(fields: Fields) -> Value | None:
    day = fields.integer("day_of_month")
    if day is None:
        return None
    if not 1 <= day <= 31:
        fields.problem("day_of_month", day, "write a day from 1 to 31")
    return DayOfMonth(day)


def _duration(fields: Fields) -> Value | None:
    span = _span(fields, "duration")
    unit, approx = fields.choice("unit", UNITS), _approx(fields)
    if span is not None and span[0] < 0:
        fields.problem("duration", span[0], f"a duration isn't negative: {_UNSIGNED}")
        return None
    return None if span is None else Duration(*span, unit, approx)


def _range(fields: Fields) -> Value | None:
    span = _span(fields, "range")
    of = fields.string("of", required=False)
    return None if span is None else Range(*span, of)


def _entity(fields: Fields) -> Value | None:
    entity = fields.string("entity")
    return None if not entity else EntityValue(entity)


def _entities(fields: Fields) -> Value | None:
    entities = fields.identifiers("entities")
    complete = fields.flag("complete", default=True)
    if not entities:
        fields.problem("entities", "", "name at least one entity")
        return None
    return EntityList(entities, complete)


def _text(fields: Fields) -> Value | None:
    text = fields.local_text("text")
    return None if text is None else TextValue(text)


def _not_disclosed(fields: Fields) -> Value | None:
    if not fields.flag("not_disclosed", default=False):
        fields.problem("not_disclosed", "", "the only value is true: {not_disclosed: true}")
    return NotDisclosed()


_READERS: dict[str, Callable[[Fields], Value | None]] = {
    "money": _money,
    "count": _count,
    "percentage": _percentage,
    "date": _date,
    "weekday": _weekday,
    "day_of_month": _day_of_month,
    "duration": _duration,
    "range": _range,
    "entity": _entity,
    "entities": _entities,
    "text": _text,
    "not_disclosed": _not_disclosed,
}

"""The date of a question: the one month that is named, the day and year beside it, and how they are to be compared.

"Before 5 February 2014" is one figure, not three: what stands before its first part says how it is meant.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from bot.understanding.utterance.askedfigures import EQUAL, FROM, KNOWN, YEARS, relation_of
from bot.understanding.utterance.units import AskedDate, Unit

_MONTH = "month_"
_DAYS = range(1, 32)
_BESIDE = re.compile(r"(?:\w{2}\b)?[\s.,-]*(?:\w{2,3}\s+)?")
"""What may stand between the parts: "5th of February", "5. Februar", "February the 5th, 2014"."""


def asked_date(text: str, units: Sequence[Unit], comparisons: Mapping[str, Sequence[str]]) -> AskedDate | None:
    """The date that an utterance names; None if it names no month, or several."""
    row = [unit for unit in units if unit.kind in ("number", "concept")]
    months = [(place, month) for place, unit in enumerate(row) if (month := _month(unit))]
    if len(months) != 1:
        return None
    place, month = months[0]
    parts = [row[place]]
    day = year = None
    before = row[place - 1] if place else None
    if before and (number := _number(before, _DAYS)) and _adjoin(text, before, row[place]):
        day, parts = number, [before, *parts]
    for unit in row[place + 1 : place + 3]:
        if not _adjoin(text, parts[-1], unit):
            break
        if year is None and (number := _number(unit, YEARS)):
            year = number
        elif day is None and year is None and (number := _number(unit, _DAYS)):
            day = number
        else:
            break
        parts.append(unit)
    last = parts[-1].start + len(parts[-1].text)
    relation = relation_of(text[: parts[0].start], text[last:], comparisons)
    if relation in (FROM, KNOWN):  # "is it from October?", "on the 5th of October"
        relation = EQUAL
    return AskedDate(month, year, day, relation, frozenset(unit.start for unit in parts))


def _month(unit: Unit) -> int | None:
    months = [key for key in unit.keys if key.startswith(_MONTH)] if unit.kind == "concept" else []
    return int(months[0].removeprefix(_MONTH)) if len(months) == 1 else None


def _number(unit: Unit, span: range) -> int | None:
    number = Decimal(next(iter(unit.keys))[1:]) if unit.kind == "number" else None
    return int(number) if number is not None and number in span else None


def _adjoin(text: str, one: Unit, other: Unit) -> bool:
    return _BESIDE.fullmatch(text[one.end : other.start]) is not None

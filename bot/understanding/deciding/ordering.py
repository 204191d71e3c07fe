"""Which of two values is less or earlier: of one kind, in one unit, and only where their spans don't meet."""

from decimal import Decimal

from bot.facts.model import AHEAD, Fact
from bot.facts.values import Count, Date, Duration, Money, Percentage, Value
from bot.understanding.deciding.comparing import Span, span_of

_KINDS: dict[str, tuple[type, ...]] = {
    "date": (Date,), "age": (Date,), "money": (Money,), "duration": (Duration,), "amount": (Money, Count, Percentage),
}  # fmt: skip


def order(one: Fact, other: Fact, kind: str) -> int | None:
    """-1 if the first fact's value is less or earlier, 1 if more or later; None where that can't be told.

    `kind` is what a comparative asks for (a key of comparatives.yaml): values of another kind aren't held against it.
    """
    if (one.status in AHEAD) != (other.status in AHEAD):
        return None
    left, right = one.value, other.value
    if type(left) is not type(right) or not isinstance(left, _KINDS.get(kind, ())) or left is None or right is None:
        return None
    if isinstance(left, Date) and isinstance(right, Date):
        return _sign(_moment(left, right), _moment(right, left))
    if _unit(left) != _unit(right):
        return None
    low, high = span_of(left), span_of(right)
    return _apart(low, high) if low and high else None


def _moment(date: Date, beside: Date) -> tuple[int, ...]:
    """As much of a date as both tell, from the year on."""
    moment: list[int] = []
    for part, other in zip((date.year, date.month, date.day), (beside.year, beside.month, beside.day), strict=True):
        if part is None or other is None:
            break
        moment.append(part)
    return tuple(moment)


def _unit(value: Value) -> str | None:
    """What a figure counts or is measured in."""
    match value:
        case Money(_, currency, _):
            return currency
        case Count(_, of, _):
            return of
    return ""


def _apart(one: Span, other: Span) -> int | None:
    """Which span lies below the other, if they don't meet."""
    if one.high is not None and other.low is not None and one.high < other.low:
        return -1
    if other.high is not None and one.low is not None and other.high < one.low:
        return 1
    return None


def _sign(one: tuple[Decimal | int, ...], other: tuple[Decimal | int, ...]) -> int | None:
    return None if one == other else -1 if one < other else 1

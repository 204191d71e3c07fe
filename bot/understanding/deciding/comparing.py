"""Yes or no by figures: "over fifty?", "before 2015?", "four years?" against what a fact says. Nothing unproved.

The figure asked for must be of the same kind and unit as exactly one of the fact's; "about" and the like leave open
what they leave open. A plan proves nothing of what has come to be.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bot.facts.currencies import CODES
from bot.facts.model import Fact
from bot.facts.values import Count, Date, Duration, Money, Percentage, Range, Value
from bot.understanding.utterance.askedfigures import YEARS
from bot.understanding.utterance.units import AskedFigure

_MINUTES = {
    "minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43830, "year": 525960, "decade": 5259600,
}  # fmt: skip
"""Months and years go by their mean length; twelve of the one are exactly the other."""

_CALENDAR = frozenset({"month", "year", "decade"})
_NEAR = Decimal("0.1")
"""What is only "about" a figure is told from others that are at least a tenth of it away."""

_UNTIL = "until"
"""What was done by a year needn't have lasted until then."""

_FAR = Decimal("0.25")
"""What is asked about "roughly" is denied by figures that are more than a quarter of it away."""


@dataclass(frozen=True)
class Span:
    """What a fact says of a figure: it lies between low and high; None where that end is open."""

    low: Decimal | None
    high: Decimal | None


def compared(fact: Fact, figures: Iterable[AskedFigure]) -> bool | None:
    """Does the fact prove (True) or disprove (False) the one figure asked about? None where it does neither.

    Whichever of its figures may be meant, all have to say the same.
    """
    asked = tuple(figures)
    if len(asked) != 1:
        return None
    if asked[0].number in YEARS and any(isinstance(value, Date) and not value.year for value in fact.values.values()):
        return None  # whose year isn't told, whatever else is
    spans = [span for value in fact.values.values() if (span := _span(value, asked[0])) is not None]
    said = {_holds(span, asked[0]) for span in spans}
    return said.pop() if len(said) == 1 else None


def _span(value: Value, asked: AskedFigure) -> Span | None:
    """The span of a value in the unit that is asked in; None if the two can't be compared."""
    match value:
        case Money(amount, currency, approx) if asked.unit is None or (currency in CODES.get(asked.unit, ())):
            return _approximate(amount, amount, approx)
        case Count(number, _, approx) if asked.unit in (None, "piece"):
            return _approximate(number, number, approx)
        case Percentage(number, approx) if asked.unit == "percent":
            return _approximate(number, number, approx)
        case Range(low, high) if asked.unit is None:
            return Span(low, high)
        case Duration(low, high, unit, approx) if asked.unit in _MINUTES:
            factor = _factor(unit, asked.unit or "")
            return None if factor is None else _approximate(low * factor, high * factor, approx)
        case Date(int(year)) if asked.unit is None and asked.number in YEARS and asked.relation != _UNTIL:
            return Span(Decimal(year), Decimal(year))
    return None


def span_of(value: Value) -> Span | None:
    """The span of a figure in its own unit, a duration in minutes; None for what is no figure."""
    match value:
        case Money(amount, _, approx) | Count(amount, _, approx) | Percentage(amount, approx):
            return _approximate(amount, amount, approx)
        case Duration(low, high, _, approx):
            minutes = _MINUTES[value.asked_in]
            return _approximate(low * minutes, high * minutes, approx)
    return None


def _factor(unit: str, wanted: str) -> Decimal | None:
    """How many of the wanted unit one unit has; months and days can't be counted in each other."""
    if unit not in _MINUTES or (unit in _CALENDAR) != (wanted in _CALENDAR):
        return None
    return Decimal(_MINUTES[unit]) / Decimal(_MINUTES[wanted])


def _approximate(low: Decimal, high: Decimal, approx: str | None) -> Span:
    match approx:
        case "over" | "at_least":
            return Span(low, None)
        case "up_to" | "under":
            return Span(None, high)
        case "about" | "nearly":
            return Span(low * (1 - _NEAR), high * (1 + _NEAR))
    return Span(low, high)


def _holds(span: Span, asked: AskedFigure) -> bool | None:
    number, low, high = asked.number, span.low, span.high
    below, above = high is not None and high < number, low is not None and low > number
    exact = low is not None and low == high
    match asked.relation:
        case "equal":
            return True if exact and low == number else False if below or above else None
        case "more" | "after":
            return True if above else False if high is not None and high <= number else None
        case "less" | "before":
            return True if below else False if low is not None and low >= number else None
        case "at_least":
            return True if low is not None and low >= number else False if below else None
        case "at_most" | "until":
            return True if high is not None and high <= number else False if above else None
        case "roughly":
            far = number * _FAR
            differs = (high is not None and high < number - far) or (low is not None and low > number + far)
            return False if differs else None
    return None

"""Yes or no by a date: "before 5 February 2014?", "in January?" against the dates that a fact tells.

Whichever of its dates may be meant, all have to say the same. What one of the two leaves open (the year, the day)
proves nothing where it matters.
"""

from itertools import takewhile

from bot.facts.model import Fact
from bot.facts.values import Date
from bot.understanding.utterance.units import AskedDate

_Part = int | None


def dated(fact: Fact, asked: AskedDate) -> bool | None:
    """Does the fact prove (True) or disprove (False) the date asked about? None where it does neither."""
    told = [value for value in fact.values.values() if isinstance(value, Date) and value.month]
    said = {_holds(value, asked) for value in told}
    return said.pop() if len(said) == 1 else None


def _holds(told: Date, asked: AskedDate) -> bool | None:
    """How one date stands to the one that is asked about."""
    own, other = (told.year, told.month, told.day), (asked.year, asked.month, asked.day)
    if asked.relation == "equal":
        return _is(own, other)
    if (own[0] is None) != (other[0] is None):
        return None
    pairs = list(zip(own, other, strict=True))[own[0] is None :]
    known = list(takewhile(lambda pair: None not in pair, pairs))
    left, right = [one for one, _ in known], [two for _, two in known]
    order = (left > right) - (left < right)
    finer = len(known) < len(pairs) and pairs[len(known)][1] is not None  # a day is asked about, a month told
    return _stands(order, asked.relation) if order or not finer else None


def _is(own: tuple[_Part, ...], other: tuple[_Part, ...]) -> bool | None:
    """Is it the same date, as far as it is asked about?"""
    pairs = [(one, two) for one, two in zip(own, other, strict=True) if two is not None]
    if any(one is not None and one != two for one, two in pairs):
        return False
    return None if any(one is None for one, _ in pairs) else True


def _stands(order: int, relation: str) -> bool | None:
    """Does a date that comes earlier (-1), at the same time or later stand as asked?"""
    match relation:
        case "before" | "less":
            return order < 0
        case "after" | "more":
            return order > 0
        case "at_most":
            return order <= 0
        case "at_least":
            return order >= 0
    return None

"""The figures of a question: the number, the unit beside it, and how it is to be compared ("more than", "before").

What stands directly before a number says how it is meant; a unit or currency directly behind it (or a sign before) says
of what it is. "From" is "since" only with "onwards" behind the number.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from bot.understanding.language.normalise import SIGNS
from bot.understanding.utterance.answertypes import CURRENCIES
from bot.understanding.utterance.units import AskedFigure, Unit

EQUAL = "equal"
OPEN = "open"
EITHER = "either"
"""More or less than the figure: which of the two it is is asked, not yes or no."""

YEARS = range(1000, 2200)
"""What a number without a unit may be the year of."""

KNOWN = "known"
"""The figure belongs to what is asked about ("the 26 embassies")."""

FROM, ONWARDS, SINCE = "from", "onwards", "since"
CENTURY = "century"
BEHIND = {"most_behind": "at_most", "least_behind": "at_least"}
"""What stands behind a figure may compare it, too ("10 days *at most*"); the keys that such words have."""

_SIGNS = {
    "€": "euro", "$": "dollar", "£": "pound", "¥": "yuan", "₹": "rupee", "₽": "rouble", "₩": "won", "₺": "lira",
    "₴": "hryvnia", "₦": "naira", "₪": "shekel", "₫": "dong", "฿": "baht", "%": "percent",
}  # fmt: skip
_UNIT = "unit_"
_FILLED = r"(?:\s+(?:the|dem|den|der|year|jahr\w*))*"
"""What may stand between such a word and the number."""

_ORDINAL = re.compile(r"\w{0,2}[\s.-]*")
"""What makes a number an ordinal: "14th", "14."."""

_FIRM = 0.85
"""Numbers that weigh less ("one", "two") are rather articles."""


def asked_figures(
    text: str, units: Sequence[Unit], comparisons: Mapping[str, Sequence[str]]
) -> tuple[AskedFigure, ...]:
    """All figures of a text in their order."""
    found = []
    for place, unit in enumerate(units):
        if unit.kind != "number":
            continue
        end = unit.end
        measure = _unit(text, unit, units[place + 1 :], end)
        if unit.weight >= _FIRM or measure:
            number = Decimal(next(iter(unit.keys))[1:])
            relation = relation_of(text[: unit.start], text[end:], comparisons)
            if relation == FROM and number not in YEARS:  # "do they come *from* 92 countries?"
                relation = EQUAL
            begin = _heard(text[: unit.start], comparisons)[1]
            found.append(
                AskedFigure(number, relation, measure, unit.start, begin, end + _compared(text[end:], comparisons)[1])
            )
    return tuple(found)


def _unit(text: str, number: Unit, following: Sequence[Unit], end: int) -> str | None:
    """The unit or currency beside a number."""
    beside = text[max(0, number.start - 1) : number.start] + text[end : end + 2].strip()[:1]
    for sign, name in _SIGNS.items():
        if sign in beside:
            return name
    after = next(iter(following), None)
    if after is None or after.kind == "operator":
        return None
    between = text[end : after.start]
    if f"{_UNIT}{CENTURY}" in after.keys and _ORDINAL.fullmatch(between):
        return CENTURY
    if between.strip(" -\xa0\u202f"):
        return None
    return next((key.removeprefix(_UNIT) for key in after.keys if key.startswith(_UNIT)), None)


def relation_of(before: str, after: str, comparisons: Mapping[str, Sequence[str]]) -> str:
    """What the longest phrase directly before the number says; "or more" behind it leaves it open."""
    if any(_behind(said).match(after) for said in comparisons.get(OPEN, ())):
        return OPEN
    relation, _ = _heard(before, comparisons)
    if relation == EQUAL:
        relation = _compared(after, comparisons)[0]
    onwards = (re.match(rf"\s+{re.escape(said)}\b", after, re.IGNORECASE) for said in comparisons.get(ONWARDS, ()))
    return SINCE if relation == FROM and any(onwards) else relation


def _compared(after: str, comparisons: Mapping[str, Sequence[str]]) -> tuple[str, int]:
    """The relation that words directly behind a figure and its unit stand for, and where they end."""
    found = ((key, _behind(said).match(after)) for key in BEHIND for said in comparisons.get(key, ()))
    ends = [(match.end(), BEHIND[key]) for key, match in found if match]
    end, relation = max(ends, default=(0, EQUAL))
    return relation, end


def _heard(before: str, comparisons: Mapping[str, Sequence[str]]) -> tuple[str, int]:
    """The relation that the longest phrase at the end of a text stands for, and where that begins."""
    words = before.casefold().rstrip(f" ({SIGNS}")
    heard = [
        (len(phrase), relation, found.start())
        for relation, phrases in comparisons.items()
        for phrase in phrases
        if relation not in (OPEN, ONWARDS, *BEHIND) and phrase in words and (found := _before(phrase).search(words))
    ]
    if not heard:
        return EQUAL, len(before)
    _, relation, begin = max(heard, key=lambda one: (one[1] != KNOWN, one))  # "before *the* 5th"
    return relation, begin


@lru_cache(maxsize=256)
def _behind(said: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:\w+\W+)?{re.escape(said)}\b", re.IGNORECASE)


@lru_cache(maxsize=256)
def _before(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W){re.escape(phrase)}{_FILLED}$")


def counts_money(units: Sequence[Unit], text: str, start: int | None, focus: Iterable[int]) -> bool:
    """Does "how many" ask for a currency, whosever it is? `start` and the places of `focus` are what follows it."""
    if start is None:
        return False
    asked = [units[place] for place in focus]
    after = [unit for unit in units if unit.start >= start and unit.kind != "operator"][:2]
    if len(after) > 1 and after[0].kind == "entity" and text[after[0].end : after[1].start].strip(" -") == "":
        asked.append(after[1])  # "how many *Thai baht*"
    return any(not CURRENCIES.isdisjoint(unit.keys) for unit in asked)

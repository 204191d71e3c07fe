"""How many are to be named: "name *three* countries", "nennen Sie mir *zwei* Marken".

Such a number asks for no figure. Behind an article it says how many there are, and that is another matter.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.understanding.language.wordpatterns import any_of
from bot.understanding.utterance.units import Unit

_NUMBERS = {f"#{number}": number for number in range(2, 31)}
"""The keys of numbers that somebody may want so many of."""

_NEAR = re.compile(r"\s(?:(?:of|von)?\s*(?:the|der|den)\s)?")
"""What may stand between the number and what is wanted ("three *of the* countries")."""


class HowMany(NamedTuple):
    """The units that still ask for something, how many are to be named (0 if nothing says so), and where that stands.

    `languages` are those whose verb stands before the number.
    """

    units: list[Unit]
    most: int = 0
    start: int = -1
    languages: tuple[str, ...] = ()


def before_number(
    verbs: Mapping[str, Sequence[str]], beside: Mapping[str, Sequence[str]]
) -> Mapping[str, re.Pattern[str]]:
    """What stands before such a number in each language: a verb that wishes for a list, and small words."""
    return {
        language: re.compile(rf"{any_of(verbs[language])}(?:\s+{any_of(beside[language])})*\s+$", re.IGNORECASE)
        for language in verbs
    }


def how_many(units: Sequence[Unit], text: str, before: Mapping[str, re.Pattern[str]]) -> HowMany:
    """How many are to be named, without the units of that number and of the verb before it ("*name* three")."""
    for unit in units:
        most = next((_NUMBERS[key] for key in unit.keys if key in _NUMBERS), 0) if unit.kind == "number" else 0
        if not most:
            continue
        heard = {language: found for language, one in before.items() if (found := one.search(text[: unit.start]))}
        behind = unit.end
        following = any(
            one.start > behind and _NEAR.fullmatch(text[behind : one.start]) and one.kind not in ("number", "operator")
            for one in units
        )
        measure = any(one.start == behind + 1 and one.measures for one in units)
        if heard and following and not measure:
            begin = min(found.start() for found in heard.values())
            left = [one for one in units if not begin <= one.start <= unit.start]
            return HowMany(left, most, unit.start, tuple(heard))
    return HowMany(list(units))

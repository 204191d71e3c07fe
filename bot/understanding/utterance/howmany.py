"""How many are to be named: "name *three* countries", "nennen Sie mir *zwei* Marken".

Such a number asks for no figure. Behind an article it says how many there are, and that is another matter.
"""

import re
from collections.abc import Sequence

from bot.understanding.language.wordpatterns import any_of
from bot.understanding.utterance.units import Unit

_FEWEST, _MOST = 2, 30


def naming(verbs: Sequence[str], beside: Sequence[str]) -> re.Pattern[str]:
    """What stands before such a number: a verb that wishes for a list, and small words."""
    return re.compile(rf"{any_of(verbs)}(?:\s+{any_of(beside)})*\s+$", re.IGNORECASE)


def wanted(units: Sequence[Unit], text: str, before: re.Pattern[str]) -> tuple[list[Unit], int, int]:
    """The units without such a number and the verb before it, the number, and where it stands; 0 and -1 without one.

    The verb only wishes: "*name* two takeovers" asks for no name.
    """
    for unit in units:
        number = next((key[1:] for key in unit.keys if key[0] == "#"), "") if unit.kind == "number" else ""
        wish = before.search(text[: unit.start]) if number.isdecimal() and _FEWEST <= int(number) <= _MOST else None
        if wish:
            behind = unit.start + len(unit.text)
            following = any(one.start == behind + 1 and one.kind not in ("number", "operator") for one in units)
            measure = any(one.start == behind + 1 and one.measures for one in units)
            if following and not measure:
                own = [one for one in units if not wish.start() <= one.start <= unit.start]
                return own, int(number), unit.start
    return list(units), 0, -1

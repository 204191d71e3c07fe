"""What a later question leaves out because the one before has said it: "how many days for A, and *how many for B*?".

The noun that is counted, or all but whom or which deal it is now asked of ("when does A start, and *when B*?").
"""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile

from bot.understanding.deals.subjects import SubjectFinder
from bot.understanding.language.normalise import fold
from bot.understanding.utterance.units import SAID, Analysis, Unit

_WORD = re.compile(r"\S+\s*")


class Elided:
    """Completes later questions by the one before."""

    def __init__(self, analyse: Callable[..., Analysis], subjects: SubjectFinder) -> None:
        self._analyse, self._subjects = analyse, subjects

    def noun(self, read: Analysis, before: Analysis) -> str:
        """The question with the noun that was counted before, if it begins like that one; else ""."""
        if not read.asking or not before.asking or "count" not in read.types:
            return ""
        start, place = before.asking[0], read.asking[0]
        begin, end = _alike(before.text[start:], read.text[place:])
        noun = next((unit for unit in before.units if unit.start == start + begin and unit.kind != "entity"), None)
        if not begin or noun is None or any(noun.keys.keys() & unit.keys.keys() for unit in read.contents):
            return ""
        return f"{read.text[: place + end]}{noun.text} {read.text[place + end :]}"

    def same(self, read: Analysis, before: Analysis) -> Analysis | None:
        """What was asked before, of whom or which deal alone a question names behind the same word; else None."""
        only = all(self._names(unit) or unit.kind == "operator" or unit.weight < SAID for unit in read.units)
        named = tuple(unit for unit in read.units if self._names(unit))
        if not only or not named or _word(read) != _word(before) or not _word(read):
            return None
        asked = tuple(unit for unit in before.units if not self._names(unit) and unit.kind != "operator")
        if not any(unit.says for unit in asked):
            return None
        units = (*asked, *named)
        focus = tuple(units.index(before.units[place]) for place in before.focus if before.units[place] in units)
        return replace(read, units=units, types=before.types, focus=focus, refers=False)

    def _names(self, unit: Unit) -> bool:
        return unit.kind == "entity" or (unit.kind != "operator" and self._subjects.calls(unit))


def _word(analysis: Analysis) -> str:
    """The first word of the first question."""
    return analysis.text[analysis.asking[0] :].split(maxsplit=1)[0].casefold() if analysis.asking else ""


def _alike(one: str, other: str) -> tuple[int, int]:
    """Where the first words end that two texts begin with, in either of them."""
    words = list(zip(_WORD.finditer(one), _WORD.finditer(other), strict=False))
    alike = list(takewhile(lambda pair: fold(pair[0].group()) == fold(pair[1].group()), words))
    return (alike[-1][0].end(), alike[-1][1].end()) if alike else (0, 0)

"""Whether something is part of a deal: told only by a fact that speaks of it.

"Would *sake* be part of the agreement?" isn't answered by when that was signed.
"""

import re

from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.utterance.units import TELLING, Analysis

_WORD = "word"
RULE = "what is to be part of it isn't in the fact"


class PartOf:
    """Tells such questions; `being_part` finds the words that ask so."""

    def __init__(self, being_part: re.Pattern[str]) -> None:
        self._being_part = being_part

    def untold(self, analysis: Analysis, best: Reading) -> bool:
        """Is it asked for yes or no whether something is part, which the best reading's fact doesn't hold?"""
        asked = self._being_part.search(analysis.text) if "yesno" in analysis.flags else None
        if asked is None:
            return False
        rows = zip(analysis.units, best.explained, strict=False)
        before = ((unit, match) for unit, match in rows if unit.start < asked.start())
        return any(
            match < EXPLAINED and unit.kind in TELLING and (unit.says or unit.kind == _WORD) for unit, match in before
        )

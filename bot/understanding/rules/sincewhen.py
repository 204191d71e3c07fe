"""Since when something has been so: told neither by a plan nor by a day on which it comes again.

"*Since when* has it been flying there?" isn't answered by "every Wednesday", nor by when it is to begin.
"""

import re

from bot.facts.model import NOT_YET
from bot.facts.values import DayOfMonth, Weekday
from bot.understanding.readings.scoring import Reading
from bot.understanding.utterance.units import Analysis

RULE = "since when, which the fact doesn't tell"


class SinceWhen:
    """Tells such questions; `asking` finds the words that ask so."""

    def __init__(self, asking: re.Pattern[str]) -> None:
        self._asking = asking

    def untold(self, analysis: Analysis, best: Reading) -> bool:
        """Is it asked since when, where the best reading's fact tells what lies ahead or comes again?"""
        if not self._asking.search(analysis.text):
            return False
        fact = best.features.fact
        again = isinstance(fact.value, DayOfMonth | Weekday)
        return again or fact.status in NOT_YET

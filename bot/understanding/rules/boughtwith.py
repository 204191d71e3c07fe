"""The price of one of several: a sum told of the whole isn't that of what the statement names only behind it.

"How much did A put down *for B*?" isn't answered by "A has spent 7 billion on shops; it has B and C".
"""

import re

from bot.facts.model import LANGUAGES
from bot.facts.values import Money
from bot.understanding.language.normalise import clean
from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.units import Analysis

RULE = "the price of one of several"
_SUMS = frozenset({"money", "amount"})
_CLAUSE = re.compile(r"[;.:]\s")


class BoughtWith:
    """Tells such questions; `paid_for` finds what stands before the thing that is paid for."""

    def __init__(self, analyser: Analyser, told: ToldNames, paid_for: re.Pattern[str]) -> None:
        self._analyser, self._told, self._paid_for = analyser, told, paid_for

    def asked(self, analysis: Analysis, best: Reading) -> bool:
        """Is it asked what was paid for one whom the statement names only after the sum, in another clause?"""
        if "yesno" in analysis.flags or analysis.types.isdisjoint(_SUMS):
            return False
        begin = max((found.end() for found in self._paid_for.finditer(analysis.text)), default=None)
        bought = next((unit for unit in analysis.names if begin is not None and unit.start >= begin), None)
        if bought is None or not all(map(self._told.is_firm, bought.entities)):
            return False
        return all(self._named_after(set(bought.entities), best, language) for language in LANGUAGES)

    def _named_after(self, bought: set[str], best: Reading, language: str) -> bool:
        fact = best.features.fact
        sums = [f"{{{name}" for name, value in fact.values.items() if isinstance(value, Money)]
        clauses = _CLAUSE.split(clean(fact.wording.get(language, "")))
        last = max((at for at, clause in enumerate(clauses) if any(one in clause for one in sums)), default=None)
        if last is None:
            return False
        named = [
            {one for unit in self._analyser.units(clause, language) for one in unit.entities} for clause in clauses
        ]
        return bought.isdisjoint(set().union(*named[: last + 1])) and not bought.isdisjoint(set().union(*named[last:]))

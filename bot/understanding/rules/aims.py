"""A figure that is aimed at: "how many brands *are to* join?" asks for the plan, not for how many there are.

Both are counts of one deal and asked for in nearly the same words; the small verb tells them apart. Hearsay takes the
same verb ("soll … gezahlt haben"), but ends in another one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.facts.model import AHEAD
from bot.understanding.readings.scoring import Reading
from bot.understanding.utterance.units import Analysis

_FIGURES = frozenset({"count", "amount", "money", "percent"})
_LOOKED_AT, _NEAR = 4, 20.0
"""Among so many readings, and at most so many points below the best, the plan is looked for."""


_CLAUSE = re.compile(r"\s*[,;:?!]\s*|\.\s")
"""What ends the clause that asks."""


@dataclass(frozen=True)
class Aims:
    """Prefers what lies ahead. `aiming` finds the verbs of what is to be, `hearsay` what such a sentence ends with.

    Each by language: "will" is what somebody wants in German only.
    """

    aiming: Mapping[str, re.Pattern[str]]
    hearsay: Mapping[str, re.Pattern[str]]

    def first(self, analysis: Analysis, readings: Sequence[Reading]) -> list[Reading]:
        """The readings; instead of a best one that tells how it is, one near it that tells how it is to be.

        That one takes the other's standing: the verb, which no key stands for, makes up for what it lacked.
        """
        best = readings[0]
        if best.itself or best.features.fact.status in AHEAD or not self._asked(analysis):
            return list(readings)
        value = type(best.features.fact.value)
        for other in readings[1:_LOOKED_AT]:
            fact, near = other.features.fact, other.type_fits and other.score >= best.score - _NEAR
            same = fact.deal == best.features.fact.deal and isinstance(fact.value, value)
            if near and same and fact.status in AHEAD:
                meant = other._replace(score=best.score, odds=best.odds, votes=best.votes)
                return [meant, *(one for one in readings[1:] if one is not other)]
        return list(readings)

    def _asked(self, analysis: Analysis) -> bool:
        if analysis.types.isdisjoint(_FIGURES) or "already" in analysis.flags or not analysis.asking:
            return False
        words = _CLAUSE.split(analysis.text[analysis.asking[0] :].strip(), maxsplit=1)[0]  # not "…, will ich wissen"
        language = analysis.language or "en"
        return bool(self.aiming[language].search(words)) and not self.hearsay[language].search(words)

"""Who heads a company: told only by a fact that speaks of a head, and of that company.

"Who is the managing director of B?" isn't answered by who sold B, nor "Who runs A?" by what the head of its buyer says.
"""

from collections.abc import Iterable, Sequence, Set

from bot.facts.model import Fact
from bot.facts.values import NotDisclosed
from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.rules.limiting import FIRM
from bot.understanding.utterance.units import Analysis, Unit

EXECUTIVE = "executive"
_PERSON, _FOUNDER = "person", "founder"
_NEAR, _LOOKED_AT = 0.9, 3
"""So near to the best another must be to take its place, and among how many it is looked for."""

_ITSELF = 0.9
"""A fact that holds a word better than this holds that word itself, not one like it."""

OFFICE = 0.3
"""What an office weighs at least, where it only says whom is asked for."""


class Heads:
    """Tells such questions; `offices` are concepts for executives, founders too, and `heading` for what they do.

    `founding` are concepts for what only founders did.
    """

    def __init__(
        self, told: ToldNames, offices: Iterable[str], heading: Iterable[str], founding: Iterable[str]
    ) -> None:
        self._told, self._founding = told, frozenset(founding)
        self._all = frozenset(offices) | frozenset(heading)

    def of_another(self, analysis: Analysis, best: Reading) -> bool:
        """Is it asked who heads a company, where the fact speaks of no head, or not of that company?"""
        fact = best.features.fact
        if _PERSON not in analysis.types or "yesno" in analysis.flags or isinstance(fact.value, NotDisclosed):
            return False
        asking = self._asking(analysis)
        if not asking:
            return False
        said = {key for unit in asking for key in unit.keys}
        rows = zip(analysis.units, best.explained, best.centrality, strict=False)
        usual = any(unit in asking and held > _ITSELF and central for unit, held, central in rows)
        return (not usual and self._says_another(fact, said)) or self._speaks_of_none(analysis, best)

    def _asking(self, analysis: Analysis) -> list[Unit]:
        """The words that ask for a head."""
        contents = (unit for unit in analysis.contents if unit.weight >= OFFICE)
        return [unit for unit in contents if not self._all.isdisjoint(unit.keys)]

    def _says_another(self, fact: Fact, said: Set[str]) -> bool:
        """Does neither the statement say that somebody heads it, nor the role of whom it names?

        A founder may not head it, and who heads it need not have founded it.
        """
        founding = {_FOUNDER, *self._founding}
        only = said & self._all == {_FOUNDER}
        meant = founding if only else self._all | founding if _FOUNDER in said else self._all - {_FOUNDER}
        return self._told.said(fact.id).isdisjoint(meant)

    def first(self, analysis: Analysis, readings: Sequence[Reading]) -> list[Reading]:
        """The readings; instead of a best one that doesn't tell who heads it, first the one near it that does."""
        best, *others = readings
        if self.of_another(analysis, best):
            for other in others[:_LOOKED_AT]:
                if other.score >= _NEAR * best.score and other.type_fits and not self.of_another(analysis, other):
                    return [other, *(one for one in readings if one is not other)]
        return list(readings)

    def _speaks_of_none(self, analysis: Analysis, best: Reading) -> bool:
        """Is a company named of which neither the statement nor a question for the fact speaks?"""
        rows = zip(analysis.units, best.centrality, strict=False)
        firms = [
            (u, c) for u, c in rows if u.weight >= FIRM and u.entities and all(map(self._told.is_firm, u.entities))
        ]
        told = self._told.of(best.features.fact.id)  # not of what those belong to: Lazada's head isn't Alibaba's
        return bool(firms) and all(not central and told.isdisjoint(unit.entities) for unit, central in firms)

"""Who bought or sold somebody: told only by a fact that names another party of the deal than the one named.

"Who was the buyer of A?" isn't answered by when its purchase was completed, nor by which authority agreed to it.
"""

from collections.abc import Iterable, Mapping, Sequence

from bot.facts.values import EntityValue, NotDisclosed
from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.units import Analysis, Unit

RULE = "a role of which the fact names nobody"
_WHO = frozenset({"person", "company"})
_MARKS = frozenset("~@#%!")
_NEAR, _LOOKED_AT = 0.5, 8
"""So near to the best another must be to take its place, and among how many it is looked for."""


class Roles:
    """Tells such questions; `told_by` are the attributes that tell who buys or sells, by the concept for him."""

    def __init__(self, told: ToldNames, told_by: Mapping[str, Iterable[str]]) -> None:
        self._told = told
        self._told_by = {role: frozenset(attributes) for role, attributes in told_by.items()}

    def untold(self, analysis: Analysis, best: Reading) -> bool:
        """Is it asked who bought or sold somebody, where the best reading's fact names nobody who may have?"""
        if "yesno" in analysis.flags or not analysis.types & _WHO:
            return False
        named = {one for unit in analysis.names for one in unit.entities}
        asked = [role for unit in analysis.said for role in self._meant(unit)]
        if not named or not asked:
            return False
        fact = best.features.fact
        if isinstance(fact.value, NotDisclosed):
            return False
        if not any(best.features.attributes & self._told_by[role] for role in asked):
            return True
        told = self._told.of(fact.id) & self._told.parties(fact)
        values = (fact.value.entity,) if isinstance(fact.value, EntityValue) else ()
        return told.union(filter(self._told.is_firm, values)) <= named

    def first(self, analysis: Analysis, readings: Sequence[Reading]) -> list[Reading]:
        """The readings; instead of a best one that names nobody, first the one near it that does."""
        best, *others = readings
        if self.untold(analysis, best):
            for other in others[:_LOOKED_AT]:
                near = other.score >= _NEAR * best.score and other.features.fact.deal == best.features.fact.deal
                if near and not self.untold(analysis, other):  # the party that it names is whom is asked for
                    meant = other._replace(score=best.score, odds=best.odds, votes=best.votes, type_fits=True)
                    rest = (one for one in others if one is not other and not self.untold(analysis, one))
                    return [meant, *rest]
        return list(readings)

    def _meant(self, unit: Unit) -> set[str]:
        """The roles that a word stands for if it means nothing else; "buyers" may be customers."""
        meant = {key for key in unit.keys if key[0] not in _MARKS}
        return meant if meant <= self._told_by.keys() else set()

"""The opposite of what a fact tells: "when did it *leave* Japan?" isn't answered by when it began there.

Words that are used in the same scene stand near each other, whatever they say; these pairs must not.
"""

from collections.abc import Iterable, Mapping, Sequence

from bot.understanding.readings.scoring import ASKED_SO, Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.units import Analysis, Unit, follows

RULE = "the opposite of what is told"
_WHICH = "other_one"
_BOTH = frozenset({"yesno", "compare"})
"""What is answered by the opposite as well: "is it over?" by when it began, the first beside the last by both."""

_NEAR, _LOOKED_AT = 0.7, 6
"""So near to the best one that says what is asked must be to take its place, and among how many it is looked for."""


class Opposites:
    """Tells such questions; each pair says which concepts are `asked`, and which then mustn't be `told` alone."""

    def __init__(self, told: ToldNames, pairs: Iterable[Mapping[str, Sequence[str]]]) -> None:
        self._told = told
        self._pairs = [(frozenset(pair["asked"]), frozenset(pair["told"])) for pair in pairs]

    def first(self, analysis: Analysis, readings: Sequence[Reading]) -> list[Reading]:
        """The readings; instead of a best one that tells the opposite, first the one of its deal near it that doesn't.

        That one must be asked with the very words: "when was it completed?" isn't answered by what is merely left.
        """
        best = readings[0]
        if not self.asked(analysis, best):
            return list(readings)
        for other in readings[1:_LOOKED_AT]:
            near = other.score >= _NEAR * best.score and other.features.fact.deal == best.features.fact.deal
            if near and other.type_fits and self._says(analysis, best, other):
                meant = other._replace(score=best.score, odds=best.odds, votes=best.votes)
                return [meant, *(one for one in readings[1:] if one is not other)]
        return list(readings)

    def _says(self, analysis: Analysis, best: Reading, other: Reading) -> bool:
        """Does another fact tell what is asked of which the best one tells the opposite?"""
        rows = zip(analysis.units, best.centrality, strict=False)
        turned = [at for at, (unit, c) in enumerate(rows) if c < ASKED_SO and unit.says and self._turned(unit, best)]
        return all(other.centrality[at] >= ASKED_SO and not self._turned(analysis.units[at], other) for at in turned)

    def asked(self, analysis: Analysis, best: Reading) -> bool:
        """Does a question say the opposite of the best reading's statement, and is that fact never asked for so?"""
        if not analysis.flags.isdisjoint(_BOTH):
            return False
        return any(
            central < ASKED_SO and _says(analysis, unit) and self._turned(unit, best)
            for unit, central in zip(analysis.units, best.centrality, strict=False)
        )

    def _turned(self, unit: Unit, best: Reading) -> bool:
        pairs = [pair for pair in self._pairs if not pair[0].isdisjoint(unit.keys) and pair[1].isdisjoint(unit.keys)]
        if not pairs:
            return False
        said = self._told.said(best.features.fact.id)
        return any(one.isdisjoint(said) and not other.isdisjoint(said) for one, other in pairs)


def _says(analysis: Analysis, unit: Unit) -> bool:
    """Does a word say something by itself, or which one of what is directly behind it ("*the first* Diet")?"""
    if unit.says or _WHICH not in analysis.flags:
        return unit.says
    return any(one.says and one.start > unit.start and follows(analysis.text, unit, one) for one in analysis.units)

"""The opposite of what a fact tells: "when did it *leave* Japan?" isn't answered by when it began there.

Words that are used in the same scene stand near each other, whatever they say; these pairs must not.
"""

from collections.abc import Iterable, Mapping, Sequence

from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.units import Analysis, Unit

RULE = "the opposite of what is told"
_ASKED_SO = 0.25
"""How central a word must be to a fact's own example questions to be what it is asked for with."""


class Opposites:
    """Tells such questions; each pair says which concepts are `asked`, and which then mustn't be `told` alone."""

    def __init__(self, told: ToldNames, pairs: Iterable[Mapping[str, Sequence[str]]]) -> None:
        self._told = told
        self._pairs = [(frozenset(pair["asked"]), frozenset(pair["told"])) for pair in pairs]

    def asked(self, analysis: Analysis, best: Reading) -> bool:
        """Does a question say the opposite of the best reading's statement, and is that fact never asked for so?"""
        if "yesno" in analysis.flags:  # "is it over?" is answered by when it began
            return False
        return any(
            central < _ASKED_SO and unit.says and self._turned(unit, best)
            for unit, central in zip(analysis.units, best.centrality, strict=False)
        )

    def _turned(self, unit: Unit, best: Reading) -> bool:
        pairs = [pair for pair in self._pairs if not pair[0].isdisjoint(unit.keys) and pair[1].isdisjoint(unit.keys)]
        if not pairs:
            return False
        said = self._told.said(best.features.fact.id)
        return any(one.isdisjoint(said) and not other.isdisjoint(said) for one, other in pairs)

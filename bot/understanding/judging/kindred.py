"""What else answers a question for several of a kind: "which benefits …?", "all of her plans for Europe".

Each fact tells one of them. Beside the best, those of its deal are told that explain nearly as much, are of the side
asked for and say something new; of each other deal about the same names one, if it is of the very same side or explains
all. In a question for one thing a second fact would be a guess: none is added.
"""

from collections.abc import Sequence

from bot.facts.model import ENDED, LANGUAGES, PUBLISHED, Knowledge
from bot.facts.tells import Tells
from bot.facts.values import EntityList, TextValue
from bot.understanding.language.remembered import Remembered
from bot.understanding.readings.matching import Matching
from bot.understanding.readings.scoring import Reading
from bot.understanding.rules.limiting import FIRM
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.plurals import Plurals
from bot.understanding.utterance.units import Analysis, Unit

_OPEN = frozenset({"list", "text", "definition", "reason", "manner", "product"})
"""Kinds of answer of which a fact tells one among others; who, where and when are asked for by rules of their own."""

_OTHERWISE = frozenset({"yesno", "negation", "except", "count", "compare", "only", "most", "several", "each", "exact"})

_MOST, _MOST_OF_ALL = 3, 5
"""So many facts are told, and where all of it is wanted."""

_AS_WELL, _ALL = 0.87, 0.98
"""How much of what the best fact explains another must explain, in its deal and in another one."""

_NEAR, _NEAR_ELSEWHERE = 0.8, 0.9
"""Its share of the best score, there and there."""

_ASKED = 0.8
"""How well it must hold the noun asked for."""

_NAMED = 0.85
_NEW = 0.5
"""The share of what it says that must not have been told."""


class Kindred:
    """Finds them."""

    def __init__(self, knowledge: Knowledge, matching: Matching, analyser: Analyser, plurals: Plurals) -> None:
        self._knowledge, self._units = knowledge, analyser.units
        self._told, self._attributes = matching.told, matching.attributes
        self._plurals = plurals
        self._overviews = frozenset(knowledge.telling(Tells.OVERVIEW))
        self._said = Remembered(self._says)

    def beside(self, analysis: Analysis, chosen: Sequence[Reading], readings: Sequence[Reading]) -> tuple[Reading, ...]:
        """The chosen readings and, where several are asked for, the others that tell one, in their deal's order."""
        best = chosen[0]
        noun, all_told = self._plurals.asked(analysis), self._plurals.wants_all(analysis)
        lists = any(isinstance(one.features.fact.value, EntityList) for one in chosen)
        if not (noun or all_told) or lists or not analysis.types <= _OPEN or analysis.flags & _OTHERWISE:
            return tuple(chosen)
        if not (noun or any(unit.weight >= FIRM for unit in analysis.said)):  # "what does A do, point by point?"
            return tuple(chosen)
        told = list(chosen)
        said = {key for one in told for key in self._said(one.features.fact.id)}
        deals = {one.features.fact.deal for one in told}
        for one in readings:
            fact = one.features.fact
            if len(told) == (_MOST_OF_ALL if all_told else _MOST):
                break
            if one in told or fact.attribute == PUBLISHED or not self._answers(analysis, noun, one, best):
                continue
            if fact.status == ENDED != best.features.fact.status:
                continue  # what is over is no plan
            if fact.deal in deals and fact.attribute in self._overviews:
                continue  # it says again what the others say
            if fact.deal != best.features.fact.deal and (fact.deal in deals or not _elsewhere(analysis, one, best)):
                continue
            if len(self._said(fact.id) - said) >= _NEW * len(self._said(fact.id)):
                told.append(one)
                deals.add(fact.deal)
                said |= self._said(fact.id)
        return (*chosen, *sorted(told[len(chosen) :], key=self._place))

    def _answers(self, analysis: Analysis, noun: Unit | None, reading: Reading, best: Reading) -> bool:
        """Does a fact hold whom and what is asked for, and explain the rest about as well as the best one?"""
        if not reading.type_fits or reading.score < _NEAR * best.score:
            return False
        rows = zip(analysis.units, reading.explained, best.explained, strict=False)
        for unit, match, first in rows:
            if match < (_ASKED if unit is noun else min(_NAMED, first) if unit.kind == "entity" else 0.0):
                return False
        if not self._names(analysis, reading, best):
            return False
        return _share(analysis, reading, best) >= _AS_WELL and self._is_side(analysis, noun, reading, best)

    def _names(self, analysis: Analysis, reading: Reading, best: Reading) -> bool:
        """Does a statement name those whom the best one names of those asked about? A place needn't be named again."""
        own, first = (self._told.of(one.features.fact.id) for one in (reading, best))
        asked = (unit for unit in analysis.names if not any(map(self._knowledge.is_place, unit.entities)))
        return not any(first.intersection(unit.entities) and own.isdisjoint(unit.entities) for unit in asked)

    def _is_side(self, analysis: Analysis, noun: Unit | None, reading: Reading, best: Reading) -> bool:
        """Is a fact of the side asked for: that of the best one, or one that a word names? Of a bare name all are."""
        main, sides = reading.features.fact.attribute, reading.features.attributes
        if not analysis.said or sides & best.features.attributes:
            return True
        named = {side for unit in ([noun] if noun else analysis.said) for side in self._attributes.named_by(unit)}
        return main in named or (main in self._overviews and bool(sides & named))

    def _place(self, reading: Reading) -> int:
        """Where a fact stands among those of its deal."""
        fact = reading.features.fact
        return self._knowledge.deals[fact.deal].facts.index(fact.id)

    def _says(self, fact: str) -> frozenset[str]:
        """What a statement says, with its value if that is words, in either language."""
        values = [one for one in self._knowledge.facts[fact].values.values() if isinstance(one, TextValue)]
        units = [unit for value in values for one in LANGUAGES for unit in self._units(value.text.get(one, ""), one)]
        return self._told.said(fact).union(key for unit in units if unit.kind != "entity" for key in unit.keys)


def _share(analysis: Analysis, reading: Reading, best: Reading) -> float:
    """How much of what the best fact explains another does."""
    rows = list(zip(analysis.units, reading.explained, best.explained, strict=False))
    held = sum(unit.weight * min(match, first) for unit, match, first in rows if unit.says)
    return held / (sum(unit.weight * first for unit, _, first in rows if unit.says) or 1.0)


def _elsewhere(analysis: Analysis, reading: Reading, best: Reading) -> bool:
    """May it be told although it is of another deal: does it explain all, and the question name whom both are about?"""
    same = reading.features.fact.attribute == best.features.fact.attribute
    surely = (
        _share(analysis, reading, best) >= (_AS_WELL if same else _ALL)
        and reading.score >= _NEAR_ELSEWHERE * best.score
    )
    return surely and bool(analysis.names)

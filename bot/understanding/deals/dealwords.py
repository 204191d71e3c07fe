"""The words of questions for the deals themselves: nouns that mean a deal, and what can limit which are meant.

What concepts mean there is said in asked_nouns.yaml: `nouns`, `relations`, `statuses`, `doings`.
"""

import re
from collections.abc import Iterable

from bot.understanding.deals.doings import Doings
from bot.understanding.deals.titles import Titles
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.utterance.periods import periods
from bot.understanding.utterance.units import Analysis, Unit

ASKED = "deal"
_ONE = 0.6
"""A small number limits nothing ("the Austrian *one*")."""
_DEFINITE = re.compile(
    r"\b(?:the|this|that|der|die|das|den|dem|des|dies\w+|beim|im|zum|vom)\s+"
    r"(?:(?!eine?\w?\b|an?\b|any\b|keine?\w?\b)[^\s,.?!-]+[\s-]+){1,2}$",
    re.IGNORECASE,
)
"""Before a noun: an article and a name ("the *Austria* deal", "der *eBay*-Vertrag")."""
_TIMES = frozenset({"century", "unit_century", "year", "unit_year", "time"})


class DealWords:
    """Tells whether an utterance speaks of deals, and of nothing else; `nouns` are the concepts that mean a deal."""

    def __init__(self, vocabulary: Vocabulary, titles: Titles) -> None:
        self.nouns = {concept for concept, kind in vocabulary.asked_nouns.items() if kind == ASKED}
        self.doings = Doings(titles, vocabulary.doings, vocabulary.doings_beside)
        self._relations = frozenset(vocabulary.relations)
        self._statuses = vocabulary.statuses

    def only_deals(self, analysis: Analysis) -> bool:
        """Is a deal mentioned, and nothing but what can limit which?"""
        return self.mentioned(analysis) and self.only_limits(analysis)

    def mentioned(self, analysis: Analysis) -> bool:
        """Does the utterance hold a noun that means a deal?"""
        return any(self.nouns & unit.keys.keys() or self.doings.called(unit) for unit in analysis.contents)

    def only_limits(self, analysis: Analysis) -> bool:
        """Is nothing said but what can limit which deals are meant?"""
        timed = {start for period in periods(analysis) for start in period.starts}
        return all(
            self._limits(unit)
            or self.doings.adds(unit, analysis.said)
            or unit.start in timed
            or unit.start in analysis.leaving_out
            or _tells_time(unit, timed)
            for unit in analysis.said
        )

    def definite(self, analysis: Analysis) -> bool:
        """Is one certain deal meant ("is Peru part of *the* eBay deal"), not whether there is any?"""
        nouns = [unit for unit in analysis.contents if self.nouns & unit.keys.keys()]
        return any(_DEFINITE.search(analysis.text[: unit.start]) for unit in nouns)

    def statuses(self, units: Iterable[Unit]) -> tuple[str, ...]:
        """The statuses that words say."""
        return tuple(dict.fromkeys(self._statuses[key] for unit in units for key in unit.keys if key in self._statuses))

    def _limits(self, unit: Unit) -> bool:
        known = any(key in self.nouns or key in self._relations or key in self._statuses for key in unit.keys)
        return known or bool(self.doings.called(unit)) or (unit.kind == "number" and unit.weight <= _ONE)


def _tells_time(unit: Unit, timed: set[int]) -> bool:
    """Does a word only say that a time is one ("in the *year* 2014")?"""
    return bool(timed) and not _TIMES.isdisjoint(unit.keys)

"""The words of questions for the deals themselves: nouns that mean a deal, and what can limit which are meant.

What concepts mean there is said in locales/concepts/deals.yaml.
"""

import re
from collections.abc import Iterable, Mapping

from bot.understanding.deals.doings import Doings
from bot.understanding.deals.titles import Titles
from bot.understanding.language.concepts import DealConcepts
from bot.understanding.utterance.periods import periods
from bot.understanding.utterance.units import Analysis, Unit

ASKED = "deal"
_DATED = "dated"
_LISTED = frozenset({"text", "list", "count"})
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
    """Tells whether an utterance speaks of deals, and of nothing else; `nouns` are the concepts that mean a deal.

    They are those of the nouns given that ask for one.
    """

    def __init__(self, concepts: DealConcepts, nouns: Mapping[str, str], titles: Titles) -> None:
        self.nouns = {concept for concept, kind in nouns.items() if kind == ASKED}
        self.doings = Doings(titles, concepts.doings, concepts.doings_beside)
        self._relations, self._partaking = frozenset(concepts.relations), frozenset(concepts.partaking)
        self._statuses = concepts.statuses
        self._sorts, self._sides, self._datings = concepts.sorts, concepts.sides, concepts.datings

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
            or (ASKED in analysis.types and not self._partaking.isdisjoint(unit.keys))
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

    def sorts(self, analysis: Analysis) -> tuple[str, ...]:
        """The kinds of deals that are all that is asked for ("which *programmes* are there?"); of nobody named."""
        if analysis.names or not {"list", "count"} & (analysis.flags | analysis.types) or not analysis.types <= _LISTED:
            return ()
        nouns = [unit for unit in analysis.contents if not self._sorts.keys().isdisjoint(unit.keys)]
        if len(nouns) != 1 or any(unit not in nouns and not self._limits(unit) for unit in analysis.said):
            return ()
        return tuple(kind for key in nouns[0].keys for kind in self._sorts.get(key, ()))

    def sides(self, units: Iterable[Unit]) -> frozenset[str]:
        """The kinds of parties that words say deals are with."""
        return frozenset(self._sides[key] for unit in units for key in unit.keys if key in self._sides)

    def dated(self, units: Iterable[Unit]) -> bool | None:
        """Do words say that deals have a date, or that they have none?"""
        said = {self._datings[key] for unit in units for key in unit.keys if key in self._datings}
        return _DATED in said if len(said) == 1 else None

    def _limits(self, unit: Unit) -> bool:
        limiting = (self.nouns, self._relations, self._statuses, self._sides, self._datings)
        known = any(key in keys for key in unit.keys for keys in limiting)
        return known or bool(self.doings.called(unit)) or (unit.kind == "number" and unit.weight <= _ONE)


def _tells_time(unit: Unit, timed: set[int]) -> bool:
    """Does a word only say that a time is one ("in the *year* 2014")?"""
    return bool(timed) and not _TIMES.isdisjoint(unit.keys)

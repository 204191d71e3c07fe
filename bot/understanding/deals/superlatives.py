"""Which is the first, the largest, who has most? Superlatives asked of all deals, or of all that counts one thing.

Found by their form, as lists of deals are (`listing`): a superlative, what it is said of, and nothing else but whose.
What is compared, and how, see `ranking`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.understanding.deals.listing import DealLister
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.language.wordpatterns import any_of
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis, Unit
from bot.understanding.utterance.wanted import Wanted

_OF_DEALS = frozenset({"deal", "list", "definition", "count"})
_DATED = frozenset({"date", "year"})
_WHOSE = frozenset({"person", "company", "organisation", "place", "deal", "list"})
_TIMES = frozenset({"earliest", "latest"})
_COUNTS = frozenset({"most", "fewest"})
_MEASURED: Mapping[str, frozenset[str]] = {
    "largest": frozenset({"money", "amount"}),
    "smallest": frozenset({"money", "amount"}),
    "longest": frozenset({"duration"}),
    "shortest": frozenset({"duration"}),
}
"""The kinds of figures that may be named beside the deal ("the longest *term*")."""

_OTHERWISE = frozenset({"yesno", "negation", "compare"})
_FRAGMENT = 3
_BREAK = re.compile(r"\S")


@dataclass(frozen=True)
class Asked:
    """A superlative that is asked for: its kind (a key of superlatives.yaml), of which deals, or of what thing."""

    kind: str
    deals: Wanted | None = None
    counted: Unit | None = None


class Superlatives:
    """Finds superlatives asked of deals, or of things that are counted."""

    def __init__(self, lister: DealLister, joints: Joints, vocabulary: Vocabulary) -> None:
        languages = [spoken.superlatives for spoken in vocabulary.words.values()]
        self._kinds = {word.lower(): kind for listed in languages for kind, all_ in listed.items() for word in all_}
        self._words = re.compile(any_of(self._kinds))
        self._lister = lister
        self._either = joints.either
        deals, asked = vocabulary.deals, vocabulary.asked
        self._measures = {**dict.fromkeys(deals.lasting, "duration"), **asked.measures, **asked.kinds}
        self._holders, self._relations = frozenset(deals.holders), frozenset(deals.relations)

    def asked(self, analysis: Analysis, *, leaning: bool) -> Asked | None:
        """The superlative that an utterance asks for and nothing else; a bare one only where it leans on nothing."""
        found = list(self._words.finditer(analysis.text.lower()))
        if len(found) != 1 or analysis.flags & _OTHERWISE or self._either.search(analysis.text):
            return None
        kind, (start, end) = self._kinds[found[0].group()], found[0].span()
        said = [unit for unit in analysis.said if unit.kind != "operator" and not start <= unit.start < end]
        contents = [unit for unit in analysis.contents if unit.kind != "operator" and not start <= unit.start < end]
        if kind in _COUNTS:
            return self._counted(analysis, kind, said, end)
        measures = [unit for unit in contents if self._measure(unit) & _MEASURED.get(kind, frozenset())]
        beside = tuple(unit for unit in analysis.units if unit in contents and unit not in measures)
        nouns = [unit for unit in beside if self._lister.nouns & unit.keys.keys()]
        if not nouns:
            bare = kind in _TIMES and not said and not analysis.names and not leaning
            fragment = not analysis.types and not contents and analysis.words <= _FRAGMENT  # "der älteste?"
            return Asked(kind, Wanted()) if bare and (fragment or analysis.types == {"list"}) else None
        return self._of_deals(analysis, kind, (*beside, *analysis.names))

    def _of_deals(self, analysis: Analysis, kind: str, units: tuple[Unit, ...]) -> Asked | None:
        """The deals of which it is asked, whose they are and of what time."""
        dated = bool(analysis.types & _DATED)
        if not analysis.types or not analysis.types <= _OF_DEALS | (_DATED if kind in _TIMES else frozenset()):
            return None
        wanted = self._lister.limited(analysis, units)
        if wanted is None or (dated and set(wanted.statuses) - {"signed"}):
            return None  # "when did the first one *end*" asks for no beginning
        return Asked(kind, wanted)

    def _counted(self, analysis: Analysis, kind: str, said: list[Unit], end: int) -> Asked | None:
        """The thing of which somebody has most: it stands next to the superlative, and nobody is named."""
        if analysis.names or not analysis.types or not analysis.types <= _WHOSE:
            return None
        things = [unit for unit in said if unit.start > end and not _BREAK.search(analysis.text[end : unit.start])]
        others = [unit for unit in said if unit not in things]
        if len(things) != 1 or not all(self._holds(unit) for unit in others):
            return None
        return Asked(kind, counted=things[0])

    def _holds(self, unit: Unit) -> bool:
        """Does a word only say who might have most, or that they have it?"""
        return not (self._holders | self._relations | self._lister.nouns).isdisjoint(unit.keys)

    def _measure(self, unit: Unit) -> frozenset[str]:
        return frozenset(self._measures[key] for key in unit.keys if key in self._measures)

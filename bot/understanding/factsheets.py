"""What is wanted of a deal all at once: its figures, sums or dates, or the most important that is told of it.

Found by its form: such a word ("the *key figures* of …", "*everything about* …") and nothing else but words and names
that the deal bears, or in a follow-up nothing at all. Of a name that several deals bear the figures are told that are
about its bearer.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.facts.model import Fact, Knowledge
from bot.facts.values import Count, Date, Duration, Money, Percentage, Range
from bot.understanding.index import FactIndex
from bot.understanding.titles import Titles
from bot.understanding.units import Analysis, Unit
from bot.understanding.vocabulary import Vocabulary
from bot.understanding.wordpatterns import patterns, spans

EVERYTHING, _FORM = "everything", "form"
_VALUES: dict[str, tuple[type, ...]] = {
    "figures": (Count, Money, Percentage, Range, Duration),
    "sums": (Money,),
    "dates": (Date, Duration),
}
"""What is told, by the key of factsheets.yaml."""

_OPEN = frozenset({"text", "definition", "list", "amount", "count", "money", "date", "person", "duration"})
_OTHERWISE = frozenset({"negation", "compare", "except", "only", "most", "likewise", "exact"})
_ITS_OWN, _PARTLY = 0.95, 0.6
"""How strongly a fact must hold a name, or that of a party of its deal, to be about its bearer."""

_PUBLISHED = "published"
"""A report's own date is none of the deal's."""


@dataclass(frozen=True)
class FactSheet:
    """What is told all at once, in the order of its deals' files; `kind` is a key of factsheets.yaml.

    `deal` is None where it is told of a name that several deals bear (`whose`).
    """

    kind: str
    facts: tuple[Fact, ...]
    deal: str | None
    whose: tuple[Unit, ...] = ()


class FactSheets:
    """Finds fact sheets that are asked for."""

    def __init__(self, knowledge: Knowledge, index: FactIndex, titles: Titles, words: Vocabulary) -> None:
        self._knowledge = knowledge
        self._titles = titles
        spoken = [one.factsheets for one in words.words.values()]
        self._patterns = {
            kind: patterns(phrase for listed in spoken for phrase in listed.get(kind, ()))
            for kind in (*_VALUES, EVERYTHING, _FORM)
        }
        self._listing = frozenset(words.listing)
        self._about: dict[str, list[Fact]] = defaultdict(list)
        for profile in index.facts:
            parties = knowledge.deals[profile.fact.deal].parties
            for key, strength in profile.names.items():
                if strength >= _ITS_OWN or (strength >= _PARTLY and key[1:] in parties):
                    self._about[key[1:]].append(profile.fact)

    def asked(self, analysis: Analysis, talked_about: str | None = None) -> FactSheet | None:
        """The sheet that an utterance asks for and nothing else; of the deal talked about if none is named."""
        otherwise = analysis.flags & _OTHERWISE or ("yesno" in analysis.flags and "followup" not in analysis.flags)
        if not analysis.types <= _OPEN or otherwise or (analysis.refers and not analysis.names):
            return None
        for kind in (*_VALUES, EVERYTHING):
            if heard := spans(self._patterns[kind], analysis.text):
                beside = [*heard, *spans(self._patterns[_FORM], analysis.text)]
                left = [unit for unit in analysis.units if unit.kind != "operator" and not _inside(unit, beside)]
                return self._sheet(kind, [unit for unit in left if self._says(unit)], talked_about)
        return None

    def _says(self, unit: Unit) -> bool:
        return unit.says and self._listing.isdisjoint(unit.keys)

    def _sheet(self, kind: str, left: Sequence[Unit], talked_about: str | None) -> FactSheet | None:
        if not left:
            return self._of_deal(kind, talked_about) if talked_about else None
        bearing = [self._titles.bearing(unit) for unit in left]
        deals = frozenset.intersection(*bearing)
        if len(deals) == 1:
            return self._of_deal(kind, next(iter(deals)))
        whose = {entity for unit in left if unit.kind == "entity" for entity in unit.entities}
        if kind == EVERYTHING or len(left) > 1 or len(whose) != 1:
            return None
        facts = self._told(kind, self._about.get(next(iter(whose)), ()))
        return FactSheet(kind, facts, None, tuple(left)) if facts else None

    def _of_deal(self, kind: str, deal: str) -> FactSheet | None:
        facts = [self._knowledge.facts[fact] for fact in self._knowledge.deals[deal].facts]
        told = tuple(facts) if kind == EVERYTHING else self._told(kind, facts)
        return FactSheet(kind, told, deal) if told else None

    @staticmethod
    def _told(kind: str, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        return tuple(one for one in facts if isinstance(one.value, _VALUES[kind]) and one.attribute != _PUBLISHED)


def _inside(unit: Unit, heard: Iterable[tuple[int, int]]) -> bool:
    return any(start <= unit.start < end for start, end in heard)

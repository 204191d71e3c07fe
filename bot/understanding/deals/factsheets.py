"""What is wanted of a deal all at once: its figures, sums or dates, or the most important that is told of it.

Found by its form: such a word ("the *key figures* of …", "*everything about* …") and nothing else but words and names
that the deal bears, or in a follow-up nothing at all. Of a name that several deals bear the figures are told that are
about its bearer.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.facts.model import PUBLISHED, Fact, Knowledge
from bot.facts.section_reader import Lists
from bot.facts.tells import Tells
from bot.facts.values import Count, Date, Duration, Money, Percentage, Range
from bot.understanding.deals.titles import Titles
from bot.understanding.language.wordpatterns import Phrases
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import TELLING, Analysis, Unit

EVERYTHING, FURTHER, FORM = "everything", "further", "form"
TOPIC = "topic"
"""The kind of a sheet on what is no deal and nobody."""

VALUES: dict[str, tuple[type, ...]] = {
    "figures": (Count, Money, Percentage, Range, Duration),
    "sums": (Money,),
    "dates": (Date, Duration),
}
"""What is told, by the key of factsheets.yaml."""

OPEN = frozenset({"text", "definition", "list", "amount", "count", "money", "date", "duration"})
FIGURES = frozenset({"amount", "count"})
_MUCH = frozenset({"amount", "percent", "reason", "manner"})
"""Kinds of answer that "more?" takes over from the question before, or seems to ask for."""

OTHERWISE = frozenset({"negation", "compare", "except", "only", "most", "likewise", "exact"})
_SAID = 0.3
"""What is asked for counts little in a question ("the *amount* of …"), but a sheet isn't asked for with it."""

BEARERS = frozenset({"company", "product", "programme"})
"""Kinds of names whose bearers' figures are told from all deals; places and persons have none of their own."""

_MOST = 6
"""So many figures on one thing are told at most."""


@dataclass(frozen=True)
class FactSheet:
    """What is told all at once, in the order of its deals' files; `kind` is a key of factsheets.yaml.

    `deal` is None where it is told of a name that several deals bear, or of a topic (`whose`), or of several `deals`.
    """

    kind: str
    facts: tuple[Fact, ...]
    deal: str | None
    whose: tuple[Unit, ...] = ()
    deals: tuple[str, ...] = ()


class FactSheets:
    """Finds fact sheets that are asked for."""

    def __init__(
        self,
        knowledge: Knowledge,
        about: Mapping[str, Sequence[Fact]],
        titles: Titles,
        joints: Joints,
        phrases: Collection[Lists],
        listing: Iterable[str],
    ) -> None:
        self._of = re.compile(rf"{joints.belonging.pattern}\s+$", re.IGNORECASE)
        self._knowledge = knowledge
        self._titles = titles
        self._phrases = {
            kind: Phrases(phrase for listed in phrases for phrase in listed.get(kind, ()))
            for kind in (*VALUES, EVERYTHING, FURTHER, FORM)
        }
        self._listing = frozenset(listing)
        self._overviews = frozenset(knowledge.telling(Tells.OVERVIEW))
        self._about = about

    def asked(self, analysis: Analysis, talked_about: str | None = None) -> FactSheet | None:
        """The sheet that an utterance asks for and nothing else; of the deal talked about if none is named."""
        otherwise = analysis.flags & OTHERWISE or ("yesno" in analysis.flags and "followup" not in analysis.flags)
        types = analysis.types - {"person"} if analysis.types & FIGURES else analysis.types  # a figure may be somebody
        if not types <= OPEN or otherwise or (analysis.refers and not analysis.names):
            return None
        for kind in (*VALUES, EVERYTHING):
            if heard := self._phrases[kind].spans(analysis.text):
                return self._sheet(kind, analysis, self._left(analysis, heard), talked_about)
        return None

    def all_about(self, analysis: Analysis) -> tuple[Unit, ...]:
        """The names of which everything is wanted that is told; () where anything else is said."""
        heard = self._phrases[EVERYTHING].spans(analysis.text)
        if not heard or not analysis.types <= OPEN or analysis.flags & OTHERWISE or "yesno" in analysis.flags:
            return ()
        left = self._left(analysis, heard)
        return tuple(left) if all(unit.kind == "entity" for unit in left) else ()

    def _left(self, analysis: Analysis, heard: Sequence[tuple[int, int]]) -> list[Unit]:
        """What is said besides."""
        beside = [*heard, *self._phrases[FORM].spans(analysis.text)]
        left = (unit for unit in analysis.units if unit.kind != "operator" and not _inside(unit, beside))
        return [unit for unit in left if self._says(unit)]

    def further(self, analysis: Analysis, deal: str, told: Collection[str]) -> FactSheet | None:
        """What else is known of the deal talked about, where no more than that is asked for ("details?"); else None.

        What was `told` already isn't told again, so that the sheet may be empty.
        """
        if not self.asks_more(analysis):
            return None
        facts = (self._knowledge.facts[fact] for fact in self._knowledge.deals[deal].facts if fact not in told)
        return FactSheet(FURTHER, tuple(fact for fact in facts if fact.attribute != PUBLISHED), deal)

    def asks_more(self, analysis: Analysis) -> bool:
        """Is no more asked than what else there is ("more?")?"""
        heard = self._phrases[FURTHER].spans(analysis.text)
        if not heard or analysis.names or not analysis.types <= OPEN | _MUCH or analysis.flags & OTHERWISE:
            return False
        left = (unit for unit in analysis.units if unit.kind != "operator" and not _inside(unit, heard))
        return not any(map(self._says, left))

    def beside(self, analysis: Analysis, chosen: Sequence[Reading], readings: Sequence[Reading]) -> tuple[Reading, ...]:
        """The chosen readings and, where a deal's figures *on something* are wanted, the others of its deal on it."""
        best = chosen[0]
        kinds = [one for one, types in VALUES.items() if isinstance(best.features.fact.value, types)]
        found = ((one, self._phrases[one].spans(analysis.text)) for one in kinds)
        kind, heard = next((pair for pair in found if pair[1]), ("", []))
        if not kind or analysis.flags & OTHERWISE:
            return tuple(chosen)
        said = {at: unit for at, unit in enumerate(analysis.units) if unit.kind in (*TELLING, "entity") and unit.says}
        on = [at for at, unit in said.items() if best.explained[at] >= EXPLAINED and not _inside(unit, heard)]
        told = [
            one
            for one in readings
            if one not in chosen
            and one.features.fact.deal == best.features.fact.deal
            and isinstance(one.features.fact.value, VALUES[kind])
            and all(one.explained[at] >= EXPLAINED for at in on)
        ]
        return (*chosen, *told[: _MOST - len(chosen)])

    def _says(self, unit: Unit) -> bool:
        return unit.weight >= _SAID and self._listing.isdisjoint(unit.keys)

    def _sheet(self, kind: str, analysis: Analysis, left: Sequence[Unit], talked_about: str | None) -> FactSheet | None:
        if not left:
            return self._of_deal(kind, talked_about) if talked_about else None
        first = min(left, key=lambda unit: unit.start)
        if first.kind != "entity" and self._of.search(analysis.text[: first.start]):  # "numbers of brands"
            return None
        deals = frozenset.intersection(*(self._titles.bearing(unit) for unit in left))
        if len(deals) == 1:
            return self._of_deal(kind, next(iter(deals)))
        whose = {entity for unit in left for entity in unit.entities if unit.kind == "entity"}
        kinds = {self._knowledge.kind_of(entity) for entity in whose}
        if kind == EVERYTHING or len(left) > 1 or len(whose) != 1 or not kinds <= BEARERS:
            return None
        about = self._about.get(next(iter(whose)), ())
        facts = telling(kind, (fact for fact in about if fact.attribute not in self._overviews))
        return FactSheet(kind, facts, None, tuple(left)) if facts else None

    def _of_deal(self, kind: str, deal: str) -> FactSheet:
        """The sheet of one deal; an empty one says that nothing of the kind is told."""
        facts = [self._knowledge.facts[fact] for fact in self._knowledge.deals[deal].facts]
        return FactSheet(kind, tuple(facts) if kind == EVERYTHING else telling(kind, facts), deal)


def telling(kind: str, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Those of some facts whose value is of the kind; where there is none, those that tell one beside their value."""
    told = [fact for fact in facts if fact.attribute != PUBLISHED]
    plain = tuple(fact for fact in told if isinstance(fact.value, VALUES[kind]))
    return plain or tuple(fact for fact in told if any(isinstance(one, VALUES[kind]) for one in fact.values.values()))


def _inside(unit: Unit, heard: Iterable[tuple[int, int]]) -> bool:
    return any(start <= unit.start < end for start, end in heard)

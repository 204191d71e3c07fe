"""What is wanted of a deal all at once: its figures, sums or dates, or the most important that is told of it.

Found by its form: such a word ("the *key figures* of …", "*everything about* …") and nothing else but words and names
that the deal bears, or in a follow-up nothing at all. Of a name that several deals bear the figures are told that are
about its bearer.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.facts.model import PUBLISHED, Fact, Knowledge
from bot.facts.tells import Tells
from bot.understanding.deals.sheet import BEARERS, EVERYTHING, FURTHER, VALUES, FactSheet, telling
from bot.understanding.deals.sheetwords import FIGURES, OPEN, OTHERWISE, SheetWords, inside
from bot.understanding.deals.titles import Titles
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import TELLING, Analysis, Unit

_MUCH = frozenset({"amount", "percent", "reason", "manner"})
"""Kinds of answer that "more?" takes over from the question before, or seems to ask for."""

_SAID = 0.3
"""What is asked for counts little in a question ("the *amount* of …"), but a sheet isn't asked for with it."""

_MOST = 6
"""So many figures on one thing are told at most."""


class FactSheets:
    """Finds fact sheets that are asked for."""

    def __init__(
        self,
        knowledge: Knowledge,
        about: Mapping[str, Sequence[Fact]],
        titles: Titles,
        joints: Joints,
        words: SheetWords,
        listing: Iterable[str],
    ) -> None:
        self._of = re.compile(rf"{joints.belonging.pattern}\s+$", re.IGNORECASE)
        self._knowledge = knowledge
        self._titles, self._words = titles, words
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
            if heard := self._words.spans(analysis.text, kind):
                return self._sheet(kind, analysis, self._left(analysis, heard), talked_about)
        return None

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
        heard = self._words.spans(analysis.text, FURTHER)
        if not heard or analysis.names or not analysis.types <= OPEN | _MUCH or analysis.flags & OTHERWISE:
            return False
        return not self._left(analysis, heard)

    def beside(self, analysis: Analysis, chosen: Sequence[Reading], readings: Sequence[Reading]) -> tuple[Reading, ...]:
        """The chosen readings and, where a deal's figures *on something* are wanted, the others of its deal on it."""
        best = chosen[0]
        kinds = [one for one, types in VALUES.items() if isinstance(best.features.fact.value, types)]
        found = ((one, self._words.spans(analysis.text, one)) for one in kinds)
        kind, heard = next((pair for pair in found if pair[1]), ("", []))
        if not kind or analysis.flags & OTHERWISE:
            return tuple(chosen)
        said = {at: unit for at, unit in enumerate(analysis.units) if unit.kind in (*TELLING, "entity") and unit.says}
        on = [at for at, unit in said.items() if best.explained[at] >= EXPLAINED and not inside(unit, heard)]
        told = [
            one
            for one in readings
            if one not in chosen
            and one.features.fact.deal == best.features.fact.deal
            and isinstance(one.features.fact.value, VALUES[kind])
            and all(one.explained[at] >= EXPLAINED for at in on)
        ]
        return (*chosen, *told[: _MOST - len(chosen)])

    def _left(self, analysis: Analysis, heard: Iterable[tuple[int, int]]) -> list[Unit]:
        """What is said besides, but that it shall be told."""
        left = self._words.left(analysis, heard, least=_SAID)
        return [unit for unit in left if self._listing.isdisjoint(unit.keys)]

    def _sheet(self, kind: str, analysis: Analysis, left: Sequence[Unit], talked_about: str | None) -> FactSheet | None:
        if not left:
            return self._of_deal(kind, talked_about) if talked_about else None
        first = left[0]
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

"""A question that turns to another deal without naming anybody: "and the *pavilions*?", "and the other one?".

What was asked before is asked of that deal, or what is asked now, if that is more than which deal is meant.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.facts.model import Knowledge
from bot.understanding.deals.finders import DealFinders
from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.followup import REPEATED, Merged, latest
from bot.understanding.judging.recognition import Background
from bot.understanding.readings.index import FactIndex
from bot.understanding.readings.scoring import EXPLAINED, Found, Reading, Scorer
from bot.understanding.utterance.hearing import Hearing
from bot.understanding.utterance.units import WEIGHT, Analysis, Unit

_SHORT = 5
"""More words than these, beside those for the other one, ask for something of their own."""

_CORRECTION = 9
"""So many words take a correction: "no, not that one, the pick-up centre"."""

_MOST_LISTED = 6
"""Of more deals than these nobody means each."""

_DATES = frozenset({"date", "year"})
_OTHER = "other_one"
_LEANING = frozenset({"followup", "likewise", "correction"})
_SAYING = frozenset({"past", "negation"})
"""Operators of whole sentences: what has them says more than a name."""

_ONES = ("one", "ones")
_ENDS = re.compile(r"\s*(?:[^\w\s]|$)")

_COUNTED = 0.6
"""A number as light as this only counts along ("the other *one*")."""


class Turning:
    """Finds the deal that is turned to, and what is asked of it."""

    def __init__(
        self, hearing: Hearing, index: FactIndex, deals: DealFinders, knowledge: Knowledge, scorer: Scorer
    ) -> None:
        self._analyse, self._others = hearing.analyser.analyse, hearing.others
        self._number_of = index.number_of
        self._titles = deals.titles
        self._beginning_of, self._nouns = deals.lister.beginning, deals.lister.nouns
        self._knowledge = knowledge
        self._scorer = scorer

    def turned(self, analysis: Analysis, background: Background | None) -> Candidate | None:
        """The question for the deal that is turned to, with what that deal's facts say to it; None if none is."""
        if background is None or not background.facts:
            return None
        other = None if analysis.names else self._other(analysis, background)
        if other:
            asked = [unit for unit in analysis.said if self._asks(unit)]
            if asked:
                return self._of(other, Merged(replace(analysis, flags=analysis.flags - {_OTHER}), ()), asked)
            return self._again(other, analysis, background, ())
        corrects = "correction" in analysis.flags  # "no, not *that*, the pick-up centre"
        short = analysis.words <= (_CORRECTION if corrects else _SHORT)
        short = short and not (analysis.types or (analysis.refers and not corrects))
        plain = not analysis.flags & _SAYING and not any(unit.measures for unit in analysis.said)
        places = any(self._knowledge.is_place(entity) for unit in analysis.names for entity in unit.entities)
        leans = (not places and bool(analysis.flags & _LEANING)) or not analysis.names  # "and Japan?" asks of the same
        deal = self._titles.meant((*analysis.names, *analysis.said)) if short and plain and leans else None
        return self._again(deal, analysis, background, analysis.units) if deal and deal != background.deal else None

    def asks_of_each(self, analysis: Analysis) -> bool:
        """May a short question that names nobody be asked of each of the deals just listed?"""
        short = analysis.words <= _SHORT and not analysis.flags & {"yesno", "most"}
        return short and not analysis.names and bool(analysis.types or analysis.said)

    def of_each(self, analysis: Analysis, deals: Sequence[str]) -> list[Candidate]:
        """Such a question asked of each of the deals; none if they are too many, or it asks for nothing of them."""
        dated = not analysis.said and bool(analysis.types) and analysis.types <= _DATES
        if not (dated or analysis.said) or not 1 < len(deals) <= _MOST_LISTED:
            return []
        found = []
        for deal in deals:
            merged = Merged(analysis, tuple(_name(party) for party in self._knowledge.deals[deal].parties))
            found.append(self._beginning(deal, merged) if dated else self._of(deal, merged, analysis.said))
        return [candidate for candidate in found if candidate]

    def _beginning(self, deal: str, merged: Merged) -> Candidate | None:
        """When a deal was made, as the answer to a bare "when?"."""
        fact = self._beginning_of(deal)
        number = self._number_of[fact.id] if fact else None
        readings = self._scorer.find(merged.analysis, merged.units, [number]).readings if number is not None else []
        told = [reading._replace(itself=True, polarity=None) for reading in readings if reading.number == number]
        return Candidate(merged, Found(told)) if told else None

    def _other(self, analysis: Analysis, background: Background) -> str | None:
        """The other deal: the one talked about before this, or else the only one of the same kind and company."""
        this = self._knowledge.deals.get(background.deal or "")
        if background.offered or this is None or not self._means_a_deal(analysis):
            return None
        if background.earlier and background.earlier in self._knowledge.deals and background.earlier != background.deal:
            return background.earlier
        firms = {party for party in this.parties if not self._knowledge.is_place(party)}
        deals = (deal for deal in self._knowledge.deals.values() if deal.id != this.id and deal.kind == this.kind)
        alike = [deal.id for deal in deals if not firms.isdisjoint(deal.parties)]
        return alike[0] if len(alike) == 1 else None

    def _asks(self, unit: Unit) -> bool:
        """Does a unit say more than that it is a deal, and one of them?"""
        counts = unit.kind == "number" and unit.weight <= _COUNTED
        return not counts and self._nouns.isdisjoint(unit.keys)

    def _means_a_deal(self, analysis: Analysis) -> bool:
        """Is it the other one, or the other deal, but not "the other side"?"""
        heard = list(self._others.finditer(analysis.text))
        if any(found.group().casefold().endswith(_ONES) for found in heard):
            return True
        behind = [found.end() for found in heard]
        nouns = {unit.start for unit in analysis.units if self._nouns & unit.keys.keys()}
        return any(_ENDS.match(analysis.text, at) or _next(analysis.text, at) in nouns for at in behind)

    def _again(self, deal: str, analysis: Analysis, background: Background, own: Sequence[Unit]) -> Candidate | None:
        """What was asked before, asked of a deal; `own` are the words that say which."""
        before = self._analyse(latest(background), background.language)
        asked = [unit.weighing(REPEATED) for unit in before.said]
        if not own:
            asked += [_name(party) for party in self._knowledge.deals[deal].parties]
        now = replace(analysis, units=tuple(own), types=analysis.types or before.types, flags=before.flags)
        sides = {self._knowledge.facts[fact].attribute for fact in background.facts[:1]}
        return self._of(deal, Merged(now, tuple(asked), before.names), asked, beside=len(own), sides=sides)

    def _of(
        self,
        deal: str,
        merged: Merged,
        asked: Sequence[Unit],
        beside: int | None = None,
        sides: Collection[str] = (),
    ) -> Candidate | None:
        """What a deal's facts say to a question; they must hold some of what is asked, behind the units `beside`.

        One that tells the same side as was told before goes first, in whatever words that was asked for.
        """
        own = [self._number_of[fact] for fact in self._knowledge.deals[deal].facts]
        found = self._scorer.find(merged.analysis, merged.units, own).readings
        readings = [reading for reading in found if reading.number in own]
        same = [one for one in readings if one.type_fits and one.features.fact.attribute in sides]
        if asked and beside is not None:
            readings = [reading for reading in readings if _explains(reading, beside)]
        readings = [*same, *(one for one in readings if one not in same)]
        return Candidate(merged, Found(readings)) if readings and readings[0].type_fits else None


def _next(text: str, at: int) -> int:
    """Where the next word begins."""
    return len(text) - len(text[at:].lstrip())


def _name(entity: str) -> Unit:
    return Unit(entity, "entity", {f"@{entity}": 1.0}, WEIGHT["entity"] * REPEATED)


def _explains(reading: Reading, own: int) -> bool:
    """Does a reading explain anything that stands behind so many units?"""
    return any(match >= EXPLAINED for match in reading.explained[own:])

"""Which of two it is ("who was earlier, *Sweden* or Denmark?"), where both facts together tell it. In doubt nobody.

Both facts must tell one attribute by values of one kind that can be compared, hold what is said beside the comparative,
and each be the only one to hold its name. Where more of the same is counted elsewhere, or a date is only about right,
the reader is left to compare.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.facts.model import Fact, Knowledge
from bot.facts.values import Count, Date
from bot.understanding.deals.listing import DealLister
from bot.understanding.deciding.ordering import order
from bot.understanding.judging.recognition import Recognition
from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.answertypes import MEASURED
from bot.understanding.utterance.hearing import Hearing
from bot.understanding.utterance.units import Analysis
from bot.understanding.utterance.wanted import Wanted

_HELD, _OWN, _FOREIGN = 0.6, 0.85, 0.6
"""How well a word must be held, and a name by its own side and by the other one."""

_SIDES = 2
_OTHERWISE = frozenset({"yesno", "negation"})


@dataclass(frozen=True)
class Won:
    """The comparative that was asked with, as typed, and the entity that it is true of."""

    word: str
    name: str


class Duel:
    """Tells which of two it is."""

    def __init__(self, knowledge: Knowledge, hearing: Hearing, told: ToldNames, lister: DealLister) -> None:
        self._knowledge, self._told, self._lister = knowledge, told, lister
        self._comparatives, self._roughly = hearing.comparatives, hearing.roughly

    def won(self, recognition: Recognition) -> Won | None:
        """Which of the two chosen it is; None where they don't decide it."""
        analysis, chosen = recognition.analysis, recognition.chosen
        compared = self._comparatives.found(analysis.text)
        if not compared or len(chosen) != _SIDES or not _asks_which(analysis):
            return None
        kind, start, end = compared
        one, other = facts = [reading.features.fact for reading in chosen]
        less = order(one, other, kind)
        if less is None or not _same_side(chosen):
            return None
        if not all(_holds(analysis, reading, chosen, start) for reading in chosen):
            return None
        if any(self._leaves_open(analysis, fact) or self._shared(analysis, fact) for fact in facts):
            return None
        word = analysis.text[start:end]
        winner = chosen[0] if (less < 0) == self._comparatives.asks_for_less(word) else chosen[1]
        name = _name(analysis, winner, chosen)
        return Won(word, name) if name else None

    def _leaves_open(self, analysis: Analysis, fact: Fact) -> bool:
        """Is more of the same counted of somebody named, or does the statement call its date only about right?"""
        if isinstance(fact.value, Date):
            return any(self._roughly.search(text) for text in fact.wording.values())
        if not isinstance(fact.value, Count):
            return False
        facts, deals = self._knowledge.facts, self._knowledge.deals
        near = {deal for unit in analysis.names for deal in self._lister.deals(Wanted((unit,)))}
        others = (value for deal in near for one in deals[deal].facts for value in facts[one].values.values())
        alike = {value for value in others if isinstance(value, Count) and value.of == fact.value.of}
        return len(alike) > _SIDES

    def _shared(self, analysis: Analysis, fact: Fact) -> bool:
        """Does a fact name a company that isn't in the question, so that the figure may be that of both together?"""
        told = self._told
        asked = {whole for unit in analysis.names for one in unit.entities for whole in told.firms_of(one)}
        return any(told.is_firm(one) and asked.isdisjoint(told.firms_of(one)) for one in told.of(fact.id))


def _asks_which(analysis: Analysis) -> bool:
    """Is it asked which of two it is, not how much more or when, nor which it isn't?"""
    return not analysis.flags & _OTHERWISE and not analysis.types & MEASURED


def _same_side(chosen: Sequence[Reading]) -> bool:
    """Do both tell the same of their deals, in the first place?"""
    one, other = (reading.features for reading in chosen)
    return one.fact.attribute in other.attributes and other.fact.attribute in one.attributes


def _holds(analysis: Analysis, reading: Reading, chosen: Sequence[Reading], comparative: int) -> bool:
    """Does a fact hold what is said, but the comparative and the names of the other side?"""
    rows = zip(analysis.units, reading.explained, strict=False)
    said = (m for u, m in rows if u.says and u.kind not in ("entity", "operator") and u.start != comparative)
    return all(match >= _HELD for match in said) and _name(analysis, reading, chosen) != ""


def _name(analysis: Analysis, reading: Reading, chosen: Sequence[Reading]) -> str:
    """The one who is named in the question and held by this side alone."""
    (other,) = (one for one in chosen if one is not reading)
    own = [
        entity
        for unit in analysis.names
        for entity in unit.entities[:1]
        if reading.features.strength(entity) >= _OWN and other.features.strength(entity) < _FOREIGN
    ]
    return own[0] if len(set(own)) == 1 else ""

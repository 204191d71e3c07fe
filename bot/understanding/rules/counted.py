"""Which of a number, and how many of it: what only tells how many there are names none of them and parts nothing off.

"*Which* shops accept it?" isn't answered by how many do, nor "how many *of the 420*?" by the 420.
"""

from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import repeat

from bot.facts.entities import PLACE
from bot.facts.model import Fact
from bot.facts.values import Count, Date, DayOfMonth, Duration, Money, Percentage, Range, Weekday
from bot.understanding.readings.attributes import AttributeFinder
from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.answertypes import MEASURED
from bot.understanding.utterance.asked import AskedNouns
from bot.understanding.utterance.askedfigures import EQUAL, KNOWN
from bot.understanding.utterance.behindnames import behind_a_name
from bot.understanding.utterance.units import Analysis, Unit

RULE = "one of a number, or a part of it"
_WHICH = frozenset({"list", "company", "organisation"})
_PLACES = frozenset({"country", "city"})
_FIGURES = (Count, Date, DayOfMonth, Duration, Money, Percentage, Range, Weekday)
_PARTS = frozenset({"count", "amount", "money"})


class Counted:
    """Tells such questions; `sorts` are concepts for a sort of things ("which *kinds*"), `parts` those of shares.

    `described` are attributes that tell which by a description, `firms` concepts that call companies.
    """

    def __init__(
        self,
        told: ToldNames,
        asked: AskedNouns,
        sorts: Collection[str],
        parts: Collection[str],
        described: Collection[str],
        firms: Collection[str],
    ) -> None:
        self._told, self._asked = told, asked
        self._sorts, self._parts = frozenset(sorts), frozenset(parts)
        self._described, self._firms = frozenset(described), frozenset(firms)

    def untold(self, analysis: Analysis, chosen: Sequence[Reading], attributes: AttributeFinder) -> bool:
        """Is one of a number to be named, or a part of it told, of which the facts only tell how many there are?"""
        if "yesno" in analysis.flags:
            return False
        facts = [reading.features.fact for reading in chosen]
        return self._which(analysis, facts, attributes) or self._part(analysis, facts)

    def _which(self, analysis: Analysis, facts: Sequence[Fact], attributes: AttributeFinder) -> bool:
        if analysis.types & MEASURED:
            return False
        if analysis.types & _PLACES:
            return all(map(self._counts_places, facts, repeat(analysis)))
        if analysis.types.isdisjoint(_WHICH):
            return False
        nouns = [analysis.units[place] for place in analysis.focus] or behind_a_name(analysis)
        if any(self._asked.of(noun) & MEASURED or not self._sorts.isdisjoint(noun.keys) for noun in nouns):
            return False
        if not any(self._bears_names(noun, facts, attributes) for noun in nouns):
            return False
        named = {entity for unit in analysis.names for entity in unit.entities}
        mentioned = named.union(*map(self._told.firms_of, named))  # whose chain it is says nothing of its shops
        return all(self._only_counts(fact, mentioned) for fact in facts)

    def _counts_places(self, fact: Fact, analysis: Analysis) -> bool:
        """Does a fact count what is asked for ("*nine* towns"), and tell nothing but figures and where that was?"""
        counted = {self._asked.nouns.get(value.of or "") for value in fact.values.values() if isinstance(value, Count)}
        return bool(analysis.types & _PLACES & counted) and self._only_counts(fact, ())

    def _bears_names(self, noun: Unit, facts: Sequence[Fact], attributes: AttributeFinder) -> bool:
        """Is it a noun for firms, for what the facts count, or for what they speak of, and none for the figure itself?

        "Which *deadline*" asks for the very date that is told.
        """
        counted = {value.of for fact in facts for value in fact.values.values() if isinstance(value, Count)}
        if self._asked.of(noun) & _WHICH or not counted.union(self._firms).isdisjoint(noun.keys):
            return True
        said = any(not self._told.said(fact.id).isdisjoint(noun.keys) for fact in facts)
        own = {name for fact in facts for name in (fact.attribute, *fact.also)}
        return said and not attributes.spoken_for(noun, own)[0]

    def _only_counts(self, fact: Fact, mentioned: Collection[str]) -> bool:
        """Does a fact tell figures only, and name no firm or person but those mentioned?"""
        if fact.attribute in self._described or not fact.values:
            return False
        named = {one for one in self._told.of(fact.id) if self._told.kind_of(one) != PLACE}.difference(mentioned)
        return not named and all(isinstance(value, _FIGURES) for value in fact.values.values())

    def _part(self, analysis: Analysis, facts: Sequence[Fact]) -> bool:
        if analysis.types.isdisjoint(_PARTS) or len(analysis.figures) != 1:
            return False
        (figure,) = analysis.figures
        before = any(unit.says and unit.start < figure.begin for unit in analysis.units)
        whole = figure.relation == KNOWN or (figure.relation == EQUAL and figure.begin < figure.start)  # "von den 420"
        if not whole or before:  # "how many *families* do the 90 million compare with?"
            return False
        return all(
            self._parts.isdisjoint(self._told.said(fact.id)) and _tells_once(fact, figure.number) for fact in facts
        )


def _tells_once(fact: Fact, number: Decimal) -> bool:
    """Does a fact tell this number, no share, and no other number of the same things?"""
    told = [(_number(value), _things(value)) for value in fact.values.values() if isinstance(value, Count | Money)]
    things = next((things for one, things in told if one == number), None)
    if things is None or any(isinstance(value, Percentage) for value in fact.values.values()):
        return False
    return sum(others == things for _, others in told) == 1


def _number(value: Count | Money) -> Decimal:
    return value.number if isinstance(value, Count) else value.amount


def _things(value: Count | Money) -> str:
    """What it is a number of."""
    return value.of or "" if isinstance(value, Count) else f"money {value.currency}"

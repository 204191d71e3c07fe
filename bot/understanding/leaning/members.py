"""Which ones? Follow-ups that ask for the members of what was counted: "welche?", "welche Länder sind das?".

Only a fact that lists them answers: the one just stated, or another of the deal about the thing that was counted.
Where there is none, the sources count them without naming them.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.facts.model import Fact, Knowledge
from bot.facts.tells import Tells
from bot.facts.values import Count, EntityList
from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.followup import Merged
from bot.understanding.judging.recognition import Background
from bot.understanding.readings.matching import Matching
from bot.understanding.readings.scoring import Found, Reading, Scorer
from bot.understanding.utterance.hearing import Hearing
from bot.understanding.utterance.units import Analysis, Unit

_LISTING = frozenset({"list"})
_COUNTED = frozenset({"country", "city", "company"})
_ASKING = frozenset({"yesno", "followup", "also", "likewise"})
_OPEN = frozenset({"text", "manner", "definition"})
_SHORT, _WORDY = 6, 10
"""More words than these ask for something of their own; "and how does it look for my country, Austria?" takes some."""

_ABOUT, _CENTRAL = 0.6, 0.2
"""How well a list must explain the thing that was counted, and how usual that must be in questions for it."""


class Members:
    """Finds the list that a bare "which ones?" asks for."""

    def __init__(self, hearing: Hearing, matching: Matching, knowledge: Knowledge, scorer: Scorer) -> None:
        self._analyser = hearing.analyser
        self._number_of = matching.index.number_of
        self._verbs = hearing.listing
        self._nouns = frozenset(hearing.asked.nouns)  # "and my *country*, Germany?"
        self._joining = hearing.joining
        self._absences = frozenset(knowledge.telling(Tells.ABSENCE))
        self._knowledge = knowledge
        self._scorer = scorer

    def asked(self, analysis: Analysis, background: Background | None) -> tuple[Candidate, Reading | None] | None:
        """What was asked before and the reading that lists its members, if one does; None if none are asked for."""
        known = [fact for fact in (background.facts if background else ()) if fact in self._number_of]
        named = any(not self._is_region(unit) for unit in analysis.names)
        if background is None or not known or named:
            return None
        before = self._analyser.analyse(background.utterance, background.language)
        same = {key for place in before.focus for key in before.units[place].keys}  # "how many *countries*? which?"
        if any(not self._only_asks(unit) and same.isdisjoint(unit.keys) for unit in analysis.said):
            return None
        again = any(not same.isdisjoint(unit.keys) for unit in analysis.contents)
        asks_which = bool(analysis.types) and analysis.types <= _COUNTED and (analysis.refers or again)
        counted = "count" in before.types and asks_which
        if not (counted or analysis.types == _LISTING or (not analysis.types and analysis.flags >= _LISTING)):
            return None
        things = [before.units[place] for place in before.focus] or list(before.said)
        merged = Merged(analysis, before.units)
        own = [self._number_of[fact] for fact in self._knowledge.deals[self._knowledge.facts[known[0]].deal].facts]
        found = self._scorer.find(before, before.units, own).readings
        told = next((reading for reading in found if reading.features.fact.id == known[0]), None)
        lists = [one for one in found if one.number in own and isinstance(one.features.fact.value, EntityList)]
        held = (one for one in lists if one.features.fact.attribute not in self._absences)
        about = [told] if told in lists else [one for one in held if _explains(one, things, before)]
        best = told if told in about else next(iter(about), None)
        if best and not self._lies_there(best, analysis):
            best = None
        return Candidate(merged, Found([best] if best else [told] if told else [])), best

    def among(self, analysis: Analysis, background: Background | None) -> tuple[Candidate, Reading] | None:
        """What is asked and the list just counted or stated, if it is asked whether it holds somebody; else None.

        The reading says yes or no where the list decides it ("is Spain one of them?"), and neither where it names
        others of the kind.
        """
        known = [fact for fact in (background.facts if background else ()) if fact in self._number_of]
        named = {entity for unit in analysis.names for entity in unit.entities}
        if background is None or not (known and background.told and named) or not self._asks_for_one(analysis):
            return None
        told = self._knowledge.facts[known[0]]
        if not isinstance(told.value, EntityList | Count):
            return None
        before = self._analyser.analyse(background.utterance, background.language)
        asked = replace(analysis, flags=analysis.flags | {"yesno"})
        kinds = {self._knowledge.kind_of(entity) for entity in named}
        alike: Reading | None = None
        for reading, names in self._lists(before, told):
            tells = reading.features.fact.attribute not in self._absences
            if named <= names:
                return Candidate(Merged(asked, before.units), Found([])), reading._replace(itself=True, polarity=tells)
            if alike is None and tells and kinds <= {self._knowledge.kind_of(entity) for entity in names}:
                alike = reading._replace(itself=False, polarity=None)
        return (Candidate(Merged(asked, before.units), Found([alike])), alike) if alike else None

    def _lists(self, before: Analysis, told: Fact) -> Iterator[tuple[Reading, set[str]]]:
        """The lists that may hold somebody: the one just told or one of what was counted, and of those left out."""
        own = [self._number_of[fact] for fact in self._knowledge.deals[told.deal].facts]
        things = [before.units[place] for place in before.focus] or list(before.said)
        for reading in self._scorer.find(before, before.units, own).readings:
            fact = reading.features.fact
            if reading.number not in own or not isinstance(fact.value, EntityList):
                continue
            counted = isinstance(told.value, Count) and _explains(reading, things, before)
            if fact.id == told.id or counted or fact.attribute in self._absences:
                yield reading, set(fact.value.entities)

    def _asks_for_one(self, analysis: Analysis) -> bool:
        """Does an utterance say no more than that somebody may be one of several?"""
        joins = all(self._only_joins(unit) or self._nouns & unit.keys.keys() for unit in analysis.said)
        open_ = "likewise" in analysis.flags and analysis.types <= _OPEN  # "wie steht's mit Polen?"
        short = (not analysis.types and analysis.words <= _SHORT) or (open_ and analysis.words <= _WORDY)
        return joins and short and bool(analysis.flags & _ASKING or analysis.refers)

    def _only_joins(self, unit: Unit) -> bool:
        """Does it only say that somebody takes part?"""
        return not self._joining.isdisjoint(unit.keys)

    def _is_region(self, unit: Unit) -> bool:
        """Does a name only narrow a list down, as "which are in Europe?" does?"""
        known = [self._knowledge.entities.get(entity) for entity in unit.entities]
        return bool(known) and all(one is not None and one.countries for one in known)

    def _lies_there(self, reading: Reading, analysis: Analysis) -> bool:
        """Does a list name anybody in the region that is asked for, if one is?"""
        value = reading.features.fact.value
        regions = [entity for unit in analysis.names for entity in unit.entities]
        listed = value.entities if isinstance(value, EntityList) else ()
        return not regions or any(self._knowledge.lies_in(one, region) for region in regions for one in listed)

    def _only_asks(self, unit: Unit) -> bool:
        """Is it no more than the verb that asks ("*name* them")?"""
        return not self._verbs.isdisjoint(unit.keys)


def _explains(reading: Reading, things: list[Unit], before: Analysis) -> bool:
    """Is a list one of the things that were counted?"""
    rows = zip(before.units, reading.explained, reading.centrality, strict=False)
    told = [match >= _ABOUT and central >= _CENTRAL for unit, match, central in rows if unit in things]
    return bool(told) and all(told)

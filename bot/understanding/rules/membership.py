"""Whether somebody is one of those that a fact lists: "is Switzerland in on it, too?", "has Spain a pavilion?".

People ask it in countless ways, and a fact on who may join is often as near as the list itself. Where the list of a
deal's participants names the one asked for, and nothing is said beside that but by what the deal is called, the list is
the answer: yes. Whoever may join, was first or is a *founding* member is another matter; but who asks whether those of
a country *may* join needs to hear that it is one of those listed, before the conditions.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from bot.facts.concerned import entities_in
from bot.facts.model import AHEAD, Fact
from bot.facts.values import EntityList
from bot.understanding.deals.titles import Titles
from bot.understanding.readings.scoring import Reading
from bot.understanding.utterance.units import Analysis, Unit

RULE, BESIDE = "one of those listed", "who may take part, and that those asked about are listed"

_PLAIN = frozenset({"yesno", "also", "pronoun", "past", "or_not", "followup"})
"""What may be heard in such a question; anything else ("first", "already", "will they") asks for more."""

_LOOKED_AT, _NEAR = 6, 0.75
"""Among so many readings, and so near to the best, the list is looked for."""

_USUAL = 0.4
"""How usual what the deal is called must be in questions for the list: a project, or a programme, it may be as well."""

_OWN = 0.6
"""How well the fact must hold whoever is named further, not only its deal: are *both* in on it?"""

_FAINT = 0.1
"""Words that weigh less say nothing of their own ("thing")."""


@dataclass(frozen=True)
class Membership:
    """Finds such lists. `joining` are concepts of taking part; `modal` verbs of what may be ("*could* they join?").

    `having` are forms of the verb that asks what somebody has; `inside` stands before the
    place where something is: "is there a pavilion *in* Spain" asks for no member; `participants` are the attributes
    that list who takes part, `absences` those that tell who doesn't.
    """

    titles: Titles
    joining: frozenset[str]
    modal: frozenset[str]
    having: frozenset[str]
    inside: re.Pattern[str]
    participants: frozenset[str]
    absences: frozenset[str]
    is_place: Callable[[str], bool]

    def listed(self, analysis: Analysis, readings: Sequence[Reading]) -> Reading | None:
        """The reading that lists who is asked for, saying yes; None if that isn't all that is asked."""
        told = (unit for unit in analysis.units if unit.says and unit.kind != "operator")
        units = [unit for unit in told if unit.start not in analysis.beside]
        joins = [unit for unit in units if not self.joining.isdisjoint(unit.keys)]
        names = [unit for unit in units if unit.kind == "entity"]
        if not names or analysis.types or analysis.figures or not self._is_plain(analysis):
            return None
        if not joins and not self._first(analysis, names, units):
            return None
        others = [unit for unit in units if unit not in joins and unit not in names and unit.weight >= _FAINT]
        for reading in readings[:_LOOKED_AT]:
            if reading.score >= _NEAR * readings[0].score and self._decides(reading, analysis, names, others):
                return reading._replace(itself=True, polarity=True)
        return None

    def beside(self, analysis: Analysis, chosen: Sequence[Reading], readings: Sequence[Reading]) -> Reading | None:
        """The list that holds whose people are asked about ("may *Swiss* shops join?"), where the best one doesn't.

        Whoever asks for "us" has said before where they are ("I'm from *Lyon*. Could we join?").
        """
        if "yesno" not in analysis.flags or analysis.types:
            return None
        fact, places = chosen[0].features.fact, {unit.start: self._places(unit) for unit in analysis.names}
        asked = {place for start, found in places.items() for place in found if start not in analysis.beside}
        own = not asked and "pronoun" in analysis.flags
        named = asked or ({place for found in places.values() for place in found} if own else set())
        if not named or not self._concerns_joining(analysis, fact, own=own):
            return None
        if not named.isdisjoint(entities_in(fact)):
            return None
        listed = next((one for one in readings if self._tells_of(one.features.fact, fact.deal, named)), None)
        # that it is listed doesn't say that it may
        return listed._replace(polarity=None, leaning=False) if listed else None

    def _tells_of(self, fact: Fact, deal: str, named: Collection[str]) -> bool:
        """Does a fact of this deal list who takes part, or who doesn't, and one of those named among them?"""
        lists = fact.attribute in self.participants or fact.attribute in self.absences
        listed = lists and isinstance(fact.value, EntityList) and fact.status not in AHEAD
        return listed and fact.deal == deal and not set(named).isdisjoint(entities_in(fact))

    def _places(self, unit: Unit) -> frozenset[str]:
        """The places that a name stands for, the country of a town included."""
        return frozenset(key[1:] for key in unit.keys if key[0] == "@" and self.is_place(key[1:]))

    def _concerns_joining(self, analysis: Analysis, fact: Fact, *, own: bool) -> bool:
        """Is it asked who may take part, or whether those who ask have got what the deal is called by?"""
        joins = any(not self.joining.isdisjoint(unit.keys) for unit in analysis.units)
        has = own and not self.having.isdisjoint(analysis.text.casefold().split())
        called = has and any(fact.deal in self.titles.bearing(unit) for unit in analysis.said)
        return joins or called

    def _first(self, analysis: Analysis, names: Sequence[Unit], units: Sequence[Unit]) -> bool:
        """Is it asked whether somebody, who is named before it, has one thing?"""
        begin = min((unit.start for unit in units if unit.weight >= _FAINT), default=0)
        named = names[0].start == begin and len(units) == len(names) + 1
        has = not self.having.isdisjoint(analysis.text.casefold().split())
        return named and has and not any(self.inside.search(analysis.text[: name.start]) for name in names)

    def _is_plain(self, analysis: Analysis) -> bool:
        words = analysis.text.casefold().split()
        denied = {"negation"} if not analysis.leaving_out else set[str]()  # "*hasn't* Spain got one?"
        return "yesno" in analysis.flags and analysis.flags <= _PLAIN | denied and self.modal.isdisjoint(words)

    def _decides(self, reading: Reading, analysis: Analysis, names: Sequence[Unit], others: Sequence[Unit]) -> bool:
        """Does a list of participants name whoever is named first, and its deal's name all else that is said?"""
        fact = reading.features.fact
        if not isinstance(fact.value, EntityList) or fact.attribute not in self.participants or fact.status in AHEAD:
            return False
        first, *further = sorted(names, key=lambda unit: unit.start)
        explained = {unit.start: match for unit, match in zip(analysis.units, reading.explained, strict=False)}
        called = all(fact.deal in self.titles.bearing(unit) for unit in others)
        central = zip(analysis.units, reading.centrality, strict=False)
        called = called and all(c >= _USUAL for unit, c in central if unit in others)
        held = all(explained.get(unit.start, 0.0) >= _OWN for unit in further)
        named = not set(first.entities).isdisjoint(fact.value.entities)
        return named and called and held and bool(others or further)

"""Whether an answer stays with what a conversation is about: "and in France?" after one company isn't about another.

An utterance that leans on its conversation may be answered from another deal only if it names whom it turns to, or if
that deal is about the same company or person. Places, years and things compared with are no new subject: they ask
something about the old one.
"""

from collections.abc import Iterable

from bot.facts.entities import BUSINESSES
from bot.facts.model import PUBLISHED, Attribute, Knowledge
from bot.facts.tells import Tells
from bot.facts.values import FIGURES, Date, NotDisclosed
from bot.understanding.judging.recognition import Background, Recognition, Verdict
from bot.understanding.readings.profile import FactProfile
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.units import Analysis, Unit

_LEANING = frozenset({"other_one", "likewise", "followup"})
_COMPARING = frozenset({"compare", "more_than", "less_than"})
_BARE = {
    "list": {"list"},
    "place": {"place", "city", "country", "address"},
    "date": {"date", "year", "weekday", "time"},
}
"""What a bare "which ones?", "where?" or "when?" must be given."""

_SIDES = {
    "place": frozenset({"place", "city", "address"}),
    "amount": frozenset({"amount", "count", "money", "percent"}),
}
"""What a side must ask for that tells a bare "where?" or "how much?": many facts name a place in passing."""

_REASON = "reason"

_SHORT = 5


class Staying:
    """Tells which facts are about a conversation's subject.

    `told` knows whom facts name.
    """

    def __init__(self, knowledge: Knowledge, facts: Iterable[FactProfile], told: ToldNames) -> None:
        self._knowledge, self._told = knowledge, told
        self._kinds = knowledge.kinds
        self._profiles = {profile.fact.id: profile for profile in facts}
        self._whole = frozenset(knowledge.telling(Tells.OVERVIEW))
        self._who = frozenset(knowledge.telling(Tells.WHO))
        self._reporting = frozenset(knowledge.telling(Tells.REPORTING))

    def bound(self, analysis: Analysis, background: Background) -> bool:
        """Does the utterance say something about the conversation's subject, and turn to no other one?"""
        if not background.facts:
            return False
        leans = analysis.refers or bool(analysis.flags & _LEANING)
        if "correction" in analysis.flags and analysis.names:
            return False
        if not analysis.names:
            return leans or analysis.words <= _SHORT
        turns = any(self._subject(unit, background) for unit in analysis.names) and not analysis.flags & _COMPARING
        if not _says(analysis):  # "and Japan?", "with Alibaba?", but after "tell me about JD": "and Rakuten?"
            introduced = any(one.attributes & self._whole for one in self._before(background))
            person = any(self._kinds.get(e) == "person" for unit in analysis.names for e in unit.entities)
            who = person and any(one.attributes & self._who for one in self._before(background))
            return not ((turns and introduced) or who)
        return (leans or "also" in analysis.flags) and (not turns or analysis.refers)

    @staticmethod
    def strangers(judged: Recognition, inherited: Iterable[Unit], background: Background) -> tuple[Unit, ...]:
        """Those asked about before of whom nothing was told, where the answer names none of them either.

        "Who bought Zalando?", of whom no source tells: "when?" isn't asked of whatever else was bought.
        """
        if background.told or judged.verdict is not Verdict.ANSWER or judged.analysis.said or judged.analysis.names:
            return ()
        names = tuple(unit for unit in inherited if unit.kind == "entity")
        held = any(one.features.holds(unit, EXPLAINED) for one in judged.chosen for unit in names)
        return () if held else names

    def stays(self, fact: FactProfile, analysis: Analysis, background: Background) -> bool:
        """Is a fact about the conversation's subject? With nothing but a new name asked, also the same side of it."""
        before = self._before(background)
        if fact.fact.deal in {background.deal, *(one.fact.deal for one in before)}:
            return self._gives(fact, analysis, background)
        if analysis.types and background.deal and not (analysis.said or analysis.names):
            return False  # "why?" is asked of what was told
        same = any(fact.attributes & one.attributes for one in before)
        subjects = {entity for entity in background.entities if self._kinds.get(entity, "place") != "place"}
        if (same or _says(analysis)) and self._about(fact, subjects):
            return True
        told = {key[1:] for one in before for key, strength in one.names.items() if strength >= EXPLAINED}
        whole = same or (_says(analysis) and not analysis.refers)  # "and who signed for Austria?"
        return whole and self._about(fact, {e for e in told if self._kinds.get(e) in BUSINESSES})

    def _gives(self, fact: FactProfile, analysis: Analysis, background: Background) -> bool:
        """Does a fact give what a bare question word asks for, and tell of the places that are named alone?"""
        if analysis.said:
            return True
        if analysis.names:
            return bool(analysis.types) or self.tells(fact, analysis)
        if _REASON in analysis.types:
            return self._is_reason(fact, analysis, background)
        reports = fact.fact.attribute in self._reporting and fact not in self._before(background)
        if reports and analysis.types == {"person"}:  # "signed by whom?": whoever reported it didn't
            return False
        if "date" in analysis.types and not self._dated(fact, background):
            return False
        if not all(self._is_side(fact, kind, background) for kind in analysis.types & _SIDES.keys()):
            return False
        return all(fact.gives & _BARE.get(kind, fact.gives) for kind in analysis.types)

    def _dated(self, fact: FactProfile, background: Background) -> bool:
        """Does a fact tell a date, or a side that asks for one? That of the report is none, unless that was told."""
        if fact.fact.attribute == PUBLISHED:
            return any(one.fact.id == fact.fact.id for one in self._before(background))
        dated = any(isinstance(value, Date) for value in fact.fact.values.values())
        return dated or any("date" in side.asks for side in self._sides(fact))

    def _is_side(self, fact: FactProfile, kind: str, background: Background) -> bool:
        """Is a fact of a side that asks for this kind, or a figure where one is asked for, or what was told before?"""
        if any(one.fact.id == fact.fact.id for one in self._before(background)):
            return True
        figured = any(isinstance(value, (*FIGURES, NotDisclosed)) for value in fact.fact.values.values())
        asked = any(not _SIDES[kind].isdisjoint(side.asks) for side in self._sides(fact))
        return asked or (kind == "amount" and figured)

    def tells(self, fact: FactProfile, analysis: Analysis) -> bool:
        """Does a fact itself, or its deal as a whole, tell of each of the places named, or of one in it?"""
        deal = self._knowledge.deals[fact.fact.deal]
        told = {*self._told.of(fact.fact.id), *deal.places, *deal.parties}
        return all(
            any(self._knowledge.lies_in(one, entity) for one in told)
            for unit in analysis.names
            for entity in unit.entities
            if self._knowledge.is_place(entity)
        )

    def _is_reason(self, fact: FactProfile, analysis: Analysis, background: Background) -> bool:
        """Is a fact a reason? Why something is *not* so only a fact tells that names whom the question was about."""
        if not any(_REASON in side.asks for side in self._sides(fact)):
            return False
        told = self._told.of(fact.fact.id)
        return not (analysis.flags & {"negation"}) or told.issuperset(background.entities)

    def _sides(self, fact: FactProfile) -> list[Attribute]:
        """The sides of its deal that a fact tells, if they are known."""
        known = self._knowledge.attributes
        return [known[side] for side in (fact.fact.attribute, *fact.fact.also) if side in known]

    def is_told(self, reading: Reading, analysis: Analysis) -> bool:
        """Does a fact surely tell what a bare question word asks of what was said before ("and when?")?"""
        kinds = analysis.types & _BARE.keys()
        bare = bool(kinds) and not (analysis.said or analysis.names)
        inherited = reading.explained[len(analysis.units) :]
        return bare and reading.type_fits and bool(inherited) and min(inherited) >= EXPLAINED

    def _before(self, background: Background) -> list[FactProfile]:
        """The facts that the turn before told; some may be gone since."""
        return [self._profiles[name] for name in background.facts if name in self._profiles]

    @staticmethod
    def _about(fact: FactProfile, entities: Iterable[str]) -> bool:
        return any(fact.strength(entity) >= EXPLAINED for entity in entities)

    def _subject(self, unit: Unit, background: Background) -> bool:
        """Is a name a subject of its own, and a new one?"""
        return any(self._kinds.get(e) in BUSINESSES and e not in background.entities for e in unit.entities)


def _says(analysis: Analysis) -> bool:
    """Does an utterance say or ask more than a name?"""
    return bool(analysis.types or analysis.said)

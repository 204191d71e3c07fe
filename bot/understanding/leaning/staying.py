"""Whether an answer stays with what a conversation is about: "and in France?" after one company isn't about another.

An utterance that leans on its conversation may be answered from another deal only if it names whom it turns to, or if
that deal is about the same company or person. Places, years and things compared with are no new subject: they ask
something about the old one.
"""

from collections.abc import Iterable, Mapping

from bot.understanding.judging.recognition import Background
from bot.understanding.readings.profile import FactProfile
from bot.understanding.readings.scoring import EXPLAINED
from bot.understanding.utterance.units import Analysis, Unit

_LEANING = frozenset({"other_one", "likewise", "followup"})
_COMPARING = frozenset({"compare", "more_than", "less_than"})
_SUBJECTS = frozenset({"company", "organisation", "product", "programme"})
_BARE = {"list": {"list"}, "place": {"place", "city", "country", "address"}}
"""What a bare "which ones?" or "where?" must be given."""

_ROLES = frozenset({"role", "founder", "head", "spokesperson"})
"""Sides that say who somebody is."""

_SHORT = 5


class Staying:
    """Tells which facts are about a conversation's subject.

    `kinds` are those of the gazetteer's entities, `whole` the attributes that tell of a deal or company as a whole.
    """

    def __init__(self, kinds: Mapping[str, str], facts: Iterable[FactProfile], whole: Iterable[str]) -> None:
        self._kinds = kinds
        self._profiles = {profile.fact.id: profile for profile in facts}
        self._whole = frozenset(whole)

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
            who = person and any(one.attributes & _ROLES for one in self._before(background))
            return not ((turns and introduced) or who)
        return (leans or "also" in analysis.flags) and (not turns or analysis.refers)

    def stays(self, fact: FactProfile, analysis: Analysis, background: Background) -> bool:
        """Is a fact about the conversation's subject? With nothing but a new name asked, also the same side of it."""
        before = self._before(background)
        if fact.fact.deal in {background.deal, *(one.fact.deal for one in before)}:
            return bool(analysis.contents) or all(fact.gives & _BARE.get(kind, fact.gives) for kind in analysis.types)
        same = any(fact.attributes & one.attributes for one in before)
        subjects = {entity for entity in background.entities if self._kinds.get(entity, "place") != "place"}
        if (same or _says(analysis)) and self._about(fact, subjects):
            return True
        told = {key[1:] for one in before for key, strength in one.names.items() if strength >= EXPLAINED}
        whole = same or (_says(analysis) and not analysis.refers)  # "and who signed for Austria?"
        return whole and self._about(fact, {e for e in told if self._kinds.get(e) in _SUBJECTS})

    def _before(self, background: Background) -> list[FactProfile]:
        """The facts that the turn before told; some may be gone since."""
        return [self._profiles[name] for name in background.facts if name in self._profiles]

    @staticmethod
    def _about(fact: FactProfile, entities: Iterable[str]) -> bool:
        return any(fact.names.get(f"@{entity}", 0.0) >= EXPLAINED for entity in entities)

    def _subject(self, unit: Unit, background: Background) -> bool:
        """Is a name a subject of its own, and a new one?"""
        return any(self._kinds.get(e) in _SUBJECTS and e not in background.entities for e in unit.entities)


def _says(analysis: Analysis) -> bool:
    """Does an utterance say or ask more than a name?"""
    return bool(analysis.types or analysis.said)

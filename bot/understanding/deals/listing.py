"""Questions for the deals themselves: "which deals involve Russia", "how many agreements does JD have".

Found by their form: the noun asked for means a deal, and nothing else is said about it but whose it is, how far it has
come ("signed", "only planned") and of which time. Whether there is one with a country ("any deal with Spain?") is
asked in the same words, and only agreements answer it. So is who else is party to them ("which countries has JD signed
with?").
"""

from collections.abc import Iterable
from dataclasses import replace

from bot.facts.model import Deal, Fact, Knowledge
from bot.understanding.deals.concerning import Concerning, is_country
from bot.understanding.deals.dealdates import DealDates
from bot.understanding.deals.dealwords import ASKED, DealWords
from bot.understanding.language.concepts import DealConcepts
from bot.understanding.readings.profile import FactProfile
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.periods import periods
from bot.understanding.utterance.units import Analysis, Unit
from bot.understanding.utterance.wanted import Wanted, all_kinds, named, split, together

_OTHERWISE = frozenset({"reason", "money", "date", "year", "person"})
_COUNTED = frozenset({"count", "list", ASKED})
_SIGNED, _AFTER_SIGNING = "signed", frozenset({"in_force", "ended"})
"""What is in force, or was, has been signed, if it is an agreement."""

_AGREEMENTS = frozenset({"agreement", "treaty"})
_WHO = "person"
_PARTNERS = {
    "country": frozenset({"place"}),
    "company": frozenset({"company", "organisation"}),
    "organisation": frozenset({"company", "organisation"}),
    _WHO: frozenset({"place", "company", "organisation", "person"}),
}
"""Kinds of entities that may be the partner asked for; "who" may be anybody."""


class DealLister:
    """Finds the deals asked for; `nouns` are the concepts that mean a deal."""

    def __init__(
        self,
        facts: Iterable[FactProfile],
        knowledge: Knowledge,
        words: DealWords,
        concepts: DealConcepts,
        joints: Joints,
    ) -> None:
        self._order = {deal: place for place, deal in enumerate(knowledge.deals)}
        self._words = words
        self.nouns = self._words.nouns
        self._signing = frozenset(concepts.signing)
        self._parties = frozenset(concepts.parties)
        self._joints = joints
        self._knowledge = knowledge
        self._concerning = Concerning(facts, knowledge)
        self._dates = DealDates(knowledge)

    def asks(self, analysis: Analysis) -> Wanted | None:
        """What the utterance wants if it asks which deals there are, or how many, with nothing else to answer."""
        if sorts := self._words.sorts(analysis):
            wanted = replace(self._wanted(analysis), sorts=sorts, statuses=())
            return wanted if self.deals(wanted) else None
        if analysis.types & _OTHERWISE or not self._words.only_deals(analysis):
            return None
        counted = bool(analysis.types & {"count", "list"}) and analysis.types <= _COUNTED
        return self._certain(analysis) if ASKED in analysis.types or counted else None

    def _certain(self, analysis: Analysis) -> Wanted | None:
        """What is wanted; deals that are called something only if there are any, and not those that are not so."""
        wanted = self._wanted(analysis)
        denied = wanted.called and ("negation" in analysis.flags or not self.deals(wanted))
        return None if denied else wanted

    def asks_whether(self, analysis: Analysis) -> Wanted | None:
        """What the utterance wants if it only asks whether there is a deal with those named."""
        if analysis.types or not self._words.only_deals(analysis) or self._words.definite(analysis):
            return None
        wanted = self._certain(analysis)
        if wanted is None or not (wanted.names or wanted.periods):
            return None
        return replace(wanted, agreements=bool(self.countries(wanted)))

    def asks_with_whom(self, analysis: Analysis) -> Wanted | None:
        """What the utterance wants if it asks who else is party to somebody's agreements."""
        if not analysis.types & _PARTNERS.keys() or len(analysis.types) > 1:
            return None
        (kind,) = analysis.types
        agreeing = self.nouns | self._signing
        nouns = [analysis.units[place] for place in analysis.focus]
        agreed = any(agreeing & unit.keys.keys() for unit in analysis.contents)
        only = all(agreeing & unit.keys.keys() for unit in analysis.said if unit not in nouns)
        generic = all(self._parties & unit.keys.keys() for unit in nouns)
        if not (agreed and only and generic and self._joints.partner.search(analysis.text)):
            return None
        if self._words.definite(analysis) or (
            kind == _WHO and any(self._signing & unit.keys.keys() for unit in analysis.said)
        ):
            return None  # who signed *the* contract is a person
        wanted = replace(self._wanted(analysis), agreements=True, partners=_PARTNERS[kind])
        return wanted if wanted.names and self.deals(wanted) else None

    def asked(self, analysis: Analysis) -> Wanted | None:
        """What the utterance wants if it asks for deals in any of these ways."""
        return self.asks(analysis) or self.asks_with_whom(analysis) or self.asks_whether(analysis)

    def further(self, analysis: Analysis) -> Wanted | None:
        """What an utterance wants of deals that were asked for before, if it says nothing but what can limit which."""
        if not analysis.types <= _COUNTED or not self._words.only_limits(analysis):
            return None
        return self._wanted(analysis)

    def with_whom(self, analysis: Analysis, before: Wanted) -> Wanted | None:
        """What an utterance wants if it asks with whom else those named before have agreements."""
        kinds = analysis.types & _PARTNERS.keys()
        if len(kinds) != 1 or analysis.said or not self._joints.partner.search(analysis.text):
            return None
        places = self.countries(before)
        names = tuple(unit for unit in before.names if unit not in places)
        (kind,) = kinds
        return Wanted(names, without=places, agreements=True, partners=_PARTNERS[kind]) if names else None

    def kind(self, unit: Unit) -> str:
        """What kind of name it is: one of a kind takes the place of another."""
        return self._concerning.kind(unit)

    def concerns(self, deal: Deal, unit: Unit) -> bool:
        """Does a deal concern what a unit names?"""
        return self._concerning.holds(deal, unit, agreements=False)

    def wholes(self, entity: str) -> set[str]:
        """An entity and what it is part of: a town's country, but not that where a company is at home."""
        return self._concerning.wholes((entity,))

    def limited(self, analysis: Analysis, units: tuple[Unit, ...]) -> Wanted | None:
        """What these units of an utterance want if they name deals and nothing but what can limit which."""
        own = replace(analysis, units=units)
        return self._wanted(own) if self._words.only_deals(own) else None

    def partners(self, deal: str, wanted: Wanted) -> tuple[str, ...]:
        """The parties of a deal that are asked for beside those named."""
        own = {entity for unit in (*wanted.names, *wanted.without) for entity in unit.entities}
        wholes, kind_of = self._concerning.wholes, self._knowledge.kind_of
        above = wholes(own)
        return tuple(
            party
            for party in self._knowledge.deals[deal].parties
            if party not in above and own.isdisjoint(wholes((party,))) and kind_of(party) in wanted.partners
        )

    def countries(self, wanted: Wanted) -> tuple[Unit, ...]:
        """Those of the names that are countries or other places."""
        return tuple(unit for unit in wanted.names if any(self._knowledge.is_place(entity) for entity in unit.entities))

    def deals(self, wanted: Wanted) -> tuple[str, ...]:
        """The deals that fulfil all that is wanted, in the order of the knowledge folder; a region's own come first."""
        found = [
            deal
            for deal in self._candidates(wanted)
            if (not wanted.among or deal.id in wanted.among)
            and (not wanted.called or deal.id in wanted.called)
            and (not wanted.agreements or deal.kind in _AGREEMENTS)
            and (not wanted.statuses or any(_has_come(deal, status) for status in wanted.statuses))
            and not any(_has_come(deal, status) for status in wanted.beyond)
            and (not wanted.sorts or not {deal.kind, deal.status}.isdisjoint(wanted.sorts))
            and (not wanted.sides or any(map(is_country, deal.parties)))
            and (wanted.dated is None or wanted.dated == bool(self._dates.telling(deal)))
            and (not wanted.periods or self._dates.within(deal, wanted))
            and self._fits(deal, wanted)
            and (not wanted.partners or self.partners(deal.id, wanted))
        ]
        found.sort(key=lambda deal: any(self._concerning.lies_within(deal, unit) for unit in wanted.names))
        return tuple(deal.id for deal in found)

    def _candidates(self, wanted: Wanted) -> Iterable[Deal]:
        """The deals among which those wanted are, in the order of the knowledge folder: by names, not one by one."""
        every = self._knowledge.deals
        if not wanted.names:
            return every.values()
        near = {deal for unit in wanted.names for deal in self._concerning.near(unit)}
        return [every[deal] for deal in sorted(near, key=self._order.__getitem__)]

    def _fits(self, deal: Deal, wanted: Wanted) -> bool:
        """Does a deal concern those named, and none of those left out?"""

        def concerns(unit: Unit) -> bool:
            return self._concerning.holds(deal, unit, agreements=wanted.agreements)

        left_out = (replace(unit, keys={f"@{e}": 1.0 for e in unit.entities} or unit.keys) for unit in wanted.without)
        if any(self._concerning.leaves_out(deal, unit) for unit in left_out):  # without Stralsund isn't without Germany
            return False
        if wanted.called and not all(self._has_part(deal, unit) for unit in wanted.names):
            return False
        if wanted.together:
            return all(map(concerns, wanted.names))
        return all_kinds(wanted.names, self._concerning.kind, concerns)

    def _has_part(self, deal: Deal, unit: Unit) -> bool:
        """Is it a place, or party to a deal? A takeover is its parties', not that of all whom its facts name."""
        if self._knowledge.is_place(next(iter(unit.entities), "")):
            return True
        return not self._concerning.wholes(deal.parties).isdisjoint(unit.entities)

    def dating(self, deal: str, wanted: Wanted) -> Fact | None:
        """The fact that dates a deal, in the time wanted if one was."""
        if wanted.dated:
            return self._dates.telling(self._knowledge.deals[deal])
        return next(iter(self._dates.proving(self._knowledge.deals[deal], wanted)), None) if wanted.periods else None

    def beginning(self, deal: str) -> Fact | None:
        """The fact that says when a deal was made, if one does."""
        return self._dates.beginning(self._knowledge.deals[deal])

    def agreements(self, wanted: Wanted) -> tuple[str, ...]:
        """The agreements that stand near: those of the companies and persons named, or all there are."""
        places = self.countries(wanted)
        kept = tuple(unit for unit in wanted.names if unit not in places)
        return self.deals(replace(wanted, names=kept, statuses=(), periods=(), agreements=True))

    def mentioned(self, analysis: Analysis) -> bool:
        """Does the utterance hold a noun that means a deal?"""
        return self._words.mentioned(analysis)

    def _wanted(self, analysis: Analysis) -> Wanted:
        said = analysis.said
        names, without = named(analysis, self._joints)
        having, beyond = (self._words.statuses(units) for units in split(analysis, said, self._joints))
        return Wanted(
            names,
            having,
            periods(analysis),
            without=without,
            together=together(analysis, self._joints),
            beyond=beyond,
            called=self._words.doings.all(said),
            sides=self._words.sides(said),
            dated=self._words.dated(said),
        )


def _has_come(deal: Deal, status: str) -> bool:
    """Is it as far as a word says?"""
    signed = status == _SIGNED and deal.kind in _AGREEMENTS and deal.status in _AFTER_SIGNING
    return deal.status == status or signed

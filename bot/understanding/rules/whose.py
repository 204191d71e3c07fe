"""Whose boss, founder or age is asked for: what is told of another company, or of the firm, is no answer.

"Who heads A?" isn't answered by who heads B, nor who founded A by what is told of its rival, nor who was *mayor* by who
signed there.
"""

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from bot.facts.entities import FIRMS
from bot.understanding.readings.scoring import EXPLAINED, WELL_KNOWN, Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.rules.limiting import FIRM
from bot.understanding.utterance.units import TELLING, Analysis, Unit

_PERSON, _AGE = "person", "age"
_NEAR, _NEARLY = 0.85, 0.75
"""So near to the best another must be to take its place; and one of the same deal that of an outsider's figure."""

_SEATED, _TOWNS = "seated", frozenset({"city", "place", "country", "address"})
_COUNT = "count"
_BOTH, _AS_GOOD = 2, 0.9
"""Of two parties each does its own; a fact about the other one is nearly as good."""

_LOOKED_AT = 3
_WEAKLY = 0.5
"""How well a second fact holds what only stands near."""

_LIGHT = 0.3
"""What an office weighs that only says whom is asked for."""

_FIGURES = frozenset({"count", "percent", "date", "year"})
"""What each party has of its own; money is so only by its name ("turnover"), for a price is that of the deal."""

_AMOUNTS = frozenset({"money", "amount", "count", "percent"})
"""What the parties of one deal and those who only wanted to be are told apart by."""


class Whose:
    """Tells facts about somebody from those about another.

    `who` are the words that ask who somebody is, `own` concepts for figures that are somebody's own, `ages` the
    attributes that tell how old somebody is.
    """

    def __init__(self, told: ToldNames, who: re.Pattern[str], own: Set[str], ages: Set[str]) -> None:
        self._told, self._who, self._own, self._ages = told, who, own, ages

    def ages(self, analysis: Analysis, reading: Reading) -> bool:
        """Is somebody's age asked for, where the fact only dates something else, such as the firm he founded?"""
        named = [one for unit in analysis.names for one in unit.entities]
        persons = bool(named) and all(self._told.kind_of(one) == _PERSON for one in named)
        return persons and _AGE in analysis.types and self._ages.isdisjoint(reading.features.attributes)

    def office(self, analysis: Analysis, chosen: Sequence[Reading]) -> bool:
        """Is somebody asked for by what he was ("who was the *mayor*")? Facts with few questions must hold the word."""
        opened = self._who.search(analysis.text)
        if not opened or _PERSON not in analysis.types:
            return False
        place = _head(analysis, opened.end())
        if place is None or analysis.units[place].correction:
            return False
        best, *others = chosen
        if any(not self._told.said(one.features.fact.id).isdisjoint(analysis.units[place].keys) for one in chosen):
            return False
        held = best.explained[place] >= EXPLAINED or any(one.explained[place] >= _WEAKLY for one in others)
        return not held and not any(one.centrality[place] or one.features.asked >= WELL_KNOWN for one in chosen)

    def figure(self, analysis: Analysis, best: Reading) -> bool:
        """Is a firm's figure asked for, where the statement names another and no question for the fact names this one?

        Of two parties of a deal each has its own users; a fact with few questions may be about the other one.
        """
        asked = analysis.types & _FIGURES or any(self._own & unit.keys.keys() for unit in analysis.said)
        if not asked or "yesno" in analysis.flags or best.features.asked >= WELL_KNOWN:
            return False
        rows = list(zip(analysis.units, best.centrality, strict=False))
        firms = [(u, c) for u, c in rows if u.entities and all(map(self._told.is_firm, u.entities))]
        if not firms or any(c or u.correction or u.weight < FIRM for u, c in firms):
            return False  # "how many users has *Etsy's* Depop?"
        tells_of = self._names if _COUNT in analysis.types else self._tells_of
        if any(tells_of(best, unit) for unit, _ in firms):
            return False
        if _COUNT in analysis.types:  # the staff of a part isn't that of the whole; its lockers are
            return any(self._told.kind_of(one) in FIRMS for one in self._told.of(best.features.fact.id))
        return self._tells_of_others(best, [unit for unit, _ in firms])

    def seat(self, analysis: Analysis, best: Reading) -> bool:
        """Is it asked in which town a firm has its seat, where the statement places another firm and never names it?"""
        if _SEATED not in analysis.flags or "yesno" in analysis.flags or not analysis.types & _TOWNS:
            return False
        firms = [unit for unit in analysis.names if unit.entities and all(map(self._told.is_firm, unit.entities))]
        if not firms or any(self._tells_of(best, unit) or unit.correction for unit in firms):
            return False
        return self._tells_of_others(best, firms)

    def of_those_named(self, analysis: Analysis, readings: Sequence[Reading]) -> list[Reading]:
        """The readings; instead of a best one that names another company, first the one that names those asked for.

        In the same deal only for figures: what a rival bid isn't what the buyer paid.
        """
        firms = [unit for unit in analysis.names if all(map(self._told.is_firm, unit.entities))]
        best, *others = readings
        if doing := next((one for one in others[:_LOOKED_AT] if self._does(analysis, best, one)), None):
            meant = doing._replace(score=best.score, odds=best.odds, votes=best.votes)  # the name makes up for it
            return [meant, *(one for one in readings if one is not doing)]
        if not firms or all(self._tells_of(best, unit) for unit in firms) or not self._tells_of_others(best, firms):
            return list(readings)
        for other in others[:_LOOKED_AT]:
            same_deal = other.features.fact.deal == best.features.fact.deal
            if same_deal and not (analysis.types & _AMOUNTS and self._tells_of_outsider(best)):
                continue
            share = _NEARLY if same_deal else _NEAR
            near = other.score >= share * best.score and other.type_fits >= best.type_fits
            if near and all(self._tells_of(other, unit) for unit in firms):
                if same_deal:  # the name makes up for what it lacked
                    meant = other._replace(score=best.score, odds=best.odds, votes=best.votes)
                    return [meant, *(one for one in others if one is not other)]
                return [other, *(one for one in others if one is not other)]
        return list(readings)

    def _does(self, analysis: Analysis, best: Reading, other: Reading) -> bool:
        """Is it asked what a firm does with another one, where the best fact tells only what that one does?

        "What does A bring into the venture with B?" isn't answered by what B brings, which A was never asked about.
        """
        rows = list(zip(analysis.units, best.centrality, other.centrality, other.explained, strict=False))
        firms = [row for row in rows if row[0].entities and all(map(self._told.is_firm, row[0].entities))]
        if (
            other.features.fact.deal != best.features.fact.deal
            or len(firms) < _BOTH
            or other.score < _AS_GOOD * best.score
            or not other.type_fits
        ):
            return False
        (first, asked, central, _), *_ = firms
        if asked or first.correction or not central or self._tells_of(best, first) or not self._tells_of(other, first):
            return False
        return all(match >= EXPLAINED for unit, _, _, match in rows if unit.says)

    def _tells_of_outsider(self, reading: Reading) -> bool:
        """Does a statement name a company that is no party of its deal, nor part of one: who bid as well?"""
        parties = {whole for one in self._told.parties(reading.features.fact) for whole in self._told.firms_of(one)}
        told = filter(self._told.is_firm, self._told.of(reading.features.fact.id))
        return any(parties.isdisjoint(self._told.firms_of(one)) for one in told)

    def _names(self, reading: Reading, unit: Unit) -> bool:
        """Does a statement name the company itself?"""
        return not self._told.of(reading.features.fact.id).isdisjoint(unit.entities)

    def _tells_of(self, reading: Reading, unit: Unit) -> bool:
        """Does a statement name a company, or what is part of it?"""
        return not self._told.firms(reading.features.fact.id).isdisjoint(unit.entities)

    def _tells_of_others(self, reading: Reading, firms: Sequence[Unit]) -> bool:
        """Does a statement name a company that isn't one of these, or part of the same?"""
        asked = {whole for unit in firms for one in unit.entities for whole in self._told.firms_of(one)}
        told = filter(self._told.is_firm, self._told.of(reading.features.fact.id))
        return any(asked.isdisjoint(self._told.firms_of(one)) for one in told)


def _head(analysis: Analysis, begin: int) -> int | None:
    """The place of the last word of the first run of them behind here: "the first *customer* of the platform"."""
    places = [
        place
        for place, unit in enumerate(analysis.units)
        if unit.start >= begin and unit.kind in TELLING and unit.weight >= _LIGHT
    ]
    places.sort(key=lambda place: analysis.units[place].start)
    for place, following in pairwise(places):
        unit = analysis.units[place]
        if analysis.text[unit.end : analysis.units[following].start].strip():
            return place
    return places[-1] if places else None

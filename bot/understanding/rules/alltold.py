"""Several asked for of whom each fact tells one: "which *companies* did Etsy acquire?", "welche *Länder* verließ …?".

Each takeover is a fact of a deal of its own. Where the noun is in the plural and no fact lists them, all facts are told
that say the same of the one asked about, each of which names somebody new.
"""

import re
from collections.abc import Collection, Sequence

from bot.facts.entities import FIRMS, PLACE
from bot.facts.values import EntityList
from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.units import Analysis, Unit

RULE = "each that is told"
MOST_TOLD = 6
_LOOKED_AT = 24
_SAID = 0.8
"""How well a fact must hold each word of the question."""

_NEAR = 0.6
"""Its share of the best score."""

_KINDS = {"company": False, "organisation": False, "country": True}
"""What can be asked for in the plural, with whether it is a place."""

_OTHERWISE = frozenset({"yesno", "negation", "except", "count", "most", "compare", "only"})


class AllTold:
    """Gathers them; `several_names` finds the nouns that ask for them, with what shows that they do."""

    def __init__(self, told: ToldNames, several_names: re.Pattern[str]) -> None:
        self._told, self._several_names = told, several_names

    def of(self, analysis: Analysis, readings: Sequence[Reading]) -> tuple[Reading, ...]:
        """The readings to tell, the best first; none where one fact is enough or more than one is asked about."""
        kinds = analysis.types & _KINDS.keys()
        if not kinds or analysis.flags & _OTHERWISE or len(analysis.names) != 1 or not self._several(analysis):
            return ()
        best = readings[0].features.fact
        listed = any(isinstance(value, EntityList) for value in best.values.values())
        (name,) = analysis.names
        places = any(_KINDS[kind] for kind in kinds)
        chosen: list[Reading] = []
        told: set[str] = set()
        for reading in readings[:_LOOKED_AT]:
            if listed and chosen and reading.features.fact.deal == best.deal:
                continue  # a list tells all that its deal knows
            new = self._named(reading, name, places=places) - told
            if new and reading.score >= _NEAR * readings[0].score and self._holds(analysis, reading):
                chosen.append(reading)
                told |= new
        return tuple(chosen[:MOST_TOLD]) if len(chosen) > 1 and chosen[0] is readings[0] else ()

    def _several(self, analysis: Analysis) -> bool:
        """Is the thing asked for in the plural, and something said of it?"""
        nouns = self._nouns(analysis)
        return bool(nouns) and any(unit.says and unit not in nouns for unit in analysis.contents)

    def _named(self, reading: Reading, name: Unit, *, places: bool) -> set[str]:
        """Whom a statement names beside the one asked about, if it names that one and its deal is theirs."""
        told = self._told.of(reading.features.fact.id)
        if told.isdisjoint(name.entities) or self._told.parties(reading.features.fact).isdisjoint(name.entities):
            return set()
        return {one for one in told.difference(name.entities) if self._is_one(one, places=places)}

    def _is_one(self, entity: str, *, places: bool) -> bool:
        if places:
            return self._told.kind_of(entity) == PLACE and entity.isupper()
        return self._told.kind_of(entity) in FIRMS

    def _holds(self, analysis: Analysis, reading: Reading) -> bool:
        """Does a fact hold all that is said, but the noun that is asked for, and its statement say it, too?"""
        stated, nouns = self._told.said(reading.features.fact.id), self._nouns(analysis)
        rows = zip(analysis.units, reading.explained, strict=False)
        return all(
            match >= _SAID and (unit.kind == "entity" or unit in nouns or _says(unit, stated))
            for unit, match in rows
            if unit.says and unit.kind != "operator"
        )

    def _nouns(self, analysis: Analysis) -> list[Unit]:
        spans = [found.span() for found in self._several_names.finditer(analysis.text)]
        return [unit for unit in analysis.contents if any(begin <= unit.start < end for begin, end in spans)]


def _says(unit: Unit, stated: Collection[str]) -> bool:
    return any(key in stated for key in unit.keys)

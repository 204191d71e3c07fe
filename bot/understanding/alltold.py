"""Several asked for of whom each fact tells one: "which *companies* did Etsy acquire?", "welche *Länder* verließ …?".

Each takeover is a fact of a deal of its own. Where the noun is in the plural and no fact lists them, all facts are told
that say the same of the one asked about, each of which names somebody new.
"""

from collections.abc import Collection, Sequence

from bot.facts.model import PLACE
from bot.facts.values import EntityList
from bot.understanding.scoring import Reading
from bot.understanding.toldnames import ToldNames
from bot.understanding.units import Analysis, Unit

RULE = "each that is told"
MOST_TOLD = 6
_LOOKED_AT = 24
_SAID = 0.8
"""How well a fact must hold each word of the question."""

_NEAR = 0.6
"""Its share of the best score."""

_FIRMS = frozenset({"company", "organisation"})
_USUAL = 0.6
"""How usual a word must be in a fact's own example questions where its statement doesn't say it."""

_KINDS = {"company": False, "organisation": False, "country": True, "city": True}
"""What can be asked for in the plural, with whether it is a place."""

_OTHERWISE = frozenset({"yesno", "negation", "except", "count", "most", "compare", "only"})


class AllTold:
    """Gathers them; `plurals` are the nouns that ask for several."""

    def __init__(self, told: ToldNames, plurals: Collection[str]) -> None:
        self._told, self._plurals = told, plurals

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
        nouns = [unit for unit in analysis.contents if self._asks(unit)]
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
        return self._told.kind_of(entity) in _FIRMS

    def _holds(self, analysis: Analysis, reading: Reading) -> bool:
        """Does a fact hold all that is said, but the noun that is asked for, and its statement say it, too?"""
        stated = self._told.said(reading.features.fact.id)
        rows = zip(analysis.units, reading.explained, reading.centrality, strict=False)
        return all(
            match >= _SAID and (unit.kind == "entity" or self._asks(unit) or _says(unit, stated) or central >= _USUAL)
            for unit, match, central in rows
            if unit.says and unit.kind != "operator"
        )

    def _asks(self, unit: Unit) -> bool:
        return unit.text.casefold() in self._plurals


def _says(unit: Unit, stated: Collection[str]) -> bool:
    return any(key in stated for key in unit.keys)

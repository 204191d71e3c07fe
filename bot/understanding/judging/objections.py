"""What speaks against stating a reading, beyond its score: names that it doesn't hold, places and figures too fine."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from rapidfuzz.distance import OSA

from bot.facts.concerned import entities_in
from bot.facts.entities import BUSINESSES
from bot.facts.model import Knowledge
from bot.facts.values import EntityList, EntityValue
from bot.understanding.deals.times import is_time
from bot.understanding.judging.companions import SEVERAL, left_over
from bot.understanding.language.normalise import tokenise
from bot.understanding.readings.profile import FactProfile
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.rules.limiting import COUNTED, FIRM, MANY, OF_ITS_OWN, Limiting
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import TELLING, Analysis, Unit
from bot.understanding.utterance.wanted import named

_HERE, _OWN = 0.5, 0.85
"""How strongly a fact or its deal must hold a place that is asked for, and a fact one of its own."""

_LONG = 5
"""From so many letters on, a name with one of them wrong is still that name."""

_SELDOM = 0.2
"""How seldom a party is named in questions for a fact that isn't about it; a few ask for it to deny it."""

_RIVAL = 0.8
NAMING = frozenset({"person", "company", "organisation"})
"""Kinds of answer that name somebody."""

_USUAL, _OWN_THEME = 0.25, 0.6
"""How usual what is said must be in a fact's examples to be meant by it, and how well it must be held."""


class Objections:
    """Finds what stands against the chosen readings of a question."""

    def __init__(self, knowledge: Knowledge, joints: Joints) -> None:
        self._knowledge = knowledge
        homes = {one.id: one.home for one in knowledge.entities.values() if one.home}
        self._joints, self._limiting = joints, Limiting(knowledge.kinds, homes, joints)
        self._entities = knowledge.entities
        self._kinds = knowledge.kinds

    def left(self, analysis: Analysis, chosen: Sequence[Reading]) -> list[Unit]:
        """The units that the chosen readings don't hold."""
        left = left_over(analysis.units, chosen)
        if not analysis.flags & SEVERAL:  # one question: the best fact must hold its names, not one beside it
            alone = left_over(analysis.units, chosen[:1])
            left += [unit for unit in alone if unit.kind == "entity" and unit not in left]
        first = chosen if analysis.flags & SEVERAL else chosen[:1]
        beyond = [
            unit
            for unit in analysis.names
            if self._elsewhere(analysis, unit, chosen)
            or self._beside(unit, chosen if unit.correction else first)
            or self._limiting.limits(analysis, unit, chosen)
        ]
        if "yesno" in analysis.flags:
            beyond += [unit for unit in analysis.names if unit not in beyond and self._foreign(analysis, unit, chosen)]
        return left + [unit for unit in beyond if unit not in left]

    def conflicts(self, analysis: Analysis, left: Sequence[Unit]) -> tuple[Unit, ...]:
        """The names and numbers among them that limit the question; for yes or no, months and weekdays as well."""
        limiting = [unit for unit in left if unit.weight >= FIRM and _surely(unit)]
        times = "yesno" in analysis.flags
        return tuple(unit for unit in limiting if unit.kind in ("entity", "number") or (times and is_time(unit)))

    def _elsewhere(self, analysis: Analysis, unit: Unit, chosen: Sequence[Reading]) -> bool:
        """A place that isn't in the facts: another city, or finer than they know; a capital may stand for a state."""
        if self._held_by_region(unit, chosen):
            return not self._is_its_theme(analysis, chosen[0])
        places = [entity for entity in unit.entities if self._kinds.get(entity) == "place"]
        if not places or len(places) < len(unit.entities):
            return False
        facts = [reading.features for reading in chosen]
        regions = [place for place in places if self._entities[place].countries]
        if regions and any(self._told_in(reading, region) for reading in chosen for region in regions):
            return False
        here = [f.strength_in_deal(place) for f in facts for place in places]
        if max(here, default=0.0) >= _HERE or self._as_example(analysis, unit, facts):
            return False
        if any(self._entities[region].bystander for region in regions):  # known by its countries' names alone
            return True
        keys = {key[1:] for features in facts for key, held in features.names.items() if held >= _OWN}
        inside = self._joints.inside.search(analysis.text, 0, unit.start)
        if inside and analysis.types & COUNTED:  # "how many are *in Beijing*?"
            return True
        if any(self._entities[place].capital for place in places):
            wholes = {whole for place in places for whole in self._whole(place)}
            return any(self._kinds.get(key) == "place" and wholes & set(self._whole(key)) for key in keys)
        return True

    def _as_example(self, analysis: Analysis, unit: Unit, facts: Sequence[FactProfile]) -> bool:
        """Is it where one of many is from, in a country that a fact tells of ("what must *a shop in Graz* do")?"""
        if not self._joints.anybody.search(analysis.text, 0, unit.start):
            return False
        wholes = {whole for entity in unit.entities for whole in self._whole(entity)}
        held = {key[1:] for features in facts for key, held in features.names.items() if held >= _OWN}
        if any(wholes & set(self._whole(one)) for one in held - wholes if self._kinds.get(one) == "place"):
            return False  # the fact is about other towns of that country
        return any(features.strength_in_deal(whole) >= _OWN for features in facts for whole in wholes)

    def _held_by_region(self, unit: Unit, chosen: Sequence[Reading]) -> bool:
        """Do the facts hold a place only because they hold throughout its region?"""
        if not unit.entities or not all(self._knowledge.is_place(one) for one in unit.entities):
            return False
        features = [reading.features for reading in chosen]
        own = max(f.strength_in_deal(e) for f in features for e in unit.entities)
        regions = {region for f in features for region in f.fact.throughout}
        return own < _HERE and any(self._knowledge.lies_in(e, region) for region in regions for e in unit.entities)

    @staticmethod
    def _is_its_theme(analysis: Analysis, reading: Reading) -> bool:
        """Is the very thing asked about that a fact tells: by a word that is usual in questions for it?"""
        rows = zip(analysis.units, reading.explained, reading.centrality, strict=False)
        return any(u.kind in TELLING and u.says and m >= _OWN_THEME and c >= _USUAL for u, m, c in rows)

    def _told_in(self, reading: Reading, region: str) -> bool:
        """Does a fact tell a place in a region, as its value?"""
        told = (one for one in entities_in(reading.features.fact) if self._knowledge.is_place(one))
        return any(self._knowledge.lies_in(place, region) for place in told)

    def _beside(self, unit: Unit, chosen: Sequence[Reading]) -> bool:
        """Somebody whom only other facts of the deal hold: a rival isn't whom this one is about."""
        kinds = {self._kinds.get(entity) for entity in unit.entities}
        if not kinds or not kinds <= BUSINESSES:
            return False
        return not any(reading.features.holds(unit, EXPLAINED) for reading in chosen)

    def _foreign(self, analysis: Analysis, unit: Unit, chosen: Sequence[Reading]) -> bool:
        return self._in_place_of(unit, chosen[0]) or self._merely_party(analysis, unit, chosen)

    def _merely_party(self, analysis: Analysis, unit: Unit, chosen: Sequence[Reading]) -> bool:
        """A party of the deal, beside another name, with which the fact has nothing to do ("does *SPSR* own CSL?")."""
        others = [name for name in analysis.names if name is not unit and self._firm(name)]
        if not others or not self._firm(unit):
            return False
        place = analysis.units.index(unit)
        return all(
            reading.features.asked >= MANY
            and reading.centrality[place] < _SELDOM
            and not reading.features.holds(unit, OF_ITS_OWN)
            for reading in chosen
        )

    def _firm(self, unit: Unit) -> bool:
        """Is it surely the name of a company or the like?"""
        return (
            unit.weight >= FIRM and bool(unit.entities) and all(self._kinds.get(e) in BUSINESSES for e in unit.entities)
        )

    def _in_place_of(self, unit: Unit, best: Reading) -> bool:
        """A person who isn't the fact's, where that names another: whose company it is says nothing of who did it."""
        persons = {entity for entity in unit.entities if self._kinds.get(entity) == "person"}
        held = {key[1:] for key, strength in best.features.names.items() if strength >= 1.0}
        return bool(persons) and persons.isdisjoint(held) and any(self._kinds.get(one) == "person" for one in held)

    def _whole(self, place: str) -> tuple[str, ...]:
        entity = self._entities.get(place)
        return tuple(filter(None, (entity.part_of, entity.country))) if entity else ()


def _surely(unit: Unit) -> bool:
    """Is it a name or number as it stands? What looks like a misspelt one may be none, unless it is nearly right."""
    if not unit.correction:
        return True
    spelt = "".join(token.folded for token in tokenise(unit.text))
    return len(spelt) >= _LONG and OSA.distance(spelt, unit.correction) <= 1


def too_fine(analysis: Analysis, chosen: Sequence[Reading]) -> bool:
    """Asked for exactly when or how much, where the facts know the month or "about" only."""
    if "exact" not in analysis.flags:
        return False
    facts = [reading.features for reading in chosen]
    if "date" in analysis.types:
        return not any("day" in features.gives for features in facts)
    values = [value for features in facts for value in features.fact.values.values()]
    return bool(values) and all(getattr(value, "approx", None) for value in values)


def left_out(analysis: Analysis, chosen: Sequence[Reading], joints: Joints) -> tuple[Unit, ...]:
    """Those besides whom others are asked for ("who besides Schramböck signed?"), if the facts tell of nobody else.

    A list tells the rest of it; a fact that gives just another one names whom is meant ("who handles it *instead of
    A*?"), and one that is asked for so by its own examples is meant itself.
    """
    if "except" not in analysis.flags:
        return ()
    _, without = named(analysis, joints)
    everywhere = {region for reading in chosen for region in reading.features.fact.throughout}
    if not without or _something_else(analysis, without[0]) or not everywhere.isdisjoint(without[0].entities):
        return ()
    asked = [place for place, unit in enumerate(analysis.units) if "!except" in unit.keys]
    if any(reading.centrality[place] >= _USUAL for reading in chosen for place in asked):
        return ()
    values = [value for reading in chosen for value in reading.features.fact.values.values()]
    if any(isinstance(value, EntityList) for value in values) or _tells_another(analysis, chosen[0], without):
        return ()
    joined = (joints.item.search(analysis.between(a, b)) for a, b in pairwise(without))
    return without[: 1 + sum(takewhile(bool, map(bool, joined)))]


def _tells_another(analysis: Analysis, best: Reading, without: Sequence[Unit]) -> bool:
    """Is the one whom a fact gives, of the kind asked for, none of those left out, and are all of these in it, too?"""
    value = best.features.fact.value
    if not isinstance(value, EntityValue) or not analysis.types & NAMING or not best.type_fits:
        return False
    return all(value.entity not in unit.entities and best.features.holds(unit, _OWN) for unit in without)


def _something_else(analysis: Analysis, name: Unit) -> bool:
    """Is something else left out, beside which a name only stands ("besides the *founder* of JD")?"""
    before = max((place for place in analysis.leaving_out if place < name.start), default=name.start)
    return any(before < unit.start < name.start and unit.says for unit in analysis.contents)


def has_rivals(readings: Sequence[Reading]) -> bool:
    """Does a fact of another deal explain the question nearly as well as the best?"""
    best = readings[0]
    others = [r for r in readings[1:6] if r.features.fact.deal != best.features.fact.deal and r.type_fits]
    return any(reading.score > _RIVAL * best.score for reading in others)

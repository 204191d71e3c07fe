"""Yes/no questions that offer a choice: "is it in Oxford or in Cambridge?", "are there 25 or 26?".

Neither yes nor no answers them. Of names of one kind that one is told which the fact gives as its value, or whom a list
names; where that isn't so, the question is read like any other.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from bot.facts.concerned import entities_in
from bot.understanding.judging.candidate import Candidate, Limits
from bot.understanding.judging.sides import group
from bot.understanding.judging.twosubjects import Confidence
from bot.understanding.readings.scoring import Reading, Scorer
from bot.understanding.rules.membership import Membership
from bot.understanding.utterance.askedfigures import EITHER
from bot.understanding.utterance.hearing import Hearing
from bot.understanding.utterance.units import Analysis, Unit

RULE = "a choice between names"
_YESNO, _PLACE = "yesno", "place"
_OFFERED = frozenset({"entity", "number"})
_OWN = 0.85
"""How strongly a fact must hold the name that it is chosen for."""

_HELD = 0.6
"""How well it must explain each word that is said of all."""


class Alternatives:
    """Finds what is offered to choose from, and reads what is told of each."""

    def __init__(
        self,
        scorer: Scorer,
        hearing: Hearing,
        membership: Membership,
        kinds: Mapping[str, str],
        confidence: Confidence,
    ) -> None:
        self._scorer = scorer
        self._kinds = kinds
        self._joints, self._comparatives = hearing.joints, hearing.comparatives
        self._membership = membership
        self._confidence = confidence

    def offered(self, analysis: Analysis) -> tuple[Unit, ...]:
        """The names or numbers to choose from where yes or no seems to be asked for; () if there are none."""
        units = _side_by_side(analysis, self._joints.choice) if _YESNO in analysis.flags else ()
        return units if all(unit.kind in _OFFERED for unit in units) else ()

    def orders(self, analysis: Analysis) -> bool:
        """Is it asked whether something was before or after another: neither yes nor no?"""
        return self._joints.order.search(analysis.text) is not None

    def told(self, candidate: Candidate, limits: Limits) -> tuple[Reading, ...]:
        """What is told of those offered, or of each of the places that are asked for together; () if nothing is.

        What leans on a conversation is left to it, and which of two has more is compared elsewhere.
        """
        analysis, best = candidate.merged.analysis, candidate.readings[0]
        elsewhere = candidate.merged.inherited or self._comparatives.found(analysis.text)
        measured = any(figure.relation == EITHER for figure in analysis.figures)
        if _YESNO not in analysis.flags or best.itself or elsewhere or measured:
            return ()
        if offered := self.offered(analysis):
            told = tuple(self._of_each(candidate, offered, limits)) if self._alike(offered) else ()
            decided = any(reading.polarity is not False for reading in told)  # "no" to one says nothing of the others
            return told if decided else ()
        if self._joints.together.search(analysis.text):
            return ()
        places = _side_by_side(analysis, self._joints.item)
        told = tuple(self._of_each(candidate, places, limits, every=True)) if self._alike(places, _PLACE) else ()
        same = len({reading.features.fact.deal for reading in told}) == 1
        return told if same and len(told) == len(places) else ()

    def _alike(self, units: tuple[Unit, ...], only: str = "") -> bool:
        """Are these names of one kind?"""
        groups = {group(unit, self._kinds) if unit.entities else "" for unit in units}
        return len(groups) == 1 and "" not in groups and groups <= {only or next(iter(groups))}

    def _of_each(
        self, candidate: Candidate, offered: tuple[Unit, ...], limits: Limits, *, every: bool = False
    ) -> Iterator[Reading]:
        """What a list or the best fact tells of each name, each fact once.

        With `every` a fact may be about the name without having it for its value.
        """
        told: set[int] = set()
        for own in offered:
            others = [unit for unit in offered if unit is not own]
            reading = self._of(candidate, own, others, limits, every=every)
            if reading and reading.number not in told:
                told.add(reading.number)
                yield reading

    def _of(
        self, candidate: Candidate, own: Unit, others: list[Unit], limits: Limits, *, every: bool
    ) -> Reading | None:
        analysis, best = candidate.merged.analysis, candidate.readings[0]
        alone = replace(analysis, units=tuple(unit for unit in analysis.units if unit not in others), focus=())
        readings = self._scorer.readings(alone, alone.units)
        if listed := self._membership.listed(alone, readings):
            return listed
        told = set(entities_in(best.features.fact))
        is_it = not told.isdisjoint(own.entities) and all(told.isdisjoint(unit.entities) for unit in others)
        found = next((reading for reading in readings if reading.number == best.number), None)
        if found is None or not (is_it or (every and found.features.holds(own, _OWN))):
            return None
        rows = zip(alone.units, found.explained, strict=False)
        said = all(match >= _HELD for unit, match in rows if unit.says and unit.kind != "operator")
        sure = self._confidence(alone, [found], readings) >= limits.acceptance.least_for(found)
        return found if said and sure else None


def _side_by_side(analysis: Analysis, joint: re.Pattern[str]) -> tuple[Unit, ...]:
    """The units between which nothing but this stands."""
    units = sorted((unit for unit in analysis.units if unit.kind != "operator"), key=lambda unit: unit.start)
    joined: list[Unit] = []
    for one, other in pairwise(units):
        if analysis.joined(one, other, joint):
            joined += [unit for unit in (one, other) if unit not in joined]
    return tuple(joined)

"""Yes/no questions that offer a choice: "is it in Oxford or in Cambridge?", "more or less than 20,000?".

Neither yes nor no answers them. Where names of one kind are offered, each is asked for alone, and what a fact of the
same deal holds of it is told; where nothing is told of one, what is told of the other must do.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bot.understanding.askedfigures import EITHER
from bot.understanding.build import Understanding
from bot.understanding.candidate import Candidate, Limits
from bot.understanding.scoring import Reading, Scorer
from bot.understanding.sides import group
from bot.understanding.twosubjects import Confidence
from bot.understanding.units import Analysis, Unit

_OFFERED, _OF_EACH = "a choice between names", "asked of each place"
_YESNO = "yesno"
_OWN = 0.85
"""How strongly a fact must hold the name that it is chosen for."""

_HELD = 0.6
"""How well it must explain each word that is said of all."""


class Choice(NamedTuple):
    """What is told of those that are offered, and by which rule."""

    told: tuple[Reading, ...]
    rule: str


class Alternatives:
    """Finds what is offered to choose from, and reads what is told of each."""

    def __init__(
        self, scorer: Scorer, understanding: Understanding, kinds: Mapping[str, str], confidence: Confidence
    ) -> None:
        self._scorer = scorer
        self._kinds = kinds
        self._joints, self._membership = understanding.joints, understanding.membership
        self._comparatives = understanding.comparatives
        self._confidence = confidence

    def read(self, candidate: Candidate, limits: Limits) -> tuple[Candidate, Choice | None]:
        """The question, asked for what it is and not for yes or no where it offers a choice, and what is told then.

        Of places that are asked for together each is told, if it is by facts of their own.
        """
        analysis = candidate.merged.analysis
        # What the figure is says whether it is more or less; which of two has more is compared elsewhere.
        measured = any(figure.relation == EITHER for figure in analysis.figures)
        compared = self._comparatives.found(analysis.text) is not None
        if _YESNO not in analysis.flags or candidate.readings[0].itself or measured or compared:
            return candidate, None
        offered = _side_by_side(analysis, self._joints.choice)
        told = self._told(candidate, offered, limits)
        if offered:
            return _what_it_is(candidate), Choice(told, _OFFERED) if told else None
        places = () if self._joints.together.search(analysis.text) else _side_by_side(analysis, self._joints.item)
        told = self._told(candidate, places, limits)
        if self._groups(places) != {"place"} or len(told) < len(places):
            return candidate, None
        return _what_it_is(candidate), Choice(told, _OF_EACH)

    def _groups(self, units: tuple[Unit, ...]) -> set[str]:
        return {group(unit, self._kinds) if unit.entities else "" for unit in units}

    def _told(self, candidate: Candidate, offered: tuple[Unit, ...], limits: Limits) -> tuple[Reading, ...]:
        """What is told of each that is offered, as far as it is; () where one fact holds them all, or none does."""
        groups = self._groups(offered)
        if len(groups) != 1 or "" in groups or all(_holds(candidate.readings[0], unit) for unit in offered):
            return ()
        told: dict[int, Reading] = {}
        for unit in offered:
            others = tuple(one for one in offered if one is not unit)
            if reading := self._of(candidate, unit, others, limits):
                told.setdefault(reading.number, reading)
        best = max(told.values(), key=lambda reading: (reading.itself, reading.score), default=None)
        return tuple(one for one in told.values() if best and one.features.fact.deal == best.features.fact.deal)

    def _of(self, candidate: Candidate, own: Unit, others: tuple[Unit, ...], limits: Limits) -> Reading | None:
        """What is told of one, asked for alone."""
        analysis = candidate.merged.analysis
        alone = replace(analysis, units=tuple(unit for unit in analysis.units if unit not in others), focus=())
        readings = self._scorer.readings(alone, (*alone.units, *candidate.merged.inherited))
        if listed := self._membership.listed(alone, readings):
            return listed
        if not readings or not _holds(readings[0], own):
            return None
        rows = zip(alone.units, readings[0].explained, strict=False)
        said = all(match >= _HELD for unit, match in rows if unit.says and unit.kind != "operator")
        sure = self._confidence(alone, readings[:1], readings) >= limits.acceptance.least_for(readings[0])
        return readings[0] if said and sure else None


def _what_it_is(candidate: Candidate) -> Candidate:
    """The same question, not asked for yes or no."""
    analysis = candidate.merged.analysis
    asked = replace(analysis, flags=analysis.flags - {_YESNO})
    return replace(candidate, merged=replace(candidate.merged, analysis=asked))


def _side_by_side(analysis: Analysis, joint: re.Pattern[str]) -> tuple[Unit, ...]:
    """The units between which nothing but this stands."""
    units = sorted((unit for unit in analysis.units if unit.kind != "operator"), key=lambda unit: unit.start)
    joined: list[Unit] = []
    for one, other in pairwise(units):
        if joint.fullmatch(analysis.text[one.start + len(one.text) : other.start]):
            joined += [unit for unit in (one, other) if unit not in joined]
    return tuple(joined)


def _holds(reading: Reading, name: Unit) -> bool:
    return any(reading.features.names.get(f"@{entity}", 0.0) >= _OWN for entity in name.entities)

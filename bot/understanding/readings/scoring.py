"""How well a fact's reading explains a question: coverage, the nearest example, the kind of answer wanted.

A reading pays for each content word that it leaves unexplained, more for names and numbers. Coverage is weighed by how
much a word tells facts apart; what decides about refusing is unweighed (a frequent word left over counts as much as a
rare one).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

import numpy as np

from bot.understanding.readings.attributes import AttributeFinder
from bot.understanding.readings.examples import Nearest
from bot.understanding.readings.gathered import Numbers, Strengths
from bot.understanding.readings.index import FactIndex
from bot.understanding.readings.polar import Flags
from bot.understanding.readings.profile import FactProfile
from bot.understanding.readings.regions import Regions
from bot.understanding.utterance.answertypes import HARD_TYPES, SATISFIED_BY
from bot.understanding.utterance.units import Analysis, Unit

EXPLAINED = 0.35
"""A unit matched at least this well counts as explained."""

ASKED_SO = 0.25
"""How central a word must be to a fact's own example questions to be what it is asked for with."""

WELL_KNOWN = 20
"""Of a fact with so many example questions these show what it is asked for with, and what not."""

_MOST = 16
"""As many readings are looked at."""


@dataclass(frozen=True)
class Weights:
    """The few numbers of the scoring, tuned on questions kept for tuning (tests/questions/tuning.jsonl)."""

    cover: float = 0.65
    example: float = 0.41
    central: float = 0.12
    odds: float = 0.008
    attribute: float = 0.12
    wrong_type: float = 0.72
    same_type: float = 0.25
    floor: float = 0.47
    entity_in_example: float = 0.2
    context: float = 0.12
    name_missing: float = 0.14
    overview: float = 0.2


class Reading(NamedTuple):
    """One way to understand a question: a fact, how well it explains it (0–100), and what it leaves over.

    `itself`: one of the fact's own example questions is this very question. `votes`: its share of the nearest examples.
    """

    number: int
    features: FactProfile
    score: float
    coverage: float
    example: float
    central: float
    odds: float
    type_fits: bool
    polarity: bool | None
    leaning: bool
    itself: bool
    votes: float
    explained: tuple[float, ...]
    centrality: tuple[float, ...]
    unexplained: tuple[Unit, ...]


@dataclass(frozen=True)
class Found:
    """The readings of a question, best first, and the unanswered questions nearest to it."""

    readings: list[Reading]
    gap: Reading | None = None
    gap_odds: float = -inf
    gap_votes: float = 0.0


class Scorer:
    """Scores all facts of an index for an analysed question, and gives the best as readings."""

    def __init__(
        self,
        index: FactIndex,
        attributes: AttributeFinder,
        overviews: Iterable[str],
        regions: Regions,
        weights: Weights | None = None,
    ) -> None:
        self._index = index
        self._attributes = attributes
        self._regions = regions
        self.weights = weights or Weights()
        kept = frozenset(overviews)
        self._overview = np.array([not one.attributes.isdisjoint(kept) for one in index.profiles], np.float32)

    def find(self, analysis: Analysis, units: Sequence[Unit], favoured: Sequence[int] = ()) -> Found:
        """The readings of a question. `units` may hold more than the utterance's own (a follow-up)."""
        if not self._index.told or not (units or favoured):
            return Found([])
        view = self._view(analysis, units, favoured)
        facts = view.index.told
        score = 100 * view.score
        touched = view.coverage > 0
        near = np.searchsorted(view.index.numbers, list(favoured))
        score[near] += 100 * self.weights.context
        touched[near] = True
        numbers = np.nonzero(touched[:facts])[0]
        best = numbers[np.argsort(-score[numbers], kind="stable")[:_MOST]].astype(np.int32)
        readings = self._readings(best, score, units, view)
        gaps = np.where(touched[facts:], score[facts:], -np.inf)
        if not len(gaps) or not np.isfinite(gaps.max()):
            return Found(readings)
        number = facts + int(gaps.argmax())
        gap = self._readings(np.array([number], np.int32), score, units, view)[0]
        votes = sum(share for owner, share in view.nearest.votes.items() if owner >= facts)
        return Found(readings, gap, float(view.odds[facts:].max()), votes)

    def readings(self, analysis: Analysis, units: Sequence[Unit], favoured: Sequence[int] = ()) -> list[Reading]:
        """The readings of a question, best first."""
        return self.find(analysis, units, favoured).readings

    def rarity(self, unit: Unit) -> float:
        """How telling a unit is: 0 for what all facts hold, 1 for what one or none holds."""
        return self._index.rarity.of(unit)

    def _rank_weight(self, unit: Unit) -> float:
        floor = self.weights.floor
        return unit.weight * (floor + (1 - floor) * self.rarity(unit))

    def _view(self, analysis: Analysis, units: Sequence[Unit], favoured: Sequence[int]) -> "_View":
        own = self.weights
        weights = [self._rank_weight(unit) for unit in units]
        index = self._index.part(units, weights, favoured)
        soft = [w * own.entity_in_example if u.kind == "entity" else w for u, w in zip(units, weights, strict=True)]
        look = index.look(units, soft, asks="yesno" in analysis.flags)
        for place, unit in enumerate(units):
            for numbers, held in self._regions.holding(unit):
                at, row = index.places(numbers), look.match[place]
                row[at] = np.maximum(row[at], np.float32(held))
        weighing = np.array(weights, np.float32) / np.float32(sum(weights) or 1.0)
        coverage, central = weighing @ look.match, weighing @ look.central
        odds = index.odds.of(analysis, units)
        nearest = index.nearest(look, analysis, units, own.same_type)
        fits = _fits(index, analysis)
        factor = np.where(fits, np.float32(1), np.float32(own.wrong_type))
        for place, unit in enumerate(units):
            if unit.kind == "entity":
                factor *= 1 - np.float32(own.name_missing * min(unit.weight, 1.0)) * (1 - look.match[place])
        score = own.cover * coverage + own.central * central + own.odds * odds + own.example * nearest.likeness
        score += own.attribute * index.by_attribute(self._attributes.scores(analysis))
        if "summary" in analysis.flags:
            score += np.float32(own.overview) * self._overview[index.numbers]
        return _View(index, look.match, look.central, coverage, central, odds, nearest, fits, score * factor)

    def _readings(self, numbers: Numbers, score: Strengths, units: Sequence[Unit], view: "_View") -> list[Reading]:
        """The readings with these numbers, in this order."""
        near = view.nearest
        columns = zip(
            numbers.tolist(),
            view.index.numbers[numbers].tolist(),
            score[numbers].tolist(),
            view.coverage[numbers].tolist(),
            near.likeness[numbers].tolist(),
            view.central[numbers].tolist(),
            view.odds[numbers].tolist(),
            view.fits[numbers].tolist(),
            near.itself[numbers].tolist(),
            map(tuple, view.match[:, numbers].T.tolist()),
            map(tuple, view.centrality[:, numbers].T.tolist()),
            strict=True,
        )
        return [
            Reading(
                number,
                view.index.profiles[number],
                points,
                coverage,
                example,
                central,
                odds,
                fits,
                near.polarity(place),
                near.leans_yes(place),
                itself,
                near.votes.get(place, 0.0),
                explained,
                centrality,
                tuple([u for u, m in zip(units, explained, strict=True) if m < EXPLAINED]),
            )
            for place, number, points, coverage, example, central, odds, fits, itself, explained, centrality in columns
        ]


def _fits(index: FactIndex, analysis: Analysis) -> Flags:
    """Which facts can give the kind of answer asked for? Soft kinds any fact can."""
    hard = analysis.types & HARD_TYPES
    if not hard:
        return np.ones(len(index), np.bool_)
    return index.fits({given for kind in hard for given in SATISFIED_BY.get(kind, {kind})})


@dataclass(frozen=True, slots=True)
class _View:
    """The facts of an index as one question sees them: `match` and `centrality` by unit and fact, the rest by fact."""

    index: FactIndex
    match: Strengths
    centrality: Strengths
    coverage: Strengths
    central: Strengths
    odds: Strengths
    nearest: Nearest
    fits: Flags
    score: Strengths

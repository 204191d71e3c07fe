"""How well a fact's reading explains a question: coverage, the nearest example, the kind of answer wanted.

A reading pays for each content word that it leaves unexplained, more for names and numbers. Coverage is weighed by how
much a word tells facts apart; what decides about refusing is unweighed (a frequent word left over counts as much as a
rare one).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.understanding.examples import ExampleShelf, Likeness
from bot.understanding.features import FactFeatures
from bot.understanding.index import FactIndex
from bot.understanding.reach import Reach
from bot.understanding.units import Analysis, Unit

EXPLAINED = 0.35
"""A unit matched at least this well counts as explained."""

_FEW = 2
_HOPELESS = 0.2
"""Readings that must stay this far behind the best aren't worth their examples."""

_CORE = 0.34
"""A key in this share of a fact's examples belongs to its core."""

HARD_TYPES = frozenset({"count", "money", "percent", "date", "year", "month", "day", "weekday", "time", "duration",
                        "person", "company", "organisation", "country", "city", "place", "address", "amount",
                        "reason", "language", "quote"})  # fmt: skip
"""Answer types that a fact must be able to give; the others (what, how, which) fit any fact."""

SATISFIED_BY = {
    "person": {"person", "company", "organisation"},
    "company": {"company", "organisation", "name"},
    "organisation": {"organisation", "company"},
    "country": {"country"},
    "city": {"city"},
    "place": {"place", "city", "country", "address", "company", "organisation"},
    "date": {"date", "year", "month", "day", "weekday", "time", "duration"},
    "year": {"year"},
    "month": {"month"},
    "day": {"day", "weekday"},
    "weekday": {"weekday"},
    "count": {"count"},
    "amount": {"amount", "count", "money", "percent"},
    "money": {"money"},
    "percent": {"percent"},
    "duration": {"duration"},
}


@dataclass(frozen=True)
class Weights:
    """The few numbers of the scoring, tuned on questions kept for tuning (tests/questions/tuning)."""

    cover: float = 0.54
    example: float = 0.46
    central: float = 0.2
    core: float = 0.1
    wrong_type: float = 0.73
    same_type: float = 0.25
    floor: float = 0.47
    entity_in_example: float = 0.2
    context: float = 0.12
    name_missing: float = 0.4
    overview: float = 0.2


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a question: a fact, how well it explains it (0–100), and what it leaves over.

    `itself`: one of the fact's own example questions is this very question.
    """

    number: int
    features: FactFeatures
    score: float
    coverage: float
    example: float
    central: float
    core: float
    type_fits: bool
    polarity: bool | None
    itself: bool
    explained: tuple[float, ...]
    centrality: tuple[float, ...]
    unexplained: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A reading without its nearest example: `base` is its score so far, `factor` what names and types leave of it."""

    number: int
    base: float
    factor: float
    coverage: float
    central: float
    core: float
    fits: bool
    explained: tuple[float, ...]
    centrality: tuple[float, ...]


class Scorer:
    """Scores candidate facts for an analysed question."""

    def __init__(
        self, index: FactIndex[FactFeatures], overviews: Iterable[str] = (), weights: Weights | None = None
    ) -> None:
        self._index = index
        self._overviews = frozenset(overviews)
        self.weights = weights or Weights()
        self._shelf = ExampleShelf(index)
        self._cores: dict[int, tuple[tuple[str, float], ...]] = {}

    @property
    def _most_by_example(self) -> float:
        return self.weights.example * (1.0 + self.weights.same_type)

    def readings(
        self, analysis: Analysis, units: Sequence[Unit], favoured: Sequence[int] = (), most: int = 24
    ) -> list[Reading]:
        """The readings of a question, best first. `units` may hold more than the utterance's own (a follow-up)."""
        weights = [self._rank_weight(unit) for unit in units]
        if len(units) <= _FEW:  # a bare name is held by many facts: let the examples decide
            most *= 4
        numbers = self._index.candidates(units, weights, most)
        numbers += [number for number in favoured if number not in numbers]
        softened = [
            w * self.weights.entity_in_example if unit.kind == "entity" else w
            for unit, w in zip(units, weights, strict=True)
        ]
        reach = Reach(self._index, units, softened)
        likeness = Likeness(self._shelf, analysis, reach, self.weights.same_type)
        drafts = [self._draft(number, analysis, units, weights, reach) for number in numbers]
        drafts.sort(key=lambda draft: -draft.base)
        least, readings = 0.0, []
        for draft in drafts:
            if draft.base + self._most_by_example * draft.factor < least - _HOPELESS and draft.number not in favoured:
                continue  # even the best example couldn't bring it near
            reading = self._reading(draft, units, likeness, favoured=draft.number in favoured)
            least = max(least, reading.score / 100)
            readings.append(reading)
        return sorted(readings, key=lambda reading: (-reading.score, reading.number))

    def _rank_weight(self, unit: Unit) -> float:
        floor = self.weights.floor
        return unit.weight * (floor + (1 - floor) * self._index.rarity(unit))

    def _draft(
        self, number: int, analysis: Analysis, units: Sequence[Unit], weights: Sequence[float], reach: Reach
    ) -> "_Draft":
        """All of a reading but its nearest example, which costs most."""
        features = self._index.facts[number]
        explained = tuple(self._index.match(unit, features.keys, features.theme) for unit in units)
        centrality = tuple(reach.central(place, features.frequency) for place in range(len(units)))
        total = sum(weights) or 1.0
        coverage = sum(w * m for w, m in zip(weights, explained, strict=True)) / total
        central = sum(w * c for w, c in zip(weights, centrality, strict=True)) / total
        core = reach.core(self._core(number))
        fits = type_fits(analysis.types, features.gives)
        factor = 1.0 if fits else self.weights.wrong_type
        for unit, match in zip(units, explained, strict=True):
            if unit.kind == "entity" and match < 1.0:
                factor *= 1.0 - self.weights.name_missing * (1.0 - match) * min(unit.weight, 1.0)
        overview = "summary" in analysis.flags and not features.attributes.isdisjoint(self._overviews)
        base = self.weights.cover * coverage + self.weights.central * central + self.weights.core * core
        base += self.weights.overview if overview else 0.0
        return _Draft(number, base * factor, factor, coverage, central, core, fits, explained, centrality)

    def _reading(self, draft: "_Draft", units: Sequence[Unit], likeness: Likeness, *, favoured: bool) -> Reading:
        example, polarity, itself = likeness.nearest(draft.number)
        score = draft.base + self.weights.example * example * draft.factor
        return Reading(
            number=draft.number,
            features=self._index.facts[draft.number],
            score=100 * (score + (self.weights.context if favoured else 0.0)),
            coverage=draft.coverage,
            example=example,
            central=draft.central,
            core=draft.core,
            type_fits=draft.fits,
            polarity=polarity,
            itself=itself,
            explained=draft.explained,
            centrality=draft.centrality,
            unexplained=tuple(u for u, m in zip(units, draft.explained, strict=True) if m < EXPLAINED),
        )

    def _core(self, number: int) -> tuple[tuple[str, float], ...]:
        """The keys in many of a fact's examples, weighed by how many and by how much they tell."""
        if number not in self._cores:
            frequency = self._index.facts[number].frequency
            self._cores[number] = tuple(
                (key, share * self._index.key_rarity(key)) for key, share in frequency.items() if share >= _CORE
            )
        return self._cores[number]


def type_fits(asked: frozenset[str], gives: frozenset[str]) -> bool:
    """Can a fact that gives these types answer a question that asks for those? Soft types fit any fact."""
    hard = asked & HARD_TYPES
    return not hard or any(gives & SATISFIED_BY.get(kind, {kind}) for kind in hard)

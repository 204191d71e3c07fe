"""How well a fact's reading explains a question: coverage, the nearest example, the kind of answer wanted.

A reading pays for each content word that it leaves unexplained, more for names and numbers. Coverage is weighed by how
much a word tells facts apart; what decides about refusing is unweighed (a frequent word left over counts as much as a
rare one).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.understanding.features import FactFeatures
from bot.understanding.index import FactIndex
from bot.understanding.units import Analysis, Unit

EXPLAINED = 0.35
"""A unit matched at least this well counts as explained."""

_FEW = 2
_HOPELESS = 0.2
"""Readings that must stay this far behind the best aren't worth their examples."""

_CORE = 0.34
"""A key in this share of a fact's examples belongs to its core."""

_DECISIVE = 0.25
"""How far the nearest yes/no example may lie behind the nearest example and still decide yes or no."""

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
    """One way to understand a question: a fact, how well it explains it (0–100), and what it leaves over."""

    number: int
    features: FactFeatures
    score: float
    coverage: float
    example: float
    central: float
    core: float
    type_fits: bool
    polarity: bool | None
    explained: tuple[float, ...]
    centrality: tuple[float, ...]
    unexplained: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An example question as a set of keys with its total weight."""

    keys: frozenset[str]
    total: float
    types: frozenset[str]
    polarity: bool | None
    share: float


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
        self._prepared: dict[int, tuple[_Prepared, ...]] = {}
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
        drafts = [self._draft(number, analysis, units, weights, reach) for number in numbers]
        drafts.sort(key=lambda draft: -draft.base)
        least, readings = 0.0, []
        for draft in drafts:
            if draft.base + self._most_by_example * draft.factor < least - _HOPELESS and draft.number not in favoured:
                continue  # even the best example couldn't bring it near
            reading = self._reading(draft, analysis, units, draft.number in favoured, reach)
            least = max(least, reading.score / 100)
            readings.append(reading)
        return sorted(readings, key=lambda reading: (-reading.score, reading.number))

    def _rank_weight(self, unit: Unit) -> float:
        floor = self.weights.floor
        return unit.weight * (floor + (1 - floor) * self._index.rarity(unit))

    def _draft(
        self, number: int, analysis: Analysis, units: Sequence[Unit], weights: Sequence[float], reach: "Reach"
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

    def _reading(
        self, draft: "_Draft", analysis: Analysis, units: Sequence[Unit], favoured: bool, reach: "Reach"
    ) -> Reading:
        example, polarity = self._nearest_example(self._examples(draft.number), analysis, reach)
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
            explained=draft.explained,
            centrality=draft.centrality,
            unexplained=tuple(u for u, m in zip(units, draft.explained, strict=True) if m < EXPLAINED),
        )

    def _nearest_example(
        self, prepared: Sequence[_Prepared], analysis: Analysis, reach: "Reach"
    ) -> tuple[float, bool | None]:
        """The likeness of the nearest example, and yes or no by the nearest one that holds all of the question's names."""
        best, decisive, polarity = 0.0, 0.0, None
        asks = "yesno" in analysis.flags
        for example in prepared:
            near = reach.similarity(example) * example.share
            if (analysis.types and example.types & analysis.types) or (asks and example.polarity is not None):
                near += self.weights.same_type
            best = max(best, near)
            if asks and near > decisive and reach.names_in(example):
                decisive, polarity = near, example.polarity
        return best, polarity if decisive >= best - _DECISIVE else None

    def _examples(self, number: int) -> tuple[_Prepared, ...]:
        """A fact's examples, prepared on first use and kept: weights by rarity, equal ones once."""
        if number not in self._prepared:
            different: dict[tuple[frozenset[str], frozenset[str], bool | None], _Prepared] = {}
            for example in self._index.facts[number].examples:
                total = sum(self._load(weight, keys) for weight, keys in example.loads)
                prepared = _Prepared(example.keys, total, example.types, example.polarity, example.share)
                different.setdefault((prepared.keys, prepared.types, prepared.polarity), prepared)
            self._prepared[number] = tuple(different.values())
        return self._prepared[number]

    def _core(self, number: int) -> tuple[tuple[str, float], ...]:
        """The keys in many of a fact's examples, weighed by how many and by how much they tell."""
        if number not in self._cores:
            frequency = self._index.facts[number].frequency
            self._cores[number] = tuple(
                (key, share * self._index.key_rarity(key)) for key, share in frequency.items() if share >= _CORE
            )
        return self._cores[number]

    def _load(self, weight: float, keys: Sequence[str]) -> float:
        """A unit's weight in an example, by rarity; names weigh less there than in the question."""
        rarity = max((self._index.key_rarity(key) for key in keys), default=1.0)
        load = weight * (self.weights.floor + (1 - self.weights.floor) * rarity)
        return load * self.weights.entity_in_example if keys and keys[0][0] == "@" else load


class Reach:
    """A question turned around: which of its units each feature key would explain, and how well."""

    def __init__(self, index: FactIndex[Any], units: Sequence[Unit], weights: Sequence[float]) -> None:
        self._by_key: dict[str, list[tuple[int, float]]] = {}
        self._names = [unit.keys for unit in units if unit.kind == "entity" and unit.weight >= 1.0]
        self._weights = weights
        self._total = sum(weights)
        self._places: list[list[tuple[str, float]]] = [list(index.reach(unit)) for unit in units]
        for place, reached in enumerate(self._places):
            for key, strength in reached:
                self._by_key.setdefault(key, []).append((place, strength))
        self._keys = frozenset(self._by_key)

    def central(self, place: int, frequency: Mapping[str, float]) -> float:
        """How central a unit is to a fact: the root of the share of examples that hold it."""
        share = max((frequency.get(key, 0.0) * strength for key, strength in self._places[place]), default=0.0)
        return float(share**0.5)

    def core(self, core: Sequence[tuple[str, float]]) -> float:
        """How much of a fact's core the question holds."""
        total = sum(weight for _, weight in core)
        if not total:
            return 1.0
        held = sum(
            weight * max((strength for _, strength in self._by_key[key]), default=0.0)
            for key, weight in core
            if key in self._by_key
        )
        return held / total

    def names_in(self, example: "_Prepared") -> bool:
        """Does the example hold each of the question's names itself?"""
        return all(any(key in example.keys for key in keys) for keys in self._names)

    def similarity(self, example: "_Prepared") -> float:
        """Weighted Dice coefficient of the question's units and the example's."""
        return self.likeness(example.keys, example.total)

    def likeness(self, keys: frozenset[str], total: float) -> float:
        """The same for a bare set of keys with its total weight."""
        shared_keys = keys & self._keys
        if not shared_keys:
            return 0.0
        matched: dict[int, float] = {}
        for key in shared_keys:
            for place, strength in self._by_key[key]:
                if strength > matched.get(place, 0.0):
                    matched[place] = strength
        shared = 0.0
        for place, strength in matched.items():
            shared += self._weights[place] * strength
        both = self._total + total
        return 2 * shared / both if both else 0.0


def type_fits(asked: frozenset[str], gives: frozenset[str]) -> bool:
    """Can a fact that gives these types answer a question that asks for those? Soft types fit any fact."""
    hard = asked & HARD_TYPES
    return not hard or any(gives & SATISFIED_BY.get(kind, {kind}) for kind in hard)

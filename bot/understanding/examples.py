"""The example questions of facts, prepared for comparing: as sets of keys with a total weight, equal ones once.

A fact's own examples and its attribute's templates are kept apart: templates serve many facts, so a question is held
against them once an attribute.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.features import Example, FactFeatures
from bot.understanding.index import FactIndex
from bot.understanding.reach import Reach
from bot.understanding.units import Analysis

_ITSELF = 0.97
"""An example this alike is the question itself, but for function words."""

_DECISIVE, _APART, _NAME_MISSING = 0.72, 0.15, 0.15
"""To decide yes or no an example must be this alike, and this much nearer than any to the contrary; each of the
question's names that it lacks takes it further away."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An example question as a set of keys with its total weight."""

    keys: frozenset[str]
    total: float
    types: frozenset[str]
    polarity: bool | None
    share: float


class ExampleShelf:
    """Prepares examples on first use and keeps them. `floor` and `name` weigh units as the scorer does."""

    def __init__(self, index: FactIndex[FactFeatures], floor: float, name: float) -> None:
        self._index = index
        self._floor, self._name = floor, name
        self._own: dict[int, tuple[Prepared, ...]] = {}
        self._templates: dict[frozenset[str], tuple[Prepared, ...]] = {}

    def own(self, number: int) -> tuple[Prepared, ...]:
        """A fact's own examples."""
        if number not in self._own:
            self._own[number] = self._prepared(self._index.facts[number], own=True)
        return self._own[number]

    def templates(self, number: int) -> tuple[Prepared, ...]:
        """The templates of a fact's attributes."""
        features = self._index.facts[number]
        if features.attributes not in self._templates:
            self._templates[features.attributes] = self._prepared(features, own=False)
        return self._templates[features.attributes]

    def _prepared(self, features: FactFeatures, *, own: bool) -> tuple[Prepared, ...]:
        different: dict[tuple[frozenset[str], frozenset[str], bool | None], Prepared] = {}
        for example in features.examples:
            if (example.share == 1.0) == own:
                one = Prepared(example.keys, self._total(example), example.types, example.polarity, example.share)
                different.setdefault((one.keys, one.types, one.polarity), one)
        return tuple(different.values())

    def _total(self, example: Example) -> float:
        return sum(self._load(weight, keys) for weight, keys in example.loads)

    def _load(self, weight: float, keys: Sequence[str]) -> float:
        """A unit's weight in an example, by rarity; names weigh less there than in the question."""
        rarity = max((self._index.key_rarity(key) for key in keys), default=1.0)
        load = weight * (self._floor + (1 - self._floor) * rarity)
        return load * self._name if keys and keys[0][0] == "@" else load


class Likeness:
    """The likeness of one question to the examples of facts."""

    def __init__(self, shelf: ExampleShelf, analysis: Analysis, reach: Reach, same_type: float) -> None:
        self._shelf = shelf
        self._types = analysis.types
        self._asks = "yesno" in analysis.flags
        self._reach = reach
        self._same_type = same_type
        self._by_templates: dict[int, float] = {}

    def nearest(self, number: int) -> tuple[float, bool | None, bool]:
        """The nearest example's likeness; yes or no, where one kind is clearly nearer; is one the question itself?"""
        best, said = self._nearest_template(number), {True: 0.0, False: 0.0}
        itself = False
        for example in self._shelf.own(number):
            near = self._near(example)
            best = max(best, near)
            if near >= _ITSELF and not itself:
                alike = self._reach.likeness(example.keys, example.total)
                itself = alike >= _ITSELF and not self._reach.names_missing(example.keys)
            if self._asks and example.polarity is not None:
                missing = self._reach.names_missing(example.keys)
                said[example.polarity] = max(said[example.polarity], near - self._same_type - _NAME_MISSING * missing)
        yes, no = said[True], said[False]
        clear = abs(yes - no) >= _APART and max(yes, no) >= _DECISIVE
        return best, yes > no if clear else None, itself

    def _nearest_template(self, number: int) -> float:
        templates = self._shelf.templates(number)
        known = self._by_templates.get(id(templates))
        if known is None:
            known = max((self._near(template) for template in templates), default=0.0)
            self._by_templates[id(templates)] = known
        return known

    def _near(self, example: Prepared) -> float:
        near = self._reach.likeness(example.keys, example.total) * example.share
        if (self._types and example.types & self._types) or (self._asks and example.polarity is not None):
            near += self._same_type
        return near

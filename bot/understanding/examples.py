"""The example questions of facts, prepared for comparing: as sets of keys with a total weight, equal ones once.

A fact's own examples and its attribute's templates are kept apart: templates serve many facts, so a question is held
against them once an attribute.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.understanding.features import Example, FactFeatures
from bot.understanding.index import FactIndex
from bot.understanding.reach import Reach
from bot.understanding.units import Analysis

_ITSELF = 0.97
"""An example this alike is the question itself, but for function words."""

_DECISIVE, _APART, _NAME_MISSING = 0.72, 0.15, 0.15
"""To decide yes or no an example must be this alike, and this much nearer than any to the contrary; each of the
question's names that it lacks takes it further away."""


def weighed(index: FactIndex[FactFeatures], floor: float, name: float) -> FactIndex[FactFeatures]:
    """The index with its facts' examples weighed, equal ones once, and without what they were weighed by.

    `floor` is what a unit weighs that all facts hold; `name` what a name weighs, which counts less than in a question.
    """

    def load(weight: float, keys: Sequence[str]) -> float:
        rarity = max((index.key_rarity(key) for key in keys), default=1.0)
        return weight * (floor + (1 - floor) * rarity) * (name if keys and keys[0][0] == "@" else 1.0)

    done: dict[int, Example] = {}
    for features in index.facts:
        for example in features.examples:
            if id(example) not in done:  # templates serve many facts
                total = sum(load(weight, keys) for weight, keys in example.loads)
                done[id(example)] = replace(example, loads=(), total=total)
    index.facts = tuple(
        replace(features, examples=_different(done[id(example)] for example in features.examples))
        for features in index.facts
    )
    return index


def _different(examples: Iterable[Example]) -> tuple[Example, ...]:
    kept: dict[tuple[frozenset[str], frozenset[str], bool | None, bool], Example] = {}
    for example in examples:
        kept.setdefault((example.keys, example.types, example.polarity, example.share == 1.0), example)
    return tuple(kept.values())


class ExampleShelf:
    """The examples of an index, a fact's own apart from the templates of its attributes."""

    def __init__(self, index: FactIndex[FactFeatures]) -> None:
        self._index = index
        self._templates: dict[frozenset[str], tuple[Example, ...]] = {}

    def own(self, number: int) -> Iterator[Example]:
        """A fact's own examples."""
        return (example for example in self._index.facts[number].examples if example.share == 1.0)

    def templates(self, number: int) -> tuple[Example, ...]:
        """The templates of a fact's attributes, the same tuple for facts with the same ones."""
        features = self._index.facts[number]
        if features.attributes not in self._templates:
            self._templates[features.attributes] = tuple(e for e in features.examples if e.share != 1.0)
        return self._templates[features.attributes]


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

    def _near(self, example: Example) -> float:
        near = self._reach.likeness(example.keys, example.total) * example.share
        if (self._types and example.types & self._types) or (self._asks and example.polarity is not None):
            near += self._same_type
        return near

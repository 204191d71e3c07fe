"""Which side of a deal an utterance asks for, whether or not a fact tells it.

An attribute recognised that no fact in question holds is the best ground for "the sources don't say". Attributes are
found like facts are: by keys (their cues) and by example questions (their templates), with names left out.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.facts.model import Attribute
from bot.understanding.readings.bymeaning import ByMeaning
from bot.understanding.readings.examples import Examples, TypeBits, different
from bot.understanding.readings.features import FeatureBuilder
from bot.understanding.readings.gathered import Gathered, Numbers, Strengths
from bot.understanding.readings.postings import Postings, strongest
from bot.understanding.readings.rarity import Rarity
from bot.understanding.readings.reaching import explained, reach
from bot.understanding.utterance.answertypes import HARD_TYPES, SATISFIED_BY
from bot.understanding.utterance.units import Analysis, Unit

_NEAR = 12
_REMEMBERED = 2_000
"""As many units are remembered with what speaks for which attribute; some 2 MB."""

_TELLING = 3
_COVER, _EXAMPLE, _ASKS = 0.6, 0.4, 0.08
_FLOOR = 0.3
_SPEAKS = 0.35
_SAYS, _NEARLY = 0.59, 0.5
"""How surely a word must stand for an attribute to name it, and how near it must come to the one most spoken for."""


@dataclass(frozen=True, slots=True)
class AttributeReading:
    """An attribute that an utterance asks for, with how well it explains the words that aren't names (0 to 1)."""

    attribute: str
    score: float


class AttributeFinder:
    """Finds attributes by their cues and templates.

    `bare` are concepts that only say what kind of answer is asked for ("which *year*"): they name no attribute.
    """

    def __init__(self, attributes: Mapping[str, Attribute], builder: FeatureBuilder, bare: Iterable[str] = ()) -> None:
        self._bare = frozenset(bare)
        self._names = tuple(attributes)
        self._places = {name: place for place, name in enumerate(attributes)}
        self._last: tuple[Analysis, Strengths] | None = None
        self._cues = Postings(builder.cue_keys(name) for name in attributes)
        self._rarity = Rarity(self._cues.spread, len(self._names))
        self._bits = TypeBits()
        self._templates = Examples(
            [different(builder.template_examples(name)) for name in attributes], lambda _weight, _keys: 1.0, self._bits
        )
        held = Gathered()
        for keys in self._templates.without_rows():
            held.add_all(keys)
        self._held = Postings(held)
        self._glances = ByMeaning(self._glance, _REMEMBERED)
        self._asks = np.array([self._bits.of(one.asks) for one in attributes.values()], np.uint64)

    def is_telling(self, unit: Unit) -> bool:
        """Does a unit speak for one or two attributes only, as "telephone number" does?"""
        return any(1 <= self._cues.spread(key) <= _TELLING for key in unit.keys if key[0] != "~")

    def spoken_for(self, unit: Unit, own: Collection[str]) -> tuple[bool, bool]:
        """Does a unit speak for one of the attributes in `own`, and does it for any other?"""
        held = self._glances(unit)[0] >= _SPEAKS
        names = {self._names[number] for number in np.nonzero(held)[0]}
        return not names.isdisjoint(own), bool(names.difference(own))

    def named_by(self, unit: Unit) -> frozenset[str]:
        """The attributes that a word stands for, and for none more than for them."""
        spoken = self._glances(unit)[0]
        least = max(_SAYS, float(spoken.max(initial=0.0)))
        return frozenset(self._names[number] for number in np.nonzero(spoken >= least)[0])

    def speaks(self, analysis: Analysis, attribute: str) -> bool:
        """Do words of the question speak for an attribute that can be so asked for, nearly as much as for any other?"""
        place = self._places.get(attribute)
        hard = analysis.types & HARD_TYPES
        if place is None or (hard and not self._asks[place] & self._wanted(hard)):
            return False
        scores = self.scores(analysis)
        speaking = [unit for unit in analysis.contents if self._bare.isdisjoint(unit.keys)]
        cue = max((float(self._glances(unit)[0][place]) for unit in speaking), default=0.0)
        return cue >= _SAYS and bool(scores[place] >= _NEARLY * scores.max())

    def scores(self, analysis: Analysis) -> Strengths:
        """How well each attribute explains what isn't a name, 0 to 1; a cue shared by many attributes says less."""
        known = self._last
        if known and known[0] is analysis:
            return known[1]
        scores = self._scores(analysis.contents, analysis.types)
        self._last = analysis, scores
        return scores

    def _scores(self, units: Sequence[Unit], types: frozenset[str]) -> Strengths:
        cover = np.zeros(len(self._names), np.float32)
        if not units or not self._names:
            return cover
        weights = [unit.weight * (_FLOOR + (1 - _FLOOR) * self._rarity.of(unit)) for unit in units]
        shared = np.zeros(len(self._templates), np.float32)
        for unit, weight in zip(units, weights, strict=True):
            spoken, numbers, strengths = self._glances(unit)
            cover += np.float32(weight) * spoken
            shared[numbers] += np.float32(weight) * strengths
        likeness = self._templates.best(self._templates.likeness(shared, sum(weights)))
        wanted = self._wanted(types)
        score = _COVER * cover / np.float32(sum(weights) or 1.0) + _EXAMPLE * likeness
        score += _ASKS * ((self._asks & wanted) != 0)
        return np.where(cover > 0, score, np.float32(0))

    def _glance(self, unit: Unit) -> tuple[Strengths, Numbers, Strengths]:
        """How well each attribute's cues explain a unit; which templates hold it, and how well."""
        held = strongest(self._held, reach(unit))
        numbers = np.flatnonzero(held)
        return explained(self._cues, unit), numbers, held[numbers]

    def _wanted(self, types: Iterable[str]) -> np.uint64:
        """The bits of the kinds of answer that fulfil any of those asked for."""
        return self._bits.known(given for kind in types for given in SATISFIED_BY.get(kind, {kind}))

    def readings(self, analysis: Analysis) -> list[AttributeReading]:
        """The attributes that an utterance speaks for, best first."""
        score = self.scores(analysis)
        held = np.nonzero(score)[0]
        best = held[np.argsort(-score[held], kind="stable")[:_NEAR]]
        return [AttributeReading(self._names[number], float(score[number])) for number in best]

    def sides(self, analysis: Analysis, own: set[str]) -> tuple[float, float]:
        """How strongly the best of the given attributes speaks for the question, and how strongly the best other."""
        readings = self.readings(analysis)
        mine = next((reading.score for reading in readings if reading.attribute in own), 0.0)
        other = next((reading.score for reading in readings if reading.attribute not in own), 0.0)
        return mine, other


def places_of(attributes: Iterable[str]) -> dict[str, int]:
    """Where each attribute stands among the scores."""
    return {name: place for place, name in enumerate(attributes)}

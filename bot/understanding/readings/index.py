"""All facts as arrays over feature keys, so that a question is held against all of them at once.

One table of postings over everything that has keys: what a fact holds, what the other facts of its deal hold (its
theme), how usual a key is in its examples, the examples and the attributes' templates. Gaps (what people ask and the
sources don't tell) stand behind the facts and are recognised in the same way.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Self

import numpy as np

from bot.understanding.readings.altered import altered
from bot.understanding.readings.bythings import ByThing
from bot.understanding.readings.examples import (
    ITSELF,
    Bits,
    Examples,
    Nearest,
    TypeBits,
    different,
    greatest,
    padded,
)
from bot.understanding.readings.features import FactFeatures
from bot.understanding.readings.gathered import Gathered, Numbers, Strengths
from bot.understanding.readings.heldnames import missing_names, strange_names
from bot.understanding.readings.intake import Intake
from bot.understanding.readings.layout import Look, Parts
from bot.understanding.readings.load import Load, Softness
from bot.understanding.readings.odds import Odds
from bot.understanding.readings.polar import Flags
from bot.understanding.readings.postings import Postings, Relations, Widened
from bot.understanding.readings.rarity import Rarity
from bot.understanding.readings.reaching import explained, reach
from bot.understanding.readings.shortlist import Shortlist
from bot.understanding.utterance.units import TELLING, Analysis, Unit

_LEAVING_OUT = "!except"
"""What is left out of a list is seen to where it is told."""

_FEW, _CLOSING = 10.0, 1.5
"""From this many examples of its own a fact listens less to related words, and how much less."""

_ALIKE = 0.5
"""Below this likeness an example decides nothing."""

MANY = 50_000
"""With more examples than these a question is held against a shortlist of facts."""


class FactIndex:
    """Facts, then gaps, by number. `rarity` is 0 for a key that all facts hold, 1 for one that none or one holds."""

    def __init__(
        self,
        facts: Iterable[FactFeatures],
        gaps: Iterable[FactFeatures],
        related: Relations,
        softness: Softness,
        attributes: Mapping[str, int],
        many: int = MANY,
    ) -> None:
        taken = Intake()
        for fact in facts:
            taken.take(fact)
        self.told = len(taken.profiles)
        for gap in gaps:
            taken.take(gap, gap=True)
        taken.close()
        self.profiles = tuple(taken.profiles)
        self.facts = self.profiles[: self.told]
        self.number_of = {one.fact.id: number for number, one in enumerate(self.facts)}
        self.numbers: Numbers = np.arange(len(self.profiles), dtype=np.int32)
        self.rarity = Rarity(taken.held.spreads(self.told).get, self.told)
        bits, load = TypeBits(), Load(self.rarity, softness)
        self._bits = bits
        self._own = Examples(taken.examples, load, bits)
        taken.examples.clear()  # they are many, and gone once their keys stand in the table
        asked = [one.asked for one in self.profiles]
        self.odds = Odds(taken.counts, asked, by_fact=len(self._own) > many)
        self._templates = Examples([different(kept) for kept in taken.templates.values()], load, bits)
        self._share = next((example.share for kept in taken.templates.values() for example in kept), 0.0)
        self._gives: Bits = np.array([bits.of(one.gives) for one in self.profiles], np.uint64)
        named = {name: place for place, name in enumerate(taken.templates)}
        self._templated = padded([[named[name] for name in names] for names in taken.attributes], len(named))
        sides = [[attributes[name] for name in one.attributes if name in attributes] for one in self.profiles]
        self._sides = padded(sides, len(attributes))
        self._related = related
        self._lay_out(taken, many)

    def _lay_out(self, taken: Intake, many: int) -> None:
        every, themes = len(self.profiles), taken.themes
        numbers = {deal: number for number, deal in enumerate(themes)}
        homes = [numbers[one.fact.deal] for one in self.facts]
        self._deal: Numbers = np.array(homes + [len(themes)] * (every - self.told), np.int32)
        self._parts = Parts.of(every, len(themes) + 1, every, len(self._own))
        held = taken.held
        for theme in (*themes.values(), {}):
            held.add(theme)
        large = len(self._own) > many
        self._shortlist = self._shortlisted(held, numbers) if large else None
        held.take(taken.usual)
        for keys in self._own.without_rows():
            held.add_all(keys)
        opened = np.array([min(1.0, (_FEW / max(one.asked, 1)) ** _CLOSING) for one in self.profiles], np.float32)
        closed = np.zeros(len(themes) + 1, np.float32)
        self._openness: Strengths = np.concatenate([opened, closed, opened, np.repeat(opened, self._own.sizes)])
        table = Postings(held)
        self._table = Widened(table, self._related, self._openness)
        templates = Gathered()
        for keys in self._templates.without_rows():
            templates.add_all(keys)
        open_ = np.ones(len(self._templates), np.float32)
        self._asked_like = Widened(Postings(templates), self._related, open_)
        self._by_thing = ByThing(held) if large else None

    def _shortlisted(self, held: Gathered, numbers: Mapping[str, int]) -> Shortlist:
        """A shortlist by deals: those with facts by their number, then those that only have gaps."""
        deals = dict(numbers)
        homes = [deals.setdefault(one.fact.deal, len(deals)) for one in self.profiles]
        return Shortlist(held, [*homes, *range(len(numbers)), len(deals)], len(homes))

    def __len__(self) -> int:
        return len(self.numbers)

    def part(self, units: Sequence[Unit], weights: Sequence[float], favoured: Sequence[int] = ()) -> Self:
        """What these units are held against: all facts, or of very many those that share most with them.

        Its facts are numbered anew; `numbers` are those that they have in the whole.
        """
        if self._shortlist is None or self._by_thing is None:
            return self
        reached = [reach(unit) for unit in units]
        numbers = self._shortlist.choose(reached, weights, favoured)
        own, examples = self._own.only(numbers)
        deals, deal = np.unique(self._deal[numbers], return_inverse=True)
        parts = self._parts
        places = (numbers, parts.themes.start + deals, parts.usual.start + numbers, parts.own.start + examples)
        things = np.concatenate(places)
        keys = {key for pairs in reached for key, _ in pairs}
        wanted = [*keys, *(near for key in keys for near in self._related.get(key, ()))]
        return altered(
            self,
            numbers=numbers,
            told=int(np.searchsorted(numbers, self.told)),
            odds=self.odds.only(numbers),
            _own=own,
            _gives=self._gives[numbers],
            _templated=self._templated[:, numbers],
            _sides=self._sides[:, numbers],
            _deal=deal,
            _parts=Parts.of(len(numbers), len(deals), len(numbers), len(examples)),
            _table=Widened(self._by_thing.only(things, wanted), self._related, self._openness[things]),
        )

    def places(self, numbers: Numbers) -> Numbers:
        """Where the facts of these numbers in the whole, in ascending order, stand in this part."""
        if len(self.numbers) == len(self.profiles):
            return numbers
        at = np.searchsorted(self.numbers, numbers)
        here: Numbers = at[self.numbers.take(at, mode="clip") == numbers]
        return here

    def look(self, units: Sequence[Unit], weights: Sequence[float], *, asks: bool = True) -> Look:
        """All facts as these units see them; `weights` are those that count among examples.

        Without `asks` nothing is asked for yes or no, and what decides that isn't worked out.
        """
        parts = self._parts
        match = np.zeros((len(units), len(self)), np.float32)
        central = np.zeros_like(match)
        own, templates = np.zeros(len(self._own), np.float32), np.zeros(len(self._templates), np.float32)
        least, turns = np.ones_like(own), np.ones_like(own)
        for place, (unit, weight) in enumerate(zip(units, weights, strict=True)):
            keys = reach(unit)
            reached = self._table.best(keys)
            match[place] = self._match(unit, reached)
            np.sqrt(reached[parts.usual], out=central[place])
            examples = reached[parts.own]
            if asks and unit.says and unit.kind in TELLING:
                np.minimum(least, examples, out=least)
            elif asks and unit.kind == "operator" and _LEAVING_OUT not in unit.keys:
                np.minimum(turns, examples, out=turns)
            own += np.multiply(examples, np.float32(weight), out=examples)  # last: it is no longer what was reached
            templates += self._asked_like.best(keys) * np.float32(weight)
        total = sum(weights)
        likeness = self._own.likeness(own, total), self._templates.likeness(templates, total)
        return Look(match, central, *likeness, least, turns, total)

    def _match(self, unit: Unit, reached: Strengths) -> Strengths:
        """How well each fact's keys, or else its deal's theme, explain a unit, 0 to 1."""
        parts = self._parts
        if unit.parts:  # the pieces of a compound explain it together
            reached = explained(self._table, unit)
        return np.maximum(reached[parts.held], reached[parts.themes][self._deal])

    def nearest(self, look: Look, analysis: Analysis, units: Sequence[Unit], same_type: float) -> Nearest:
        """Each fact's nearest example; `same_type` is what one gains that asks for the same kind of answer."""
        asks, types, gain = "yesno" in analysis.flags, self._bits.known(analysis.types), np.float32(same_type)
        alike = self._own.alike(types, asks=asks)
        near = look.own + gain * alike
        votes = self._own.votes(near)
        best = self._own.best(near)
        templates = look.templates * np.float32(self._share) + gain * self._templates.alike(types, asks=asks)
        best = np.maximum(best, greatest(self._templates.best(templates), self._templated))
        equal = look.own >= ITSELF
        if asks or analysis.types:  # "who signed" isn't "where was it signed"
            equal &= alike
        if not asks and not equal.any():
            return Nearest(best, np.zeros(len(best), np.bool_), votes)
        postings, examples = self._table.postings, self._parts.own
        missing = missing_names(postings, examples, units)
        own, polar = self._own, self._own.polar
        named = [frozenset(u.keys) for u in units if u.kind == "entity"]
        here = polar.places
        equal[here[polar.strangers(named, equal[here])]] = False
        if not asks:
            return Nearest(best, self._itself(look, equal, missing), votes)
        names = missing, strange_names(postings, examples, own.named, units)
        decided = polar.deciding(look, analysis, units, *names, own.share(look.own, look.total))
        turned = polar.reversed(named, (look.own[here] > _ALIKE) & (equal[here] | (decided > 0)))
        equal[here[turned]] = False
        decided[turned] = 0
        itself = self._itself(look, equal, missing)
        return Nearest(best, itself, votes, own.said(decided, yes=True), own.said(decided, yes=False))

    def _itself(self, look: Look, equal: Flags, missing: Strengths) -> Flags:
        """Of which facts an example is the question itself, by which ones equal it."""
        equal &= missing == 0
        if not equal.any():
            return np.zeros(len(self), np.bool_)
        itself: Flags = self._own.best(np.where(equal, look.own, np.float32(0))) > 0
        return itself

    def fits(self, kinds: Iterable[str]) -> Flags:
        """Which facts give one of these kinds of answer."""
        fits: Flags = (self._gives & self._bits.known(kinds)) != 0
        return fits

    def by_attribute(self, scores: Strengths) -> Strengths:
        """For each fact the best score of its attributes."""
        return greatest(scores, self._sides)

"""What is told of two subjects that are compared: "the import programme or the UK deal", "Bergen and Novgorod".

Where a comparative asks for a figure ("longer", "more brands"), each side's figure of that kind is told, and if only
one side has it, the other is named as lacking. Else the same side of both deals is told, or what each of them is; of
two who aren't deals, see `portraits`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.facts.model import Knowledge
from bot.facts.tells import Tells
from bot.understanding.deals.finders import DealFinders
from bot.understanding.deals.subjects import Subjects
from bot.understanding.judging.candidate import Candidate, Limits
from bot.understanding.judging.oneside import AGE, Side, Sides, counts, fitting, is_about, pair, said_of, tells
from bot.understanding.judging.withouttheme import WithoutTheme
from bot.understanding.readings.matching import Matching
from bot.understanding.readings.scoring import Reading, Scorer
from bot.understanding.utterance.answertypes import MEASURED
from bot.understanding.utterance.hearing import Hearing
from bot.understanding.utterance.units import Analysis, Unit

Confidence = Callable[[Analysis, Sequence[Reading], Sequence[Reading]], float]
"""How surely the chosen ones of some readings answer a question."""

_BOTH = 0.95
"""How well one fact must hold both subjects to compare them itself."""

_CENTRAL = 0.1
"""How usual the comparative must be in questions for that fact."""

_LOOKED_AT, _NEARLY = 8, 0.7
_MOST = 2
_SURELY = 0.6
"""How well a figure must explain each word that is said of both sides to stand without the other side's."""


class TwoSubjects:
    """Reads both sides of a comparison."""

    def __init__(
        self,
        scorer: Scorer,
        hearing: Hearing,
        matching: Matching,
        deals: DealFinders,
        knowledge: Knowledge,
        confidence: Confidence,
    ) -> None:
        self._scorer = scorer
        self._finder = deals.subjects
        self._joints = hearing.joints
        self._comparatives = hearing.comparatives
        self._attributes = matching.attributes
        self._overviews = frozenset(knowledge.telling(Tells.OVERVIEW))
        self._existence = frozenset(knowledge.telling(Tells.EXISTENCE))
        self._portraits = deals.portraits
        self._bare = WithoutTheme(scorer, deals.portraits, matching.index.number_of)
        self._confidence = confidence

    def read(self, candidate: Candidate, limits: Limits) -> Sides | None:
        """What is told of each subject, where two are compared that no one fact holds; else None."""
        analysis, best = candidate.merged.analysis, candidate.readings[0]
        compares = "compare" in analysis.flags
        if "yesno" in analysis.flags or len(analysis.asking) > 1:
            return None
        figure = self._comparatives.found(analysis.text)
        if not figure and not compares:
            return None
        joint = self._joints.compared if compares else self._joints.either
        found = self._finder.parted(analysis, self._joints.contrast)
        found = found or (self._finder.parted(analysis, joint) if compares else None)
        found = found or self._finder.find(analysis, joint)
        if found is None and figure is None:  # "JD vs Alibaba": what is said of both is read elsewhere
            found = self._finder.find(analysis, self._joints.contrast)
            found = found if found and self._portraits.bare(analysis, self._portraits.apart(found)) else None
        if found is None:
            return None
        both = {unit.start for unit in (*found.left, *found.right)}
        rows = zip(analysis.units, best.explained, strict=False)
        held = all(m >= _BOTH for unit, m in rows if unit.start in both)
        if held and (figure is None or tells(best, figure[0])):  # a list of both doesn't tell who "was first"
            return self._bare.spoken_of(candidate, found, figure[1] if figure else None)
        if figure is None:
            apart = self._portraits.apart(found)
            sides = self._both(candidate, found, found.shared, None)
            told = self._texts(analysis, sides, limits)
            return told or (self._bare.of_each(candidate, apart) if self._portraits.bare(analysis, apart) else None)
        kind, start, end = figure
        if self._compares_itself(best, found, start, analysis):
            return Sides((best,))
        shared = tuple(unit for unit in found.shared if unit.start != start)
        sides = self._both(candidate, found, shared, kind)
        counted = [unit for unit in shared if unit.start > end and not analysis.text[end : unit.start].strip()]
        told = self._figures(sides, kind, frozenset(unit.start for unit in counted if unit.says), limits)
        bare = self._portraits.apart(replace(found, shared=shared))
        if self._portraits.bare(replace(analysis, types=frozenset()), bare) and not _same_side(told):
            return Sides((), (*bare.left, *bare.right))  # "who is bigger?": a purchase and a programme aren't compared
        return told or (self._bare.spoken_of(candidate, found, start) if held else None)

    def only(self, unit: Unit) -> bool:
        """Does a unit only say that something is compared?"""
        return self._finder.compares(unit)

    def speaks_of_both(self, reading: Reading, left: tuple[Unit, ...], right: tuple[Unit, ...]) -> bool:
        """Does a fact's own sentence name both and compare them?"""
        fact = reading.features.fact
        compares = self._portraits.says_of(fact, self._finder.comparing)
        return compares and self._portraits.speaks_of_both(fact, Subjects(left, right, ()))

    def _compares_itself(self, best: Reading, found: Subjects, comparative: int, analysis: Analysis) -> bool:
        """Does the best fact say of both what the comparative asks ("almost as *big* as"), in so many words?"""
        rows = zip(analysis.units, best.explained, best.centrality, strict=False)
        asked = any(unit.start == comparative and m >= _BOTH and c >= _CENTRAL for unit, m, c in rows)
        return asked and self._portraits.speaks_of_both(best.features.fact, found)

    def _both(
        self, candidate: Candidate, found: Subjects, shared: tuple[Unit, ...], kind: str | None
    ) -> tuple[Side, Side]:
        """What both sides have; two of one deal are told apart by their names."""
        left, right = self._finder.deals(found.left), self._finder.deals(found.right)
        one_deal = bool(left) and left == right
        one = self._side(candidate, found.left, shared, kind, one_deal=one_deal)
        return one, self._side(candidate, found.right, shared, kind, one_deal=one_deal)

    def _side(
        self,
        candidate: Candidate,
        subject: tuple[Unit, ...],
        shared: tuple[Unit, ...],
        kind: str | None,
        *,
        one_deal: bool,
    ) -> Side:
        """What a side has, read as if only that had been asked for."""
        analysis = candidate.merged.analysis
        bare = not any(unit.says for unit in shared)
        types = frozenset({kind}) if kind else frozenset[str]() if bare else analysis.types
        flags = analysis.flags - {"compare"} | ({"summary"} if bare and not kind else set())
        side = replace(analysis, units=(*subject, *shared), types=types, flags=flags, focus=())
        readings = self._scorer.readings(side, (*side.units, *candidate.merged.inherited))
        own = frozenset() if one_deal else self._finder.deals(subject, entities=bare and not kind)
        if own and (party := self._finder.having(subject)):
            own &= party  # "the Safe.Shop label" is no other's brand
        about = [reading for reading in readings if is_about(reading, subject, own, surely=kind is not None)]
        if kind == AGE:
            about = [reading for reading in about if reading.features.attributes & self._existence]
        if not analysis.types & MEASURED:  # a rival's deal may mention it, too
            party = self._finder.having(subject)
            about = [reading for reading in about if reading.features.fact.deal in party] or about
        return Side(subject, side, tuple(about[:_LOOKED_AT]))

    def _figures(self, sides: Sequence[Side], kind: str, counted: frozenset[int], limits: Limits) -> Sides | None:
        """The figure of each side, or of the one that has it; `counted` is where what is to be counted stands."""
        one, other = (fitting(side, kind, counted) for side in sides)
        if one and other:
            both = pair(one, other)
            if len(both) < _MOST or both[0].features.attributes & both[1].features.attributes:
                return Sides(both)
            one = [reading for reading in one if self._as_said(sides[0], reading)]
            other = [reading for reading in other if self._as_said(sides[1], reading)]
            if one and other:
                return Sides(pair(one, other))
        having, lacking = sides if one else sides[::-1]
        best = next(iter(one or other), None)
        if best is None or best is not having.readings[0] or min(said_of(having, best), default=0) < _SURELY:
            return None
        alike = (one for one in lacking.readings if one.features.fact.attribute == best.features.fact.attribute)
        if beside := next(alike, None):  # "on Monday" is no date to compare, but it is told
            return Sides((best, beside) if having is sides[0] else (beside, best))
        told = any(self._attributes.speaks(having.analysis, name) for name in best.features.attributes)
        sure = self._confidence(having.analysis, [best], having.readings) >= limits.acceptance.least
        names = tuple(unit for unit in lacking.subject if unit.kind == "entity")
        return Sides((best,), names) if told and sure and names else None

    def _as_said(self, side: Side, reading: Reading) -> bool:
        """Does a fact tell a figure of what is said in so many words ("which was *founded* earlier")?"""
        rows = zip(side.analysis.units, reading.explained, strict=False)
        telling = (m for u, m in rows if u.says and u not in side.subject and self._attributes.spoken_for(u, ())[1])
        return all(match >= _SURELY for match in telling)

    def _texts(self, asked: Analysis, sides: Sequence[Side], limits: Limits) -> Sides | None:
        """What is told of each side: the same side of both deals if there is one; or what each deal is."""
        told, sure = [], True
        for side in sides:
            held = tuple(one for one in side.readings if counts(asked, side.analysis.units, one))
            if "summary" in side.analysis.flags:
                if not self._finder.deals(side.subject, entities=True):
                    return None
                held = tuple(reading for reading in held if reading.features.attributes & self._overviews)
            confidence = self._confidence(side.analysis, held[:1], held) if held else 0.0
            if confidence < limits.side:
                return None
            sure = sure and confidence >= limits.acceptance.least
            told.append([reading for reading in held if reading.score >= _NEARLY * held[0].score])
        both = pair(*told)
        alike = frozenset.intersection(*(reading.features.attributes for reading in both))
        return Sides(both) if alike and sure else None


def _same_side(sides: Sides | None) -> bool:
    """Do both facts tell the same side of what they are about?"""
    attributes = [reading.features.fact.attribute for reading in sides.readings] if sides else []
    return len(attributes) > 1 and len(set(attributes)) == 1

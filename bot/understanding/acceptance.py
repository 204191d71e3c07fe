"""Whether the best reading is good enough to be said: evidence for and against, weighed into one confidence.

Fuzzy likeness is evidence, not permission: what a reading leaves unexplained, a name or number that it doesn't hold and
a kind of answer that it can't give weigh against it, however alike the words are. The weights are those of a logistic
regression on the questions kept for tuning; they are few and the same for all facts and languages.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from math import exp, inf

from bot.understanding.answertypes import HARD_TYPES
from bot.understanding.scoring import EXPLAINED, Reading
from bot.understanding.units import Analysis, Unit

WEAK = 0.6
"""A unit matched less than this is explained only by relation or by the deal's other facts."""


@dataclass(frozen=True)
class Evidence:
    """What speaks for and against stating the chosen readings; shares are of the question's own weight."""

    likeness: float
    coverage: float
    left_cues: float
    left_words: float
    left_others: float
    left_theme: float
    left_names: float
    left_numbers: float
    weak: float
    wrong_type: float
    narrow_margin: float
    other_side: float
    own_side: float
    central: float
    odds: float
    gap_odds: float
    score: float
    largest_left: float
    hard_type: float
    least_central: float
    best_central: float
    alien: float
    focus: float
    focus_central: float
    yesno: float
    gap: float
    nameless: float
    nameless_left: float
    sparse: float
    inherited: float
    bare: float
    strange: float
    votes: float
    gap_votes: float
    gap_like: float


SHIFTING = frozenset({"except", "other_one", "exact", "most", "also", "only", "between", "more_than", "less_than"})
"""Operators that ask for something else than what a fact says, unless its own examples ask with them."""


@dataclass(frozen=True)
class Gap:
    """The unanswered questions nearest to a question: the score of the best, the odds of the most telling."""

    score: float = 0.0
    odds: float = -inf
    votes: float = 0.0
    likeness: float = 0.0


@dataclass(frozen=True)
class Acceptance:
    """The weights of the evidence and the confidence from which a reading is stated."""

    weights: Evidence = Evidence(
        likeness=-0.12,
        coverage=0.53,
        left_cues=0.13,
        left_words=1.68,
        left_others=-0.01,
        left_theme=-0.35,
        left_names=-4.39,
        left_numbers=-1.34,
        weak=-1.49,
        wrong_type=-0.61,
        narrow_margin=-1.11,
        other_side=-1.37,
        own_side=-1.9,
        central=1.82,
        odds=-0.01,
        gap_odds=-0.39,
        score=3.56,
        largest_left=-0.65,
        hard_type=0.03,
        least_central=-1.04,
        best_central=0.21,
        alien=1.14,
        focus=2.46,
        focus_central=1.81,
        yesno=-0.12,
        gap=-2.88,
        nameless=-0.75,
        nameless_left=-1.83,
        sparse=-2.15,
        inherited=0.5,
        bare=-0.24,
        strange=-0.31,
        votes=0.06,
        gap_votes=-1.43,
        gap_like=0.66,
    )
    constant: float = -3.72
    least: float = 0.48

    def confidence(self, evidence: Evidence) -> float:
        """0 to 1: how likely the chosen readings answer the question."""
        total = self.constant
        for entry in fields(Evidence):
            total += getattr(self.weights, entry.name) * getattr(evidence, entry.name)
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))


def gather(
    analysis: Analysis,
    chosen: Sequence[Reading],
    readings: Sequence[Reading],
    is_cue: Callable[[Unit], bool],
    *,
    inherited: bool,
    sides: tuple[float, float],
    gap: Gap,
) -> Evidence:
    """The evidence on the chosen readings of a question."""
    best = chosen[0]
    matches = [max(reading.explained[place] for reading in chosen) for place in range(len(analysis.units))]
    total = sum(unit.weight for unit in analysis.units) or 1.0
    left = {
        "left_theme": 0.0,
        "left_cues": 0.0,
        "left_words": 0.0,
        "left_others": 0.0,
        "left_names": 0.0,
        "left_numbers": 0.0,
    }
    weak = 0.0
    for unit, match in zip(analysis.units, matches, strict=True):
        if match < EXPLAINED:
            left[_kind(unit, is_cue, in_theme=match > 0.0)] += unit.weight / total
        elif match < WEAK:
            weak += unit.weight / total
    places = [n for n, unit in enumerate(analysis.units) if unit.kind != "entity" and unit.weight >= _TELLING]
    contents = [analysis.units[place] for place in places]
    central = [max(reading.centrality[place] for reading in chosen) for place in places]
    nameless = 0.0 if inherited or analysis.names else 1.0
    rival = next((r for r in readings if r not in chosen), None)
    margin = best.score - rival.score if rival else 30.0
    return Evidence(
        likeness=best.example,
        coverage=sum(u.weight * m for u, m in zip(analysis.units, matches, strict=True)) / total,
        weak=weak,
        wrong_type=0.0 if best.type_fits else 1.0,
        narrow_margin=max(0.0, 1.0 - margin / 15.0),
        other_side=max(0.0, min(1.0, sides[1] - sides[0])),
        own_side=min(1.0, sides[0]),
        central=best.central,
        odds=max(reading.odds for reading in chosen) / _ODDS,
        gap_odds=max(-_MOST_ODDS, min(_MOST_ODDS, (gap.odds - best.odds) / _ODDS)),
        score=best.score / 100,
        largest_left=max((u.weight for u, m in zip(analysis.units, matches, strict=True) if m < EXPLAINED), default=0.0)
        / total,
        best_central=max(central, default=0.5),
        least_central=min(central, default=1.0),
        alien=sum(u.weight for u, c in zip(contents, central, strict=True) if c < _ALIEN) / total,
        focus=sum(matches[place] for place in analysis.focus) / len(analysis.focus) if analysis.focus else 0.8,
        focus_central=max(max(reading.centrality[place] for reading in chosen) for place in analysis.focus)
        if analysis.focus
        else 0.5,
        hard_type=1.0 if analysis.types & HARD_TYPES else 0.0,
        yesno=1.0 if "yesno" in analysis.flags else 0.0,
        gap=max(0.0, min(_MOST_GAP, (gap.score - best.score) / 100 + _MOST_GAP / 2)),
        nameless=nameless,
        nameless_left=nameless * sum(left.values()),
        sparse=1.0 if best.features.asked <= _SPARSE else 0.0,
        inherited=1.0 if inherited else 0.0,
        bare=1.0 if total < _BARE else 0.0,
        strange=1.0 if any((analysis.flags & SHIFTING) - reading.features.operators for reading in chosen[:1]) else 0.0,
        votes=sum(reading.votes for reading in chosen),
        gap_votes=gap.votes,
        gap_like=max(-0.5, min(0.5, gap.likeness - best.example)),
        **left,
    )


_BARE = 2.0
_ODDS, _MOST_ODDS = 5.0, 2.0
_MOST_GAP = 0.8
"""How far the lead of an unanswered question over the best fact counts, from half this behind to half this ahead."""

_SPARSE = 10
"""A fact with at most this many example questions of its own is met more seldom word for word."""

_TELLING = 0.5
_ALIEN = 0.15


def _kind(unit: Unit, is_cue: Callable[[Unit], bool], *, in_theme: bool) -> str:
    """Which evidence a unit left unexplained is: one that the deal's other facts hold asks for another side of it."""
    if unit.kind == "entity":
        return "left_names"
    if unit.kind == "number":
        return "left_numbers"
    if in_theme:
        return "left_theme"
    if is_cue(unit):
        return "left_cues"
    return "left_words" if unit.kind == "word" else "left_others"

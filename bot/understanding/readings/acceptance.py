"""Whether the best reading is good enough to be said: evidence for and against, weighed into one confidence.

Fuzzy likeness is evidence, not permission: what a reading leaves unexplained, a name or number that it doesn't hold and
a kind of answer that it can't give weigh against it, however alike the words are. The weights are those of a logistic
regression on the questions kept for tuning, in which nothing that speaks against may count in favour nor the other way
round; they are few and the same for all facts and languages. Words left over count by what they do to the score.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, inf, log2
from types import MappingProxyType

from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.utterance.units import Analysis, Unit

Evidence = Mapping[str, float]
"""What speaks for and against stating the chosen readings, by name (see WEIGHTS)."""

WEIGHTS: Evidence = MappingProxyType(
    {
        # How well the question is explained; shares are of its own weight.
        "score": 1.04,
        "central": 2.25,
        "weak": -1.21,
        # What is left unexplained, by what it is, and what is explained only weakly.
        "left_cues": -1.84,
        "left_theme": -1.36,
        "left_names": -5.65,
        # The thing and the kind of answer asked for.
        "focus": 1.26,
        "focus_central": 1.7,
        "wrong_type": -1.2,
        "other_side": -0.69,
        "strange": -0.66,
        # What else it could be: another fact, or what the sources don't tell.
        "narrow_margin": -1.74,
        "gap": -0.97,
        "gap_lead": -5.38,
        "gap_odds": -0.39,
        "gap_votes": -0.98,
        # The conditions under which it was asked, and how well the fact is known.
        "nameless": -0.4,
        "nameless_left": -1.6,
        "few": -1.37,
    }
)
CONSTANT = -1.36

SHIFTING = frozenset({"except", "other_one", "exact", "most", "also", "only", "between", "more_than", "less_than"})
"""Operators that ask for something else than what a fact says, unless its own examples ask with them."""

_WEAK = 0.6
"""A unit matched less than this is explained only by relation or by the deal's other facts."""

_MARGIN = 15.0
_ODDS, _MOST_ODDS = 5.0, 2.0
_MOST_GAP = 0.8
"""How near an unanswered question comes to the best fact counts from half this behind to half this ahead of it, and its
lead counts once more."""

_MANY = 64
"""From so many example questions of its own a fact isn't sparse."""

_ENOUGH = 20
"""From so many it need not be judged more leniently."""

_NO_FOCUS = {"focus": 0.8, "focus_central": 0.5}


@dataclass(frozen=True)
class Gap:
    """The unanswered questions nearest to a question: score of the best, odds of the most telling.

    `votes` is their share of the vote of the nearest examples.
    """

    score: float = 0.0
    odds: float = -inf
    votes: float = 0.0


@dataclass(frozen=True)
class Acceptance:
    """The weights of the evidence and the confidence from which a reading is stated."""

    weights: Evidence = field(default_factory=lambda: WEIGHTS)
    constant: float = CONSTANT
    least: float = 0.51
    least_of_few: float = 0.42

    def least_for(self, reading: Reading) -> float:
        """The confidence from which a reading is stated: less is asked of a fact that knows few ways of being asked.

        Its evidence is weaker for right questions and wrong ones alike. Chosen on folders with two to ten examples a
        fact, where it states more that is right and hardly more that is wrong. With a name left over, or half of what
        is said, as much is asked as of the others.
        """
        left = [unit for unit in reading.unexplained if unit.says]
        strange = any(unit.kind == "entity" for unit in left) or 2 * len(left) >= len(reading.explained)
        return self.least if strange or reading.features.asked >= _ENOUGH else self.least_of_few

    def confidence(self, evidence: Evidence) -> float:
        """0 to 1: how likely the chosen readings answer the question."""
        total = self.constant + sum(self.weights[name] * value for name, value in evidence.items())
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
    """The evidence on the chosen readings of a question; `sides` is how strongly their attributes and others speak."""
    best = chosen[0]
    total = sum(unit.weight for unit in analysis.units) or 1.0
    matches = [max(column) for column in zip(*(reading.explained for reading in chosen), strict=True)]
    left = _left(analysis, matches, total, is_cue)
    nameless = 0.0 if inherited or analysis.names else 1.0
    rival = next((reading for reading in readings if reading not in chosen), None)
    margin = best.score - rival.score if rival else _MARGIN
    return {
        "score": best.score / 100,
        "central": best.central,
        "wrong_type": 0.0 if best.type_fits else 1.0,
        "other_side": max(0.0, min(1.0, sides[1] - sides[0])),
        "strange": 1.0 if (analysis.flags & SHIFTING) - best.features.operators else 0.0,
        "narrow_margin": max(0.0, 1.0 - margin / _MARGIN),
        "gap": max(0.0, min(_MOST_GAP, (gap.score - best.score) / 100 + _MOST_GAP / 2)),
        "gap_lead": max(0.0, min(_MOST_GAP / 2, (gap.score - best.score) / 100)),
        "gap_odds": _against(gap.odds, best.odds),
        "gap_votes": gap.votes,
        "nameless": nameless,
        "nameless_left": nameless * sum(left.values()),
        "few": _lack(best.features.asked, _MANY),
        "weak": _weak(analysis, matches, total),
        **_focus(analysis, chosen, matches),
        **{name: share for name, share in left.items() if name in WEIGHTS},
    }


def _against(gap: float, best: float) -> float:
    """How much more telling the question is for what the sources don't tell; 0 where nothing of the kind is known."""
    return 0.0 if gap == -inf else max(-_MOST_ODDS, min(_MOST_ODDS, (gap - best) / _ODDS))


def _lack(known: int, enough: int) -> float:
    """How far a number of questions is from being enough, 1 for none, 0 for enough: each doubling counts the same."""
    return max(0.0, 1.0 - log2(1 + known) / log2(1 + enough))


def _focus(analysis: Analysis, chosen: Sequence[Reading], matches: Sequence[float]) -> dict[str, float]:
    """How well the thing asked for ("how many *brands*") is explained, and how central it is to the readings."""
    if not analysis.focus:
        return _NO_FOCUS
    explained = [matches[place] for place in analysis.focus]
    central = [max(reading.centrality[place] for reading in chosen) for place in analysis.focus]
    return {"focus": sum(explained) / len(explained), "focus_central": max(central)}


def _left(
    analysis: Analysis, matches: Sequence[float], total: float, is_cue: Callable[[Unit], bool]
) -> dict[str, float]:
    """The shares that the readings leave unexplained, by what they are."""
    left = dict.fromkeys(("left_theme", "left_cues", "left_names", "left_numbers", "left_words"), 0.0)
    for unit, match in zip(analysis.units, matches, strict=False):
        if match < EXPLAINED:
            left[_kind(unit, is_cue, in_theme=match > 0.0)] += unit.weight / total
    return left


def _weak(analysis: Analysis, matches: Sequence[float], total: float) -> float:
    """The share that the readings explain only by relation or by their deal's other facts."""
    return sum(u.weight for u, m in zip(analysis.units, matches, strict=False) if EXPLAINED <= m < _WEAK) / total


def _kind(unit: Unit, is_cue: Callable[[Unit], bool], *, in_theme: bool) -> str:
    """Which evidence a unit left unexplained is: one that the deal's other facts hold asks for another side of it."""
    if unit.kind == "entity":
        return "left_names"
    if unit.kind == "number":
        return "left_numbers"
    if in_theme:
        return "left_theme"
    return "left_cues" if is_cue(unit) else "left_words"

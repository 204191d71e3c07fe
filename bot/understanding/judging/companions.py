"""Further facts for one question: its second half, the other side of a comparison, the rest of a list.

A companion must explain what the best reading leaves over. It is only looked for where the question's form asks for
more than one fact; anywhere else a leftover word is a reason to refuse, not to add.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.utterance.answertypes import HARD_TYPES, SATISFIED_BY
from bot.understanding.utterance.units import Analysis, Unit

SEVERAL = frozenset({"compare", "list", "summary", "several", "each"})
MOST = 3
_OTHER_SIDE = 0.6
_MOST_ODDS = 8.0
_MANY = 30
_UNDECIDED = 0.5
_THEME = 0.7
"""What is as usual as that in questions for a fact is what it is about."""

_LISTED = 0.8
_MOST_LISTED = 4


@dataclass(frozen=True)
class CompanionLimits:
    """How much a companion must bring, and how near to the best score it must be.

    `near` and `likely` are for one that brings nothing of its own but may be meant instead: its share of the best
    score, corrected by how far its odds (`odds` a point) and its nearest example (`example`) are behind, and by its
    share of both facts' votes among the nearest examples. Fitted on the questions kept for tuning.
    """

    gain: float = 0.14
    share: float = 0.55
    near: float = 0.86
    odds: float = 0.02
    votes: float = 0.15
    example: float = 0.25
    likely: float = 0.88


def asks_for_several(analysis: Analysis) -> bool:
    """Does the question's form ask for more than one fact?"""
    return bool(analysis.flags & SEVERAL) or "list" in analysis.types


def choose(analysis: Analysis, readings: Sequence[Reading], limits: CompanionLimits) -> list[Reading]:
    """The best reading and its companions."""
    best = readings[0]
    chosen = [best]
    if asks_for_several(analysis):
        explained = list(best.explained)
        while len(chosen) < MOST:
            further = _most_gain(analysis, readings, chosen, explained, limits)
            if further is None:
                break
            chosen.append(further)
            explained = [max(pair) for pair in zip(explained, further.explained, strict=True)]
    listed = "list" in analysis.flags or ("list" in analysis.types and not best.itself)
    if len(chosen) == 1 and listed:
        chosen += _same_side(analysis, readings)
    if len(chosen) == 1 and analysis.flags & {"compare", "several", "each"}:
        chosen += _other_side(analysis, readings)[:1]
    if len(chosen) == 1 and len(readings) > 1:
        other = readings[1]
        same_deal = other.features.fact.deal == best.features.fact.deal
        if same_deal and other.score > limits.near * best.score and other.type_fits >= best.type_fits:
            chosen.append(other)
    return chosen


def stated(analysis: Analysis, chosen: Sequence[Reading], limits: CompanionLimits) -> tuple[Reading, ...]:
    """Those of the chosen readings to state: a second one that wasn't asked for only if it is as likely meant.

    Odds tell that of facts that know many ways of being asked for.
    """
    if len(chosen) != 2 or analysis.flags & SEVERAL or chosen[0].features.asked < _MANY:
        return tuple(chosen)
    best, other = chosen
    if asks_for_several(analysis) and other.features.fact.deal != best.features.fact.deal:
        return tuple(chosen)  # "which consumers does each of them reach?"
    if best.itself and not other.itself:
        return (best,)
    likely = other.score / best.score if best.score else 0.0
    likely += limits.odds * max(-_MOST_ODDS, min(_MOST_ODDS / 2, other.odds - best.odds))
    likely += limits.example * (other.example - best.example)
    cast = best.votes + other.votes
    likely += limits.votes * (other.votes / cast if cast else _UNDECIDED)
    return tuple(chosen) if likely > limits.likely else (best,)


def _same_side(analysis: Analysis, readings: Sequence[Reading]) -> list[Reading]:
    """Further facts on the same side of deals: the rest of a list."""
    best = readings[0]
    return [
        reading
        for reading in readings[1:12]
        if reading.features.fact.attribute == best.features.fact.attribute
        and reading.score > _LISTED * best.score
        and reading.type_fits
        and _as_well(analysis, reading, best)
    ][:_MOST_LISTED]


def _as_well(analysis: Analysis, reading: Reading, best: Reading) -> bool:
    """Does a reading explain all that the best one explains? The goals of other programmes aren't asked for."""
    return all(
        match >= EXPLAINED or first < EXPLAINED or not unit.says
        for unit, match, first in zip(analysis.units, reading.explained, best.explained, strict=False)
    )


def _other_side(analysis: Analysis, readings: Sequence[Reading]) -> list[Reading]:
    """The next reading of the same kind of answer with another value, about the same thing if that is named."""
    best = readings[0]
    theme = [
        place
        for place, (unit, match) in enumerate(zip(analysis.units, best.explained, strict=False))
        if match >= EXPLAINED and (place in analysis.focus or (unit.says and best.centrality[place] >= _THEME))
    ]
    return [
        reading
        for reading in readings[1:8]
        if reading.score > _OTHER_SIDE * best.score
        and reading.type_fits
        and reading.features.fact.value not in (None, best.features.fact.value)
        and all(reading.explained[place] >= EXPLAINED for place in theme)
    ]


def _most_gain(
    analysis: Analysis,
    readings: Sequence[Reading],
    chosen: Sequence[Reading],
    explained: Sequence[float],
    limits: CompanionLimits,
) -> Reading | None:
    """The reading that explains most of what is left, if that is enough."""
    own = analysis.units
    total = sum(unit.weight for unit in own) or 1.0
    best: tuple[float, Reading] | None = None
    for reading in readings:
        if reading in chosen or reading.score < limits.share * chosen[0].score:
            continue
        gain = sum(
            unit.weight * max(0.0, new - old) for unit, new, old in zip(own, reading.explained, explained, strict=False)
        )
        if "compare" not in analysis.flags and not _belongs(reading, chosen[0]):
            continue
        gain = gain / total + 0.2 * len(_new_types(analysis, reading, chosen))
        if gain >= limits.gain and reading.type_fits and (best is None or gain > best[0]):
            best = gain, reading
    return best[1] if best else None


def _belongs(reading: Reading, first: Reading) -> bool:
    """The same deal, or the same side of another deal."""
    one, other = reading.features, first.features
    return one.fact.deal == other.fact.deal or bool(one.attributes & other.attributes)


def _new_types(analysis: Analysis, reading: Reading, chosen: Sequence[Reading]) -> set[str]:
    """The kinds of answer that a reading gives and the chosen ones don't."""
    missing = {
        kind
        for kind in analysis.types & HARD_TYPES
        if not any(one.features.gives & SATISFIED_BY.get(kind, {kind}) for one in chosen)
    }
    return {kind for kind in missing if reading.features.gives & SATISFIED_BY.get(kind, {kind})}


def left_over(units: Sequence[Unit], chosen: Sequence[Reading]) -> list[Unit]:
    """The question's own units that none of the chosen readings explains."""
    return [unit for place, unit in enumerate(units) if all(reading.explained[place] < EXPLAINED for reading in chosen)]

"""A single word without a name or a conversation: it can't be told from a slip, and several facts may be meant."""

from collections.abc import Mapping, Sequence

from bot.facts.model import Attribute
from bot.facts.values import EntityList
from bot.understanding.judging import untold
from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.recognition import Verdict
from bot.understanding.readings.attributes import AttributeFinder
from bot.understanding.readings.scoring import Reading

_LIKELY, _CENTRAL = 0.6, 0.3
_FAR_AHEAD = 20.0
_MOST = 4
_LISTING, _NAME = "list", "name"


def too_bare(candidate: Candidate) -> bool:
    """Does the question hold one word at most, with nobody named and nothing said before?"""
    analysis = candidate.merged.analysis
    return not candidate.merged.inherited and not analysis.names and len(analysis.said) <= 1


def meant(
    candidate: Candidate, finder: AttributeFinder, sides: Mapping[str, Attribute]
) -> tuple[Verdict, str, Sequence[Reading], str | None]:
    """What to do about the one word, by which rule, the readings that hold it well, and the side that isn't told.

    Where none does, it isn't about the deals; where several deals have one, these are the choices, unless all are asked
    for ("who all signed?").
    """
    likely = [
        reading
        for reading in candidate.readings
        if reading.coverage >= _LIKELY and reading.example >= _LIKELY and reading.type_fits
    ]
    apart = {reading.features.fact.deal: reading for reading in reversed(likely)}
    offered = sorted(apart.values(), key=lambda reading: -reading.score)[:_MOST]
    if not offered:
        return Verdict.OFFTOPIC, "a single word that no fact holds", (), None
    if max(likely[0].centrality, default=0.0) < _CENTRAL:
        return Verdict.OFFTOPIC, "a single word that no fact is about", (), None
    if alike := _listed(candidate, likely):
        return Verdict.ANSWER, "a single word, of all deals", alike, None
    if side := _unnamed(candidate, likely, finder, sides):
        return Verdict.SILENT, "so many that nobody names", (), side
    if len(likely) == 1 or (len(offered) == 1 and likely[0].score > likely[1].score + _FAR_AHEAD):
        return Verdict.ANSWER, "a single word of a single fact", likely[:1], None
    return Verdict.CLARIFY, "a single word", offered if len(offered) > 1 else likely[:_MOST], None


def _unnamed(
    candidate: Candidate, likely: Sequence[Reading], finder: AttributeFinder, sides: Mapping[str, Attribute]
) -> str | None:
    """The side that would name those of whom a list is wanted ("name three *brands*"), where no fact tells it."""
    analysis = candidate.merged.analysis
    if not analysis.most and _LISTING not in analysis.types:
        return None
    asked = untold.suggested(analysis, likely[0], None, finder)
    names = asked is not None and asked in sides and _NAME in sides[asked].asks
    lists = any(isinstance(one.features.fact.value, EntityList) for one in likely)
    return asked if names and not lists and untold.is_certain(analysis, asked, None, finder) else None


def _listed(candidate: Candidate, likely: Sequence[Reading]) -> list[Reading]:
    """The readings that tell the same side as the best one, each of another deal, where a list is asked for."""
    analysis = candidate.merged.analysis
    if "list" not in analysis.flags or not likely:
        return []
    best = likely[0].features.fact.attribute
    alike = [reading for reading in likely if reading.features.fact.attribute == best]
    return alike[:_MOST] if len({reading.features.fact.deal for reading in alike}) > 1 else []

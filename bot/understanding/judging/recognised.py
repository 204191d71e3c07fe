"""From what was judged to its recognition: whom it is about, what it inherited, and by which rule it was decided."""

from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.recognition import Recognition, Verdict
from bot.understanding.readings.scoring import Reading
from bot.understanding.rules import matter
from bot.understanding.utterance.units import Unit

_MOST = 6
"""As many readings are kept to be explained."""


def recognised(
    candidate: Candidate,
    verdict: Verdict,
    rule: str,
    *,
    chosen: tuple[Reading, ...] = (),
    conflicts: tuple[Unit, ...] = (),
    attribute: str | None = None,
    introduces: Sequence[str] = (),
) -> Recognition:
    """The recognition of a candidate; its entities are those introduced or named, else those inherited."""
    analysis, merged = candidate.merged.analysis, candidate.merged
    units = analysis.names or tuple(unit for unit in merged.inherited if unit.kind == "entity")
    return Recognition(
        analysis=analysis,
        verdict=verdict,
        readings=tuple(candidate.readings[:_MOST]),
        chosen=chosen,
        conflicts=conflicts,
        attribute=attribute,
        inherited=merged.inherited,
        replaced=merged.replaced,
        entities=tuple(introduces) or tuple(dict.fromkeys(entity for unit in units for entity in unit.entities)),
        rule=rule,
        introduces=tuple(introduces),
    )


def told(candidate: Candidate, reading: Reading, rule: str) -> Recognition:
    """The recognition of what asks for one fact by what was said before, not in words of its own."""
    return recognised(candidate, Verdict.ANSWER, rule, chosen=(reading,))


def missing(candidate: Candidate, reading: Reading, names: Sequence[Unit]) -> Recognition:
    """The recognition of a question for somebody whom the list just told doesn't name."""
    unnamed = recognised(candidate, Verdict.SILENT, "not one of those named", conflicts=tuple(names))
    return replace(unnamed, near=reading)


def rated(candidate: Candidate, reading: Reading) -> Recognition:
    """The recognition of a question for the figure just told per some time: per no other than the fact tells."""
    if reading.itself:
        return told(candidate, reading, "asks per what time")
    return replace(recognised(candidate, Verdict.SILENT, matter.RULE), near=reading)


def listed(candidate: Candidate, reading: Reading | None) -> Recognition:
    """The recognition of a question for which ones were counted."""
    if reading:
        return told(candidate, reading, "asks which ones")
    return recognised(candidate, Verdict.SILENT, "which ones isn't told")

"""From what was judged to its recognition: whom it is about, what it inherited, and by which rule it was decided."""

from collections.abc import Sequence

from bot.understanding.candidate import Candidate
from bot.understanding.recognition import Recognition, Verdict
from bot.understanding.scoring import Reading
from bot.understanding.units import Unit

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

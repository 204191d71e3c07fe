"""What is told of two who are compared without a theme ("JD vs Alibaba"): who each is, or what is said of both."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.understanding.deals.portraits import Portraits
from bot.understanding.deals.subjects import Subjects
from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.oneside import Sides
from bot.understanding.readings.scoring import Reading, Scorer
from bot.understanding.utterance.units import Analysis, Unit

_LOOKED_AT, _MOST = 8, 2


class WithoutTheme:
    """Reads what is told of two who are only named."""

    def __init__(self, scorer: Scorer, portraits: Portraits, number_of: Mapping[str, int]) -> None:
        self._scorer, self._portraits, self._number_of = scorer, portraits, number_of

    def spoken_of(self, candidate: Candidate, found: Subjects, comparative: int | None) -> Sides | None:
        """What is told where one fact holds both of two without a theme, but may say it of somebody else."""
        shared = tuple(unit for unit in found.shared if unit.start != comparative)
        apart, analysis = self._portraits.apart(replace(found, shared=shared)), candidate.merged.analysis
        types = frozenset[str]() if comparative is not None else analysis.types
        bare = self._portraits.bare(replace(analysis, types=types), apart)
        if not bare or self._portraits.speaks_of_both(candidate.readings[0].features.fact, apart):
            return None
        return Sides((), (*apart.left, *apart.right)) if comparative is not None else self.of_each(candidate, apart)

    def of_each(self, candidate: Candidate, found: Subjects) -> Sides:
        """What two are who are compared without a theme, or what is said of both."""
        analysis, names = candidate.merged.analysis, (*found.left, *found.right)
        near = (reading.features.fact for reading in candidate.readings[:_LOOKED_AT])
        told = self._portraits.of_each(found) or [f for f in near if self._portraits.speaks_of_both(f, found)][:_MOST]
        readings = [self._reading(analysis, names, self._number_of[fact.id]) for fact in told]
        chosen = tuple(reading for reading in readings if reading)
        return Sides(chosen) if chosen else Sides((), names)

    def _reading(self, analysis: Analysis, names: Sequence[Unit], number: int) -> Reading | None:
        """The reading of one fact, however many others hold the names as well."""
        for units in (names, ()):
            for reading in self._scorer.readings(analysis, units, [number]):
                if reading.number == number:
                    return reading
        return None

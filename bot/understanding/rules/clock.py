"""Times of day in a question ("at *3* in the morning"): when something is open tells them all, whatever hour is named.

Elsewhere such a number limits a question as any other does.
"""

from collections.abc import Collection, Sequence

from bot.understanding.readings.scoring import Reading
from bot.understanding.utterance.units import Analysis, Unit


class Clock:
    """Tells them; `measures` are concepts for hours and parts of the day, `hours` attributes for when it is open."""

    def __init__(self, measures: Collection[str], hours: Collection[str]) -> None:
        self._measures, self._hours = frozenset(measures), frozenset(hours)

    def beside(self, analysis: Analysis, chosen: Sequence[Reading], conflicts: Sequence[Unit]) -> tuple[Unit, ...]:
        """What conflicts with the chosen readings, without the times of day if the best one tells when it is open."""
        if self._hours.isdisjoint(chosen[0].features.attributes):
            return tuple(conflicts)
        return tuple(unit for unit in conflicts if unit.kind != "number" or not self._is_time(analysis, unit))

    def _is_time(self, analysis: Analysis, number: Unit) -> bool:
        following = (unit for unit in analysis.units if unit.start > number.start and unit.kind != "operator")
        after = min(following, key=lambda unit: unit.start, default=None)
        return after is not None and not self._measures.isdisjoint(after.keys)

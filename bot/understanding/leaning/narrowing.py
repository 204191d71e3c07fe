"""A list of deals that is asked for more closely: "only the signed ones", "and in Russia?", "with whom else?".

What was asked for before still holds; a new company takes the place of the one before, a new country that of a country.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.understanding.deals.listing import DealLister
from bot.understanding.utterance.units import Analysis, Unit
from bot.understanding.utterance.wanted import Wanted

RULE = "asks more closely which deals"

_SHORT = 8
"""More words than these ask for something of their own."""

_LEANING = frozenset({"followup", "also", "only", "except", "negation"})


class Narrowing:
    """Finds which deals are wanted after some were listed."""

    def __init__(self, lister: DealLister, analyse: Callable[[str], Analysis]) -> None:
        self._lister = lister
        self._analyse = analyse

    def wanted(self, analysis: Analysis, listed: Sequence[str]) -> Wanted | None:
        """What the utterance wants of the deals that these asked for, one after the other; None if nothing."""
        if not listed or analysis.words > _SHORT:
            return None
        if "yesno" in analysis.flags and not analysis.flags & (_LEANING | {"likewise"}):
            return None  # "is JD in China?"
        if self._lister.mentioned(analysis) and not (analysis.refers or analysis.flags & _LEANING):
            return None  # "which deals has JD?" is a question of its own
        before = self.before(listed)
        return self._narrowed(before, analysis) if before else None

    def deals(self, listed: Sequence[str]) -> tuple[str, ...]:
        """The deals that utterances asked for, each more closely than the one before."""
        before = self.before(listed) if listed else None
        return self._lister.deals(before) if before else ()

    def before(self, listed: Sequence[str]) -> Wanted | None:
        """Which deals these asked for, one after the other."""
        wanted = self._lister.asked(self._analyse(listed[0]))
        for text in listed[1:]:
            wanted = wanted and self._narrowed(wanted, self._analyse(text))
        return wanted

    def _narrowed(self, before: Wanted, analysis: Analysis) -> Wanted | None:
        if other := self._lister.with_whom(analysis, before):
            return other
        own = self._lister.further(analysis)
        if own is None or own == Wanted(together=own.together):
            return None
        return replace(
            before,
            names=(*self._kept(before.names, own.names), *own.names),
            statuses=own.statuses or (() if own.beyond else before.statuses),
            beyond=own.beyond or (() if own.statuses else before.beyond),
            periods=own.periods or before.periods,
            sides=own.sides or before.sides,
            dated=before.dated if own.dated is None else own.dated,
            among=self._lister.deals(before) if analysis.refers else before.among,
            without=(*self._kept(before.without, own.names), *own.without),
        )

    def _kept(self, names: Sequence[Unit], own: Sequence[Unit]) -> tuple[Unit, ...]:
        """Those of the names before in whose place no new one stands."""
        kinds = {self._lister.kind(unit) for unit in own}
        return tuple(unit for unit in names if self._lister.kind(unit) not in kinds)

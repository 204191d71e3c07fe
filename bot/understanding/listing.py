"""Questions for the deals themselves: "which deals involve Russia", "how many agreements does JD have".

Found by their form: the noun asked for means a deal, and nothing else is said about it but whose it is.
"""

from collections.abc import Iterable, Mapping, Sequence

from bot.understanding.features import FactProfile
from bot.understanding.units import Analysis, Unit

ASKED = "deal"
_HELD = 0.6
"""How strongly a fact must hold a name for its deal to concern it (a city counts for its country)."""


class DealLister:
    """Finds the deals that concern names."""

    def __init__(self, facts: Iterable[FactProfile], nouns: Mapping[str, str], relations: Iterable[str]) -> None:
        self._nouns = nouns
        self._relations = frozenset(relations)
        self._deals: dict[str, dict[str, None]] = {}
        self._all: dict[str, None] = {}
        for features in facts:
            self._all[features.fact.deal] = None
            for key, strength in features.names.items():
                if strength >= _HELD:
                    self._deals.setdefault(key, {})[features.fact.deal] = None

    def asks(self, analysis: Analysis) -> bool:
        """Does the utterance ask which deals there are, with nothing else to answer?"""
        if ASKED not in analysis.types or analysis.types & {"reason", "money", "date", "person"}:
            return False
        return all(unit.weight < 0.5 or self._empty(unit) for unit in analysis.contents)

    def _empty(self, unit: Unit) -> bool:
        return any(self._nouns.get(key) == ASKED or key in self._relations for key in unit.keys)

    def deals(self, names: Sequence[Unit]) -> tuple[str, ...]:
        """The deals that concern every one of the names, in the order of the knowledge folder."""
        kept = dict(self._all)
        for unit in names:
            holding = {deal for key in unit.keys for deal in self._deals.get(key, ())}
            kept = {deal: None for deal in kept if deal in holding}
        return tuple(kept)

"""Keeps of those whom deals name only some: who bears a role, who is called so, who is from a place."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.understanding.deals.offices import Offices
from bot.understanding.deals.origins import Origins
from bot.understanding.deals.roll import Roll
from bot.understanding.deals.sought import PERSON, Sought
from bot.understanding.utterance.units import Analysis, Unit


class Sieve:
    """Sifts them."""

    def __init__(self, origins: Origins, offices: Offices) -> None:
        self._origins, self._offices = origins, offices

    def homes(self, analysis: Analysis, nouns: Sequence[Unit]) -> dict[int, str]:
        """The places whose adjectives stand directly before the nouns: "the *British* agreement" is a deal's name."""
        found = self._origins.adjectives(analysis)
        starts = {noun.start for noun in nouns}
        ends = {unit.start: unit.end for unit in analysis.units}
        behind = {start: len(analysis.text) - len(analysis.text[ends[start] :].lstrip()) for start in found}
        return {start: place for start, place in found.items() if behind[start] in starts}

    def sifted(self, roll: Roll, sought: Sought | None, homes: Collection[str]) -> Roll:
        """What is left of a roll."""
        kept = [one for one in roll.called if self._is_one(one[0], sought)]
        if not homes and len(kept) == len(roll.called):
            return roll
        home = [one for one in kept if any(self._origins.is_from(one[0], place) for place in homes)] if homes else kept
        left = () if roll.kind == PERSON or not homes else (name for name, _ in kept)
        homeless = tuple(name for name in left if self._origins.is_homeless(name))
        noun = sought.said if sought else ""
        return replace(roll, called=tuple(home), homes=tuple(homes), homeless=homeless, noun=noun, empty=())

    def _is_one(self, name: str, sought: Sought | None) -> bool:
        if sought is None:
            return True
        if sought.firms is not None:
            return name in sought.firms
        return not sought.roles or self._offices.bears(name, sought.roles)

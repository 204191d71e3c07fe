"""Two deals side by side, as `twodeals` finds them compared: what is told of them.

First what speaks of both, then what either is, what both tell of the same side of theirs, and the most important that
only one of them tells.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.facts.concerned import entities_in
from bot.facts.model import PUBLISHED, Fact, Knowledge
from bot.facts.tells import Tells
from bot.facts.values import Count, Duration, EntityList, EntityValue, Money, Percentage, Range, TextValue
from bot.understanding.language.remembered import Remembered
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.analysis import Analyser

_FIGURES = (Count, Money, Percentage, Range, Duration)
_MOST_PAIRS, _FEWEST_OWN, _MOST_FIGURES = 3, 1, 3
_REMEMBERED = 1024
_NAMES = (EntityList, EntityValue)


@dataclass(frozen=True)
class SideBySide:
    """What is told of two deals: what speaks of both, pairs on the same side of theirs, the rest of each."""

    deals: tuple[str, str]
    of_both: tuple[Fact, ...]
    pairs: tuple[tuple[Fact, Fact], ...]
    own: tuple[tuple[Fact, ...], tuple[Fact, ...]]


class Sides:
    """Puts what deals tell side by side."""

    def __init__(
        self,
        knowledge: Knowledge,
        comparing: frozenset[str],
        told: ToldNames,
        analyser: Analyser,
    ) -> None:
        self._analyse = analyser.units
        self._read = Remembered(self._read_fact, _REMEMBERED)
        self._knowledge, self._comparing, self._told = knowledge, comparing, told
        self._overviews = frozenset(knowledge.telling(Tells.OVERVIEW))
        aside = (*knowledge.telling(Tells.ROLE), *knowledge.telling(Tells.REPORTING), PUBLISHED)
        self._aside = frozenset(aside) | self._overviews

    def told(self, deals: tuple[str, str], *, figures: bool) -> SideBySide | None:
        """What is told of two deals, or of their figures; None where one tells nothing of it."""
        listed = [[self._knowledge.facts[fact] for fact in self._knowledge.deals[deal].facts] for deal in deals]
        if figures:
            one, other = ([fact for fact in facts if isinstance(fact.value, _FIGURES)] for facts in listed)
            pairs = self._pairs(one, other)
            own = (_without(one, pairs)[:_MOST_FIGURES], _without(other, pairs)[:_MOST_FIGURES])
            return SideBySide(deals, (), pairs, own) if one and other else None
        of_both = self._of_both(deals, listed)
        whole = [next((one for one in facts if one.attribute in self._overviews), None) for facts in listed]
        if not all(whole):  # what names both may be about anything
            of_both = tuple(fact for fact in of_both if self._read(fact.id)[1])
        one, other = ([fact for fact in facts if self._is_told(fact) and fact not in of_both] for facts in listed)
        pairs = self._pairs(one, other)
        if whole[0] and whole[1]:
            told = ((whole[0], whole[1]), *pairs[:_MOST_PAIRS])
        elif pairs or of_both:
            told = pairs[:_MOST_PAIRS]
        else:
            return None
        said = [fact for pair in told for fact in pair] + [*of_both]
        most = max(_FEWEST_OWN, _MOST_PAIRS - len(pairs))
        first, second = (self._further(_without(facts, pairs), said)[:most] for facts in (one, other))
        return SideBySide(deals, of_both, told, (first, second))

    def _further(self, facts: Iterable[Fact], said: Sequence[Fact]) -> tuple[Fact, ...]:
        """The facts that say something else than was said: a text of their own, or a name or figure that is new."""
        names = frozenset[str]().union(*(self._told.of(fact.id) for fact in said))
        values = [value for fact in said for value in fact.values.values()]
        new = (
            fact
            for fact in self._by_importance(facts)
            if fact.disclosed
            and (
                isinstance(fact.value, TextValue | None)
                or (fact.value not in values and not (isinstance(fact.value, _NAMES) and names >= {*entities_in(fact)}))
            )
        )
        return tuple(new)

    def _of_both(self, deals: tuple[str, str], listed: Iterable[Iterable[Fact]]) -> tuple[Fact, ...]:
        """The fact of either deal that names in every language who is party to only the one and only the other."""
        one, other = (set(self._knowledge.deals[deal].parties) for deal in deals)
        above = [{whole for party in parties for whole in self._knowledge.wholes(party)} for parties in (one, other)]
        one, other = one - above[1], other - above[0]
        if not one or not other:
            return ()
        facts = self._by_importance(fact for facts in listed for fact in facts if self._is_told(fact))
        read = {fact.id: self._read(fact.id) for fact in facts}
        named = [fact for fact in facts if all(read[fact.id][0] & own for own in (one, other))]
        named.sort(key=lambda fact: not read[fact.id][1])  # "similar to the other" goes first
        return tuple(named[:1])

    def _read_fact(self, name: str) -> tuple[frozenset[str], bool]:
        """Whom a fact names in every language, its text as well, and whether it says that things are compared."""
        fact = self._knowledge.facts[name]
        texts = fact.value.text if isinstance(fact.value, TextValue) else {}
        units = [self._analyse(text, language) for language, text in texts.items()]
        named = [frozenset(entity for unit in said for entity in unit.entities) for said in units]
        keys = self._told.said(name).union(key for said in units for unit in said for key in unit.keys)
        in_text = frozenset.intersection(*named) if named else frozenset[str]()
        return self._told.in_all(name) | in_text, not self._comparing.isdisjoint(keys)

    def _is_told(self, fact: Fact) -> bool:
        """Does a fact tell more of a deal than what it is, between whom, and who reports it?"""
        parties = self._knowledge.deals[fact.deal].parties
        known = isinstance(fact.value, EntityList) and set(fact.value.entities) <= set(parties)
        return fact.standalone and not known and fact.attribute not in self._aside

    def _pairs(self, one: Sequence[Fact], other: Sequence[Fact]) -> tuple[tuple[Fact, Fact], ...]:
        """A fact of each on the same side of their deals, the important sides first; both undisclosed tell nothing."""
        found: dict[str, tuple[Fact, Fact]] = {}
        used: set[str] = set()
        for first in self._by_importance(one):
            same = (fact for fact in other if fact.attribute == first.attribute and fact.id not in used)
            second = next(same, None)
            if second and first.attribute not in found and (first.disclosed or second.disclosed):
                found[first.attribute] = first, second
                used.add(second.id)
        return tuple(found.values())

    def _by_importance(self, facts: Iterable[Fact]) -> list[Fact]:
        known = self._knowledge.attributes
        return sorted(facts, key=lambda fact: -(known[fact.attribute].importance if fact.attribute in known else 1))


def _without(facts: Sequence[Fact], pairs: Iterable[tuple[Fact, Fact]]) -> tuple[Fact, ...]:
    """The facts on sides that no pair tells."""
    told = {fact.attribute for pair in pairs for fact in pair}
    return tuple(fact for fact in facts if fact.attribute not in told)

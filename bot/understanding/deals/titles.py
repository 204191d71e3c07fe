"""Deals asked for as a whole, by their name and nothing else: "What is the Austria deal?", "Worum geht es beim …?".

No example question is needed for it: who asks what a deal is, and says no more, wants its overview. So does who only
drops words that a deal is called by, or who is in it and where ("alibaba embassy brussels").
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.facts.model import LANGUAGES, Deal
from bot.understanding.language.once import Once
from bot.understanding.readings.scoring import Reading
from bot.understanding.utterance.sentences import Sentences
from bot.understanding.utterance.units import Analysis, Unit

_WHOLE = frozenset({"definition", "text"})
_OTHERWISE = frozenset(
    {"yesno", "negation", "compare", "outcome", "except", "only", "most", "other_one", "likewise", "already"}
)
_SURELY = 0.8
"""How strongly a unit must stand for a key; a misspelt word does, a city for its country doesn't."""

_MANY = 200
"""A word in more names than these tells no deal."""

_SIGNS = re.compile(r"[%‰€$£]")
"""Signs that ask for a figure ("newcomers tmall %")."""

_FEWEST = 2
"""From so many words on they may name a deal between them; one alone may be a slip."""

Name = tuple[frozenset[str], ...]
"""A deal's name: the keys of each of its words."""


class Titles:
    """Finds the one deal whose name or title an utterance consists of.

    `asking` are concepts that ask for something of a deal ("turnover"): a name may hold them, but they name nothing.
    """

    def __init__(self, deals: Iterable[Deal], texts: Sentences, asking: Iterable[str] = ()) -> None:
        self._asking = frozenset(asking)
        self._holders: dict[str, set[tuple[str, Name, frozenset[str]]]] = defaultdict(set)
        once = Once[frozenset[str]]()
        self._within: dict[str, set[str]] = defaultdict(set)
        for deal in deals:
            for entity in (*deal.parties, *deal.places):
                self._within[entity].add(deal.id)
            for language in LANGUAGES:
                for text in (deal.title.get(language, ""), *deal.names.get(language, ())):
                    analysis = texts.analyse(text, language)
                    name, flags = tuple(map(once, _name(analysis.units))), once(analysis.flags)
                    bearing = deal.id, name, flags
                    for key in {key for keys in name for key in keys}:
                        self._holders[key].add(bearing)

    def bearing(self, unit: Unit) -> frozenset[str]:
        """The deals in whose names a word stands, of a compound all pieces if one does; none if it is in very many."""
        listed = (self._holders.get(key, ()) for key in telling(unit))
        found = [{deal for deal, _, _ in held} for held in listed if held and len(held) <= _MANY]
        return frozenset(set.intersection(*found) or set.union(*found)) if found else frozenset()

    def asked(self, analysis: Analysis) -> str | None:
        """The deal that is asked for as a whole; None where more is asked, or several bear the name."""
        whole = analysis.types <= _WHOLE and (analysis.types or "summary" in analysis.flags)
        said = _name(analysis.units)
        if not whole or not said:
            return None
        otherwise = analysis.flags & _OTHERWISE  # "*against* Flanders" compares nothing if it is part of the name
        near = {held for key in min(said, key=self._spread) for held in self._holders.get(key, ())}
        found = {deal for deal, name, flags in near if otherwise <= flags and _same(said, name)}
        return found.pop() if len(found) == 1 else None

    def dropped(self, analysis: Analysis) -> str | None:
        """The one deal that is called by all the words, or has whom they name in it, where they ask for nothing."""
        said = [unit for unit in analysis.units if unit.says]
        if len(said) < _FEWEST or analysis.types or analysis.flags or _SIGNS.search(analysis.text):
            return None
        found = frozenset.intersection(*map(self._of, said))
        return next(iter(found)) if len(found) == 1 else None

    def _of(self, unit: Unit) -> frozenset[str]:
        """The deals that bear a word in their names, or have whom it names among their parties and places."""
        return self.bearing(unit) | self.having(unit)

    def asks(self, unit: Unit) -> bool:
        """Does a word ask for something of a deal, even if some are called by it?"""
        return not self._asking.isdisjoint(unit.keys)

    def having(self, unit: Unit) -> frozenset[str]:
        """The deals that have whom a unit names among their parties and places."""
        return frozenset(deal for entity in unit.entities for deal in self._within.get(entity, ()))

    def meant(self, units: Sequence[Unit]) -> str | None:
        """The one deal whose name holds all of these words, and maybe others; None if several do."""
        if any(map(self.asks, units)):
            return None
        said = [telling(unit) for unit in units]
        rarest = min(said, key=self._spread, default=frozenset[str]())
        if self._spread(rarest) > _MANY:
            return None
        near = {held for key in rarest for held in self._holders.get(key, ())}
        found: dict[str, int] = {}
        for deal, name, _ in near:
            shared = [max((len(keys & others) for others in name), default=0) for keys in said]
            if all(shared):
                found[deal] = max(found.get(deal, 0), sum(shared))
        # "Importprogramm" is more the import programme than it is the brand programme
        most = max(found.values(), default=0)
        best = [deal for deal, alike in found.items() if alike == most]
        return best[0] if len(best) == 1 else None

    def _spread(self, keys: frozenset[str]) -> int:
        """In how many names one of these keys stands, at most."""
        return sum(len(self._holders.get(key, ())) for key in keys)


def overview(deal: str, attributes: Iterable[str], readings: Sequence[Reading]) -> Reading | None:
    """The best of a deal's readings that tell one of the attributes which say what a deal is; else its best."""
    wanted = frozenset(attributes)
    own = [reading for reading in readings if reading.features.fact.deal == deal]
    return next((reading for reading in own if reading.features.attributes & wanted), None) or next(iter(own), None)


def _name(units: Iterable[Unit]) -> Name:
    """The keys of the words that count."""
    return tuple(telling(unit) for unit in units if unit.says)


def telling(unit: Unit) -> frozenset[str]:
    """The keys that a unit surely stands for; its own stem only where it stands for nothing else."""
    sure = [key for key, strength in unit.keys.items() if strength >= _SURELY]
    return frozenset([key for key in sure if key[0] != "~"] or sure)


def _same(said: Name, name: Name) -> bool:
    """Does each word of the one stand for one of the other?"""
    return all(any(keys & others for others in name) for keys in said) and all(
        any(keys & others for others in said) for keys in name
    )

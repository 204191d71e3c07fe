"""The persons of one or several deals: "which *people* took part in A and B?", "name the persons".

Found by its form: a noun that means persons as such, words for taking part or being named, what deals are called, and
nothing else. Who took part is said by no single fact; whoever a deal's statements name is called, each with what they
are, and a deal of which nobody is named is told as such.
"""

from collections.abc import Iterator, Sequence

from bot.facts.model import Fact, Knowledge
from bot.facts.tells import Tells
from bot.understanding.deals.roll import Roll
from bot.understanding.deals.twodeals import TwoDealsFinder
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.language.wordpatterns import Phrases
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.units import Analysis, Unit

_PERSON = "person"
_TYPES = frozenset({_PERSON, "list", "name", "deal"})
_OTHERWISE = frozenset({"yesno", "negation", "compare", "only", "most", "except", "count"})


class People:
    """Calls the persons of deals."""

    def __init__(self, knowledge: Knowledge, told: ToldNames, deals: TwoDealsFinder, words: Vocabulary) -> None:
        self._knowledge, self._told, self._deals = knowledge, told, deals
        self._involving = frozenset(words.deals.involving)
        self._free = frozenset(words.lists.listing)
        self._reporting = frozenset(knowledge.telling(Tells.REPORTING))
        spoken = [one.mentions for one in words.words.values()]
        self._mentions = Phrases(phrase for listed in spoken for phrase in listed.get("named", ()))

    def called(self, analysis: Analysis) -> Roll | None:
        """The persons named in the deals that an utterance asks about, if it asks for nothing else."""
        if _PERSON not in analysis.types or not analysis.types <= _TYPES or analysis.flags & _OTHERWISE:
            return None
        nouns = [unit for unit in analysis.contents if _PERSON in unit.keys]
        if len(nouns) != 1 or not analysis.names:
            return None
        spans = self._mentions.spans(analysis.text)
        part = [unit for unit in analysis.contents if not self._involving.isdisjoint(unit.keys)]
        if not (part or spans or "list" in analysis.flags):
            return None
        left = [unit for unit in self._said(analysis, spans) if unit not in nouns and unit not in part]
        deals = self._deals.called(analysis.text, left)
        return self._roll(deals) if deals else None

    def _said(self, analysis: Analysis, spans: Sequence[tuple[int, int]]) -> Iterator[Unit]:
        """What is said in its order, but the words for being named and for wanting a list."""
        for unit in sorted(analysis.units, key=lambda unit: unit.start):
            mentions = any(start <= unit.start < end for start, end in spans)
            if unit.kind != "operator" and not mentions and self._counts(unit):
                yield unit

    def _counts(self, unit: Unit) -> bool:
        return unit.kind == "entity" or self._deals.is_noun(unit) or (unit.says and self._free.isdisjoint(unit.keys))

    def _roll(self, deals: Sequence[str]) -> Roll | None:
        of_each = {deal: dict(self._of(deal)) for deal in deals}
        called = {name: fact for found in reversed(of_each.values()) for name, fact in found.items()}
        empty = tuple(deal for deal, found in of_each.items() if not found)
        ordered = dict.fromkeys(name for found in of_each.values() for name in found)
        return Roll(_PERSON, tuple((name, called[name]) for name in ordered), deals=tuple(deals), empty=empty)

    def _of(self, deal: str) -> Iterator[tuple[str, Fact]]:
        """The persons whom a deal's statements name in every language, each with the first that does."""
        seen: set[str] = set()
        for fact in map(self._knowledge.facts.__getitem__, self._knowledge.deals[deal].facts):
            if fact.attribute in self._reporting:
                continue
            for name in sorted(self._told.in_all(fact.id) - seen):
                if self._knowledge.kind_of(name) == _PERSON:
                    seen.add(name)
                    yield name, fact

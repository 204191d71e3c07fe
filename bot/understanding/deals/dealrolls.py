"""Those of a kind in one or several deals: "which *people* took part in A and B?", "the *companies* in this article".

Found by its form: a noun for those sought, words for being named or for taking part, what deals are called, where they
are from, and nothing else but what each is, which is told anyway. No single fact says it; whoever a deal's statements
name is called, and a deal of which nobody is named is told as such.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.facts.model import Citation, Fact, Knowledge
from bot.facts.tells import Tells
from bot.facts.values import EntityList
from bot.understanding.deals.concerning import is_country
from bot.understanding.deals.roll import Roll
from bot.understanding.deals.shortitems import ShortItems
from bot.understanding.deals.sieve import Sieve
from bot.understanding.deals.sought import PERSON, Seeking, Sought
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.language.wordpatterns import Phrases
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.units import Analysis, Unit

_COMPANY, _COUNTRY, _PLACE = "company", "country", "place"
_BRAND, _BRANDED = "brand", frozenset({"company", "product"})
_KINDS = frozenset({PERSON, "company", "organisation", _COUNTRY, "city", _PLACE})
_TYPES = _KINDS | {"list", "name", "deal", "text"}
_OTHERWISE = frozenset({"yesno", "negation", "compare", "only", "most", "except", "count"})
_SEVERAL = 2


class DealRolls:
    """Calls those of a kind in deals."""

    def __init__(
        self,
        knowledge: Knowledge,
        told: ToldNames,
        items: ShortItems,
        is_noun: Callable[[Unit], bool],
        words: Vocabulary,
        seeking: Seeking,
        sieve: Sieve,
    ) -> None:
        self._knowledge, self._told, self._scopes, self._is_noun = knowledge, told, items.scopes, is_noun
        self._seeking, self._sieve = seeking, sieve
        self._items = items
        self._involving, self._dealing = frozenset(words.deals.involving), frozenset(words.deals.dealing)
        self._free = frozenset((*words.lists.listing, *words.lists.counting))
        self._reporting = frozenset(knowledge.telling(Tells.REPORTING))
        spoken = [one.mentions for one in words.words.values()]
        self._mentions = Phrases((phrase for listed in spoken for phrase in listed.get("named", ())), loosely=True)
        self._being, self._along, self._speaking = (
            Phrases(phrase for listed in spoken for phrase in listed.get(key, ()))
            for key in ("being", "along", "speaking")
        )

    def called(self, analysis: Analysis) -> Roll | None:
        """Those of the kind asked for in the deals that an utterance asks about, if it asks for nothing else."""
        if not analysis.types & _KINDS or not analysis.types <= _TYPES or analysis.flags & _OTHERWISE:
            return None
        along = self._along.spans(analysis.text)
        brief = [] if along else self._items.spans(analysis.text)
        spans = [*self._mentions.spans(analysis.text), *brief, *along]
        nouns = [unit for unit in analysis.contents if self._seeking.kind_of(unit)]
        sought = None if nouns else self._sought(analysis, spans)
        nouns = [*sought.units] if sought else nouns
        if not nouns and self._speaking.spans(analysis.text):
            return None  # "who is *quoted* in the article?": not all whom it names
        article = self._scopes.is_article(analysis.text)
        kind = sought.kind if sought else self._seeking.kind_of(nouns[0]) if nouns else PERSON
        person = bool(nouns) and kind == PERSON and sought is None
        part = self._partaking(analysis) if person else []
        bare = len(nouns) == 1 and person and bool(self._being.spans(analysis.text))
        named = spans and (nouns or (PERSON in analysis.types and article))
        # "list the countries *in the programme*" wants its members, not all that are mentioned
        listed = nouns and "list" in analysis.flags and (article or person)
        several = len(nouns) > 1 and sought is None
        if not (part or named or bare or listed) or several or not (analysis.names or brief):
            return None
        brands = [unit for unit in analysis.contents if unit.says and _BRAND in unit.keys] if kind == _COMPANY else []
        homes = self._sieve.homes(analysis, nouns)
        kind = _BRAND if brands and not sought else kind  # "firms *and brands*"
        left = [u for u in self._said(analysis, spans) if u not in (*nouns, *part, *brands) and u.start not in homes]
        deals = self._items.called(analysis, left) if brief else self._scopes.called(analysis.text, left)
        deals = (*deals, *self._scopes.beside(deals)) if along else deals
        if not deals or self._listed(kind, deals):
            return None
        roll = self._roll(kind, deals, in_titles=bool(brief) and self._items.in_titles(analysis.text))
        if (
            sought and roll.empty and len(deals) > 1 and not article
        ):  # who speaks for one may stand with another of the same article
            return None
        return self._sieve.sifted(roll, sought, tuple(homes.values()))

    def _sought(self, analysis: Analysis, spans: Sequence[tuple[int, int]]) -> Sought | None:
        """Those of a role or a sort of firms, if the first noun means such: one further on may call a deal."""
        said = list(self._said(analysis, spans))
        contents = [unit for unit in said if unit.kind != "entity"]
        sought = self._seeking.sought(analysis, contents)
        first = contents[0] if contents else None
        fits = sought is not None and (PERSON not in analysis.types or sought.kind == PERSON)
        return sought if sought and fits and first is sought.units[0] else None

    def _partaking(self, analysis: Analysis) -> list[Unit]:
        """The words for taking part; of those for single deeds two together ("signed *or* negotiated")."""
        part = [unit for unit in analysis.contents if not self._involving.isdisjoint(unit.keys)]
        deeds = [unit for unit in analysis.contents if not self._dealing.isdisjoint(unit.keys)]
        return part + deeds if part or len(deeds) >= _SEVERAL else []

    def _said(self, analysis: Analysis, spans: Sequence[tuple[int, int]]) -> Iterator[Unit]:
        """What is said in its order, but the words for being named and for wanting a list."""
        for unit in sorted(analysis.units, key=lambda unit: unit.start):
            mentions = any(start <= unit.start < end for start, end in spans)
            if unit.kind != "operator" and not mentions and self._counts(unit):
                yield unit

    def _counts(self, unit: Unit) -> bool:
        noun = self._is_noun(unit) or self._seeking.is_noun(unit)
        return unit.kind == "entity" or noun or (unit.says and self._free.isdisjoint(unit.keys))

    def _listed(self, kind: str, deals: Sequence[str]) -> bool:
        """Does a fact of theirs list those of the kind? Who asks which countries a programme names means these."""
        return kind == _COUNTRY and any(
            isinstance(fact.value, EntityList) and all(map(is_country, fact.value.entities))
            for deal in deals
            for fact in self._facts(deal)
        )

    def _roll(self, kind: str, deals: Sequence[str], *, in_titles: bool) -> Roll:
        of_each = {deal: dict(self._of(deal, kind, in_titles=in_titles)) for deal in deals}
        called = {name: fact for found in reversed(of_each.values()) for name, fact in found.items()}
        empty = tuple(deal for deal, found in of_each.items() if not found)
        ordered = dict.fromkeys(name for found in of_each.values() for name in found)
        return Roll(kind, tuple((name, called[name]) for name in ordered), deals=tuple(deals), empty=empty)

    def _of(self, deal: str, kind: str, *, in_titles: bool) -> Iterator[tuple[str, Fact]]:
        """Those of a kind whom a deal's statements name in every language, each with the first that does.

        Whoever a title names comes first: of the short items they are the theme.
        """
        seen: set[str] = set()
        told = [self._by_title(fact) for fact in self._facts(deal) if fact.attribute not in self._reporting]
        for fact in sorted(told, key=lambda one: not self._in_title(one)):
            if in_titles and not self._in_title(fact):
                return
            for name in sorted(self._told.in_all(fact.id) - seen):
                if self._is(name, kind):
                    seen.add(name)
                    yield name, fact

    def _by_title(self, fact: Fact) -> Fact:
        """A fact cited from a title first."""
        return replace(fact, citations=tuple(sorted(fact.citations, key=lambda one: not self._is_title(one))))

    def _in_title(self, fact: Fact) -> bool:
        return self._is_title(fact.citations[0])

    def _is_title(self, citation: Citation) -> bool:
        """Does it stand in the title of a section?"""
        section = self._knowledge.sources[citation.source].section(citation.paragraph)
        return section is not None and section.first == citation.paragraph

    def _facts(self, deal: str) -> Iterator[Fact]:
        return map(self._knowledge.facts.__getitem__, self._knowledge.deals[deal].facts)

    def _is(self, name: str, kind: str) -> bool:
        if is_country(name):
            return kind == _COUNTRY
        known = self._knowledge.entities.get(name)
        kinds = _BRANDED if kind == _BRAND else {kind}
        return self._knowledge.kind_of(name) in kinds and not (known and known.countries)

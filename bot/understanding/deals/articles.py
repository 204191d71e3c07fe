"""Which deals an article tells of: "the *Brussels article*", "the *news items* on Amazon".

An article is a source, or a section of one that has a title of its own. It is called by what the deals are called
that it tells of, and stands for all of these: whoever asks what an article names means more than one of them.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from bot.facts.model import Fact, Knowledge, Section
from bot.understanding.deals.titles import Titles
from bot.understanding.language.wordpatterns import Phrases
from bot.understanding.utterance.units import Unit


class Article(NamedTuple):
    """A source and where the section begins that is meant, 0 for the rest of it."""

    source: str
    section: int


class Articles:
    """Finds articles by the deals that they tell of; `nouns` are what they are called ("story")."""

    def __init__(self, knowledge: Knowledge, titles: Titles, nouns: Iterable[str]) -> None:
        self._knowledge, self._titles = knowledge, titles
        self._nouns = Phrases(nouns)
        self._told: dict[Article, list[str]] = defaultdict(list)
        for deal in knowledge.deals.values():
            if home := self._home(knowledge.facts[fact] for fact in deal.facts):
                self._told[home].append(deal.id)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the nouns for an article stand in a text."""
        return self._nouns.spans(text)

    def telling(self, said: Sequence[Unit]) -> tuple[str, ...]:
        """All deals of the articles that tell of one which all the units call, or of one for each of them."""
        of_each = [self._titles.bearing(unit) | self._titles.having(unit) for unit in said]
        together = frozenset.intersection(*of_each) if of_each else frozenset[str]()
        found = [told for told in self._told.values() if not together.isdisjoint(told)]
        if not found:  # one deal is called so, and another beside it
            found = [told for told in self._told.values() if of_each and not any(map(_none_of(told), of_each))]
        return tuple(deal for told in found for deal in told)

    def brief(self) -> tuple[str, ...]:
        """The deals of all short items, which stand in sections of their own."""
        return tuple(deal for one, told in sorted(self._told.items()) if one.section for deal in told)

    def beside(self, deals: Collection[str]) -> tuple[str, ...]:
        """The deals of the sections below the articles that tell of these, in their order; below a section is none."""
        own = {one.source for one, told in self._told.items() if not one.section and not set(told).isdisjoint(deals)}
        found = (told for article, told in sorted(self._told.items()) if article.source in own)
        return tuple(deal for told in found for deal in told if deal not in deals)

    def _home(self, facts: Iterable[Fact]) -> Article | None:
        """The article that a deal's facts are cited from most."""
        cited = Counter(
            Article(one.source, section.first if (section := self._section(one.source, one.paragraph)) else 0)
            for fact in facts
            for one in fact.citations
        )
        return cited.most_common(1)[0][0] if cited else None

    def _section(self, source: str, paragraph: int) -> Section | None:
        return self._knowledge.sources[source].section(paragraph)


def _none_of(told: Collection[str]) -> Callable[[frozenset[str]], bool]:
    return lambda deals: deals.isdisjoint(told)

"""All that is said of something: "what do the articles say about *cash*?", "Safe.Shop? What's that about?".

Of a topic, of several deals, or of a name that is told of in some; what else is said makes it another question.
"""

from collections.abc import Sequence

from bot.facts.entities import PLACE
from bot.facts.model import Knowledge
from bot.understanding.deals.sheet import BEARERS, EVERYTHING, TOPIC, FactSheet
from bot.understanding.deals.sheetwords import SheetWords, Spans
from bot.understanding.deals.shortitems import ShortItems
from bot.understanding.deals.topics import Topics
from bot.understanding.utterance.units import Analysis, Unit


class Sayings:
    """Finds the facts."""

    def __init__(self, knowledge: Knowledge, items: ShortItems, topics: Topics, words: SheetWords) -> None:
        self._knowledge, self._items, self._topics, self._words = knowledge, items, topics, words
        self._scopes = items.scopes

    def asked(self, analysis: Analysis) -> FactSheet | None:
        """All on a topic or several deals, or on a deal that is named before it is taken up ("X: what's *that*?")."""
        text = analysis.text
        taking = self._words.spans(text, "taking_up")
        heard = taking or self._saying(text) or self._words.spans(text, EVERYTHING)
        if not heard or not self._words.open(analysis):
            return None
        left = self._words.left(analysis, [*heard, *self._words.spans(text, "where", "articles")])
        turned = bool(taking) or analysis.refers  # "was ist das Lager" takes nothing up
        if not left or (turned and not _named_beside(heard, left, taken_up=bool(taking))):
            return None
        deals = self._scopes.called(text, left)
        if taking and len(deals) == 1:
            return self.of_deal(deals[0])
        if not taking and len(deals) > 1 and not self._scopes.is_article(text):
            every = [fact for deal in deals for fact in self._knowledge.deals[deal].facts]
            return FactSheet(EVERYTHING, tuple(map(self._knowledge.facts.__getitem__, every)), None, deals=deals)
        facts = self._topics.facts(left, analysis.language)
        return FactSheet(TOPIC, facts, None, tuple(left)) if facts else None

    def names(self, analysis: Analysis) -> tuple[Unit, ...]:
        """The names of which it is asked what is said of them at all, or everything, if nothing else is asked."""
        said = self._saying(analysis.text)
        heard = said or self._words.spans(analysis.text, EVERYTHING)
        if not heard or not self._words.open(analysis):
            return ()
        left = tuple(self._words.left(analysis, [*heard, *self._words.spans(analysis.text, "where", "articles")]))
        kinds = {self._knowledge.kind_of(entity) for unit in left for entity in unit.entities}
        named = all(unit.entities for unit in left) and (not said or kinds <= BEARERS | {PLACE})
        return left if named else ()

    def of_deal(self, deal: str) -> FactSheet:
        """All that is told of a deal."""
        facts = map(self._knowledge.facts.__getitem__, self._knowledge.deals[deal].facts)
        return FactSheet(EVERYTHING, tuple(facts), deal)

    def _saying(self, text: str) -> Spans:
        """Where it is asked what is said of something, or which articles (not short items) deal with it."""
        articles = self._scopes.is_article(text) and not self._items.spans(text)
        handling = self._words.spans(text, "handling") if articles else []
        return self._words.spans(text, "saying") or handling


def _named_beside(heard: Spans, left: Sequence[Unit], *, taken_up: bool) -> bool:
    """Is the topic said, before it is taken up ("… on *that*") or behind the words that ask for it?"""
    return left[0].start < heard[0][0] if taken_up else left[0].start >= max(end for _, end in heard)

"""What is wanted of several deals, articles or names all at once, or of a topic: "all sums in the articles on A and B".

As with the sheet of one deal (`factsheets`), which goes first, nothing else may be said but whose it is.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from bot.facts.entities import PLACE
from bot.facts.model import Fact, Knowledge
from bot.facts.section_reader import Lists
from bot.understanding.deals.factsheets import (
    BEARERS,
    EVERYTHING,
    FIGURES,
    FORM,
    OPEN,
    OTHERWISE,
    TOPIC,
    VALUES,
    FactSheet,
    telling,
)
from bot.understanding.deals.scopes import Scopes
from bot.understanding.deals.topics import Topics
from bot.understanding.language.wordpatterns import Phrases
from bot.understanding.utterance.analysis import CONTEXT_WEIGHT
from bot.understanding.utterance.units import SAID, Analysis, Unit

_SAYING, _HANDLING, _TAKING_UP, _UNKNOWN = "saying", "handling", "taking_up", "unknown"
_SEVERAL = 2
_ASKING = OPEN | {"quote", "product", "deal"}
"""What articles "say" is asked for in the words for what somebody said, and "articles" may be goods."""

_DENIED = "negation"


class Gathering:
    """Gathers such sheets; `sheets` and `mentions` are the words of factsheets.yaml and mentions.yaml."""

    def __init__(
        self,
        knowledge: Knowledge,
        about: Mapping[str, Sequence[Fact]],
        scopes: Scopes,
        topics: Topics,
        sheets: Collection[Lists],
        mentions: Collection[Lists],
    ) -> None:
        self._knowledge, self._about = knowledge, about
        self._scopes, self._topics = scopes, topics
        self._phrases = {
            kind: _phrases(sheets, kind) for kind in (*VALUES, EVERYTHING, FORM, _SAYING, _HANDLING, _TAKING_UP)
        }
        self._unknown, self._named = _phrases(sheets, _UNKNOWN), _phrases(mentions, "named")
        self._where = [_phrases(mentions, key) for key in ("where", "articles")]

    def asked(self, analysis: Analysis) -> FactSheet | None:
        """The sheet that an utterance asks for and nothing else."""
        flags = analysis.flags - ({"most"} if analysis.most else set())  # "the *top* three figures"
        whether = "yesno" in flags and "followup" not in flags and not self._begins(analysis)
        otherwise = flags & OTHERWISE or whether
        types = analysis.types - {"person"} if analysis.types & FIGURES else analysis.types  # a figure may be somebody
        if (otherwise and not self._only_unknown(analysis)) or not types <= _ASKING:
            return None
        for kind in VALUES:
            if heard := self._phrases[kind].spans(analysis.text):
                left = list(self._left(analysis, [*heard, *self._named.spans(analysis.text)]))
                return self._of_deals(kind, analysis.text, left) or self._of_names(kind, left)
        return self._on_topic(analysis)

    def of_deal(self, deal: str) -> FactSheet:
        """All that is told of a deal."""
        return FactSheet(EVERYTHING, tuple(self._facts(deal)), deal)

    def names(self, analysis: Analysis) -> tuple[Unit, ...]:
        """The names of which it is asked what is said of them at all, if nothing else is asked."""
        heard = self._saying(analysis.text)
        if not heard or analysis.flags & OTHERWISE or not analysis.types <= _ASKING:
            return ()
        left = tuple(
            self._left(analysis, [*heard, *(span for one in self._where for span in one.spans(analysis.text))])
        )
        kinds = {self._knowledge.kind_of(entity) for unit in left for entity in unit.entities}
        return left if all(unit.entities for unit in left) and kinds <= BEARERS | {PLACE} else ()

    def _on_topic(self, analysis: Analysis) -> FactSheet | None:
        """All that is told of a topic, or of a deal that is named before it is taken up ("X: what's *on that*?")."""
        text = analysis.text
        taking = self._phrases[_TAKING_UP].spans(text)
        heard = taking or self._saying(text) or self._phrases[EVERYTHING].spans(text)
        if not heard:
            return None
        where = [span for one in self._where for span in one.spans(text)]
        left = list(self._left(analysis, [*heard, *where]))
        if analysis.refers and not self._named_beside(heard, left, taken_up=bool(taking)):
            return None
        deals = self._scopes.called(text, left) if left else ()
        if taking and len(deals) == 1:
            return self.of_deal(deals[0])
        if not taking and len(deals) > 1 and not self._scopes.is_article(text):
            return FactSheet(EVERYTHING, tuple(fact for deal in deals for fact in self._facts(deal)), None, deals=deals)
        facts = self._topics.facts(left, analysis.language)
        return FactSheet(TOPIC, facts, None, tuple(left)) if facts else None

    def _saying(self, text: str) -> list[tuple[int, int]]:
        """Where it is asked what is said of something, or which articles deal with it."""
        handling = self._phrases[_HANDLING].spans(text) if self._scopes.is_article(text) else []
        return self._phrases[_SAYING].spans(text) or handling

    @staticmethod
    def _named_beside(heard: Sequence[tuple[int, int]], left: Sequence[Unit], *, taken_up: bool) -> bool:
        """Is the topic said, before it is taken up ("… on *that*") or behind the words that ask for it?"""
        if not left:
            return False
        return left[0].start < heard[0][0] if taken_up else left[0].start >= max(end for _, end in heard)

    def _of_deals(self, kind: str, text: str, left: Sequence[Unit]) -> FactSheet | None:
        """What is told of several deals, or in articles; of one that tells nothing, what stands below it."""
        asked: list[str] = []
        for deals in self._scopes.articles(text, left) or [(deal,) for deal in self._scopes.called(text, left)]:
            empty = not any(map(self._tells(kind), deals)) and self._scopes.is_article(text)
            asked += (deal for deal in (*deals, *(self._scopes.beside(deals) if empty else ())) if deal not in asked)
        told = tuple(fact for deal in asked for fact in self._told(kind, self._facts(deal)))
        if self._scopes.is_article(text):  # of what an article tells, only this was asked for
            asked = [deal for deal in asked if self._tells(kind)(deal)]
        return FactSheet(kind, told, None, deals=tuple(asked)) if told else None

    def _tells(self, kind: str) -> Callable[[str], bool]:
        return lambda deal: next(self._told(kind, self._facts(deal)), None) is not None

    def _of_names(self, kind: str, left: Sequence[Unit]) -> FactSheet | None:
        """What is told of several companies and the like, each by itself."""
        named = all(unit.kind == "entity" and unit.entities for unit in left) and len(left) >= _SEVERAL
        if not named or any(self._knowledge.kind_of(unit.entities[0]) not in BEARERS for unit in left):
            return None
        of_each = [tuple(self._told(kind, self._about.get(unit.entities[0], ()))) for unit in left]
        facts = tuple(dict.fromkeys(fact.id for told in of_each for fact in told))
        found = tuple(self._knowledge.facts[fact] for fact in facts)
        return FactSheet(kind, found, None, tuple(left)) if all(of_each) else None

    def _left(self, analysis: Analysis, heard: Iterable[tuple[int, int]]) -> Iterator[Unit]:
        """What is said beside, in its order; what stands before the question counts as well."""
        spans = [*heard, *self._phrases[FORM].spans(analysis.text), *self._unknown.spans(analysis.text)]
        for unit in sorted(analysis.units, key=lambda one: one.start):
            least = SAID * (CONTEXT_WEIGHT if unit.start in analysis.beside else 1.0)
            if unit.kind != "operator" and unit.weight >= least and not _inside(unit, spans):
                yield unit

    def _begins(self, analysis: Analysis) -> bool:
        """Does it begin with what is wanted? Then it is no question for yes or no."""
        spans = [span for kind in (*VALUES, EVERYTHING, FORM) for span in self._phrases[kind].spans(analysis.text)]
        return bool(analysis.most) or any(not analysis.text[:start].strip() for start, _ in spans)

    def _only_unknown(self, analysis: Analysis) -> bool:
        """Is nothing denied but that the one who asks knows it ("X means *nothing* to me")?"""
        return analysis.flags & OTHERWISE == {_DENIED} and bool(self._unknown.spans(analysis.text))

    def _facts(self, deal: str) -> Iterator[Fact]:
        return map(self._knowledge.facts.__getitem__, self._knowledge.deals[deal].facts)

    @staticmethod
    def _told(kind: str, facts: Iterable[Fact]) -> Iterator[Fact]:
        return iter(telling(kind, facts))


def _phrases(listed: Iterable[Lists], key: str) -> Phrases:
    return Phrases(phrase for lists in listed for phrase in lists.get(key, ()))


def _inside(unit: Unit, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= unit.start < end for start, end in spans)

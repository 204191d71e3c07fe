"""Figures, sums or dates of several deals, articles or names at once: "all sums in the articles on A and B".

As with the sheet of one deal (`factsheets`), which goes first, nothing else may be said but whose they are, and what
else of it is wanted ("the *goals* and numbers").
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.facts.model import Fact, Knowledge
from bot.understanding.deals.scopes import Scopes
from bot.understanding.deals.sheet import BEARERS, EVERYTHING, VALUES, FactSheet, telling
from bot.understanding.deals.sheetwords import SheetWords, Spans
from bot.understanding.readings.attributes import AttributeFinder
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis, Unit

_SEVERAL = 2


class Gathering:
    """Gathers such sheets; `about` are the facts about each name."""

    def __init__(
        self,
        knowledge: Knowledge,
        about: Mapping[str, Sequence[Fact]],
        scopes: Scopes,
        attributes: AttributeFinder,
        words: SheetWords,
        joints: Joints,
    ) -> None:
        self._of = re.compile(rf"{joints.belonging.pattern}\s+$", re.IGNORECASE)
        self._knowledge, self._about, self._scopes = knowledge, about, scopes
        self._attributes, self._words, self._joint = attributes, words, joints.item

    def asked(self, analysis: Analysis) -> FactSheet | None:
        """The sheet that an utterance asks for and nothing else."""
        text = analysis.text
        kind = next((kind for kind in VALUES if self._words.spans(text, kind)), None)
        if kind is None or not self._words.open(analysis):
            return None
        heard = self._words.spans(text, kind)
        left = self._words.left(analysis, [*heard, *self._words.spans(text, "named")])
        beside = [unit for unit in left if unit.kind != "entity" and self._is_joined(text, unit, heard)]
        own = [unit for unit in left if unit not in beside]
        if own and own[0].kind != "entity" and self._of.search(text[: own[0].start]):  # "numbers of brands"
            return None
        return self._of_deals(kind, text, own, beside) or self._of_names(kind, left)

    def _is_joined(self, text: str, unit: Unit, heard: Spans) -> bool:
        """Is it joined to what is wanted?"""
        between = (text[unit.end : start] if unit.end <= start else text[end : unit.start] for start, end in heard)
        return any(map(self._joint.fullmatch, between))

    def _of_deals(self, kind: str, text: str, left: Sequence[Unit], beside: Sequence[Unit]) -> FactSheet | None:
        """What is told of several deals, or in articles; of one that tells nothing, what stands below it."""
        asked: list[str] = []
        article = self._scopes.is_article(text)
        for deals in self._scopes.articles(text, left) or [(deal,) for deal in self._scopes.called(text, left)]:
            below = self._scopes.beside(deals) if article and not any(self._told(kind, deal) for deal in deals) else ()
            asked += (deal for deal in (*deals, *below) if deal not in asked)
        told = tuple(fact for deal in asked for fact in self._told_with(kind, beside, deal))
        if article:  # of what an article tells, only this was asked for
            asked = [deal for deal in asked if self._told(kind, deal)]
        alone = asked[0] if len(asked) == 1 else None
        kind = EVERYTHING if beside else kind
        return FactSheet(kind, told, alone, deals=() if alone else tuple(asked)) if told else None

    def _of_names(self, kind: str, left: Sequence[Unit]) -> FactSheet | None:
        """What is told of several companies and the like, each by itself."""
        named = all(unit.kind == "entity" and unit.entities for unit in left) and len(left) >= _SEVERAL
        if not named or any(self._knowledge.kind_of(unit.entities[0]) not in BEARERS for unit in left):
            return None
        of_each = [telling(kind, self._about.get(unit.entities[0], ())) for unit in left]
        return FactSheet(kind, tuple(_different(of_each)), None, tuple(left)) if all(of_each) else None

    def _told_with(self, kind: str, beside: Sequence[Unit], deal: str) -> list[Fact]:
        """What a deal tells of a kind, and on the sides of it that words speak for; each of these must be told."""
        named = [self._attributes.named_by(unit) for unit in beside]
        sides = [[fact for fact in self._facts(deal) if fact.attribute in names] for names in named]
        found = {fact.id for facts in (self._told(kind, deal), *sides) for fact in facts}
        return [fact for fact in self._facts(deal) if fact.id in found] if all(sides) else []

    def _told(self, kind: str, deal: str) -> tuple[Fact, ...]:
        return telling(kind, self._facts(deal))

    def _facts(self, deal: str) -> Iterator[Fact]:
        return map(self._knowledge.facts.__getitem__, self._knowledge.deals[deal].facts)


def _different(facts: Iterable[Iterable[Fact]]) -> Iterable[Fact]:
    return {fact.id: fact for told in facts for fact in told}.values()

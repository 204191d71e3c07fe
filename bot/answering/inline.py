"""Answers while somebody types in another chat: up to ten statements ranked for the words so far, or topics for none.

Beside the desk: no conversation, no refusals. What is offered is a statement with its citation, never a guess in words.
"""

from collections import OrderedDict
from dataclasses import dataclass

from bot.answering import answers
from bot.answering.lists.listing import summary
from bot.answering.room.reply import Reply
from bot.answering.room.room import Room
from bot.answering.room.suggestions import headline, importance
from bot.facts.model import LANGUAGES, Fact
from bot.understanding.judging.recognition import Verdict
from bot.understanding.language.normalise import clean, tokenise

MOST = 10
_LEAST_COVERAGE = 0.5
_REMEMBERED = 512


@dataclass(frozen=True)
class Offer:
    """One statement to share: the fact, a title to pick it by, and the reply that states it."""

    fact: str
    title: str
    reply: Reply


class InlineDesk:
    """Answers inline queries. Remembers the last ones, each language apart."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._remembered = OrderedDict[tuple[str, str], tuple[Offer, ...]]()

    def offers(self, query: str, hint: str | None) -> tuple[Offer, ...]:
        """At most ten offers, the best first, in the user's language (else English)."""
        own = (hint or "").lower().replace("_", "-").partition("-")[0]
        language = own if own in LANGUAGES else "en"
        text = " ".join(clean(query).split())
        key = (language, text.lower())
        if key not in self._remembered:
            self._remembered[key] = self._found(text, language)
            if len(self._remembered) > _REMEMBERED:
                self._remembered.popitem(last=False)
        self._remembered.move_to_end(key)
        return self._remembered[key]

    def _found(self, text: str, language: str) -> tuple[Offer, ...]:
        facts = self._ranked(text) if text else self._topics()
        alone = dict.fromkeys(fact.id for fact in facts if fact.standalone)
        return tuple(self._offer(fact, language) for fact in alone)[:MOST]

    def _ranked(self, text: str) -> list[Fact]:
        """What answers the words first, then what is near them, then what holds them as they are."""
        recognition = self._room.recogniser.recognise(text)
        # A chat's answer may begin with a context; here each statement stands by itself, so the best comes first.
        chosen = sorted(recognition.chosen, key=lambda reading: -reading.score)
        ranked = [reading.features.fact for reading in chosen]
        if recognition.verdict in (Verdict.ANSWER, Verdict.CLARIFY, Verdict.SILENT):
            near = (reading for reading in recognition.readings if reading.coverage >= _LEAST_COVERAGE)
            ranked += [reading.features.fact for reading in near]
        ranked += [summary(self._room, deal) for deal in recognition.deals]
        words = tuple(token.folded for token in tokenise(text))
        holding = [self._room.knowledge.facts[fact] for fact in self._room.index.find(words)] if words else []
        return ranked + sorted(holding, key=lambda fact: (-importance(self._room, fact), fact.id))

    def _topics(self) -> list[Fact]:
        """What the deals are that most is known of."""
        deals = sorted(self._room.knowledge.deals.values(), key=lambda deal: -len(deal.facts))[:MOST]
        return [summary(self._room, deal.id) for deal in deals]

    def _offer(self, fact_id: str, language: str) -> Offer:
        fact = self._room.knowledge.facts[fact_id]
        deal = self._room.knowledge.deals[fact.deal]
        # A phone shows the beginning: what ten statements on one deal differ in goes first.
        title = f"{headline(self._room, language, fact)} – {deal.title[language]}"
        return Offer(fact_id, title, answers.state(self._room, [fact], language))

"""Lists deals, each with the statement that says what it is and its citation."""

from bot.answering import suggestions
from bot.answering.reply import Choice, Outcome, Reply
from bot.answering.room import Room
from bot.answering.tokens import token_of
from bot.facts.model import Fact
from bot.understanding.recognition import Recognition

MOST_LISTED = 5


def deals(room: Room, recognition: Recognition, language: str) -> Reply:
    """The deals found, the first few with their statement; the others to tap."""
    voice = room.voices[language]
    statements = room.statements(language)
    statements.say_all(summary(room, deal) for deal in recognition.deals[:MOST_LISTED])
    lead = voice.plural("deals.found", len(recognition.deals))
    choices = tuple(
        Choice(suggestions.shortened(room.knowledge.deals[deal].title[language]), token_of("d", deal))
        for deal in recognition.deals[:10]
    )
    return Reply(
        Outcome.ANSWER,
        language,
        (lead, *statements.blocks),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=choices,
        score=100.0,
    )


def summary(room: Room, deal: str) -> Fact:
    """The fact that says best what a deal is: the first of the greatest importance."""
    return max(room.store.facts_of(deal), key=lambda fact: suggestions.importance(room, fact))

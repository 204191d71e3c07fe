"""What a token opens, beyond the single fact, deal or source: an answer again, its sources, a page, a menu, a language.

Called by the desk for whatever it doesn't know itself; a deep link is a token in other letters.
"""

from bot.answering import answers
from bot.answering.browsing import browse, cards, comparison, search, sourcecards, timeline
from bot.answering.languages import choose_language
from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Reply
from bot.answering.room.room import Room


def open_token(room: Room, token: str, conversation: Conversation, language: str) -> tuple[Reply, Conversation] | None:
    """The reply behind a token and the conversation after it; None for a token that nobody knows."""
    if token.startswith("l1."):
        return choose_language(room, token[3:], conversation, language)
    reply = _sources(room, token[1:], language) if token.startswith("o") else reopened(room, token, language)
    return (reply, conversation) if reply else None


def reopened(room: Room, token: str, language: str) -> Reply | None:
    """The reply that bore this token as its own."""
    facts, polarity = room.tokens.several(token)
    if facts:
        return answers.state(room, [room.knowledge.facts[fact] for fact in facts], language, polarity)
    if token.startswith("v1."):
        found = comparison.comparison(room, language, token[3:])
        return found if found.picture else None
    match room.tokens.resolve(token):
        case ("d", deal):
            return cards.deal_card(room, deal, language)
        case ("f", fact):
            return answers.state(room, [room.knowledge.facts[fact]], language)
        case ("s", source):
            return sourcecards.source_card(room, source, language)
        case _:
            pages = (browse.opened, search.opened, timeline.opened)
            return next((reply for page in pages if (reply := page(room, token, language))), None)


def _sources(room: Room, token: str, language: str) -> Reply | None:
    answer = reopened(room, token, language)
    return sourcecards.answer_sources(room, answer) if answer and answer.references else None

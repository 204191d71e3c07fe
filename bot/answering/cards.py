"""Cards: a deal with its key facts, a source with what is cited from it, and the lists of both."""

from bot.answering import suggestions
from bot.answering.reply import Choice, Outcome, Reply
from bot.answering.room import Room
from bot.answering.tokens import token_of

_KEY_FACTS = 6
_LISTED = 20


def deal_card(room: Room, deal_id: str, language: str) -> Reply:
    """Title, parties, status and the key facts of a deal, each with its citation."""
    voice, deal = room.voices[language], room.knowledge.deals[deal_id]
    statements = room.statements(language)
    facts = sorted(room.store.facts_of(deal_id), key=lambda fact: -suggestions.importance(room, fact))
    statements.say_all(facts[:_KEY_FACTS])
    names = voice.joined([voice.name(party) for party in deal.parties])
    head = "\n".join(
        (voice.text("deal.parties", names=names), voice.text("deal.status", status=voice.text(f"status.{deal.status}")))
    )
    return Reply(
        Outcome.ANSWER,
        language,
        (head, *statements.blocks),
        heading=deal.title[language],
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=suggestions.related(room, language, statements.facts, deal_id)[:-1],
        score=100.0,
    )


def deal_list(room: Room, language: str) -> Reply:
    """All deals, to tap."""
    voice = room.voices[language]
    deals = list(room.knowledge.deals.values())[:_LISTED]
    lines = [f"• {deal.title[language]} ({voice.text(f'status.{deal.status}')})" for deal in deals]
    choices = tuple(Choice(suggestions.shortened(deal.title[language]), token_of("d", deal.id)) for deal in deals)
    return Reply(Outcome.HELP, language, ("\n".join(lines),), heading=voice.text("deals.title"), choices=choices)


def source_list(room: Room, language: str) -> Reply:
    """All sources, to tap."""
    voice = room.voices[language]
    sources = list(room.knowledge.sources.values())[:_LISTED]
    lines = [f"• {source_title(room, source.id, language)}" for source in sources]
    choices = tuple(
        Choice(suggestions.shortened(source.label[language]), token_of("s", source.id)) for source in sources
    )
    return Reply(Outcome.HELP, language, ("\n".join(lines),), heading=voice.text("sources.title"), choices=choices)


def source_card(room: Room, source_id: str, language: str) -> Reply:
    """What is known of a source: title, publisher, date, language, how much is cited from it."""
    voice, source = room.voices[language], room.knowledge.sources[source_id]
    facts = room.store.citing(source_id)
    lines = [
        voice.text("source.card.title", title=source.title or voice.text("source.untitled")),
        voice.text("source.card.publisher", publisher=source.publisher or voice.text("source.unknown")),
        voice.text(
            "source.card.date", date=voice.date(source.published) if source.published else voice.text("source.undated")
        ),
        voice.text("source.card.language", language=voice.text(f"language.{source.language}")),
        voice.text("source.card.cited", facts=len(facts), paragraphs=len(source.digests)),
    ]
    deals = list(dict.fromkeys(fact.deal for fact in facts))[:_LISTED]
    choices = tuple(
        Choice(suggestions.shortened(room.knowledge.deals[deal].title[language]), token_of("d", deal)) for deal in deals
    )
    return Reply(Outcome.HELP, language, ("\n".join(lines),), heading=source.label[language], choices=choices)


def source_title(room: Room, source_id: str, language: str) -> str:
    """A source's title as printed, else our name for it."""
    source = room.knowledge.sources[source_id]
    return source.title or source.label[language]

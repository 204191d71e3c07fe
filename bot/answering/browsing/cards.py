"""The card of a deal: title, parties, places, status, key facts with their citations, and its dates in order."""

from bot.answering.browsing.browse import page_token
from bot.answering.browsing.timeline import Scope, marked, timeline_token
from bot.answering.room import suggestions
from bot.answering.room.dates import dated
from bot.answering.room.reply import Choice, Outcome, Reply
from bot.answering.room.room import Room
from bot.answering.room.shelf import Filter
from bot.answering.room.statements import Statements
from bot.answering.room.tokens import token_of
from bot.facts.model import Fact
from bot.facts.tells import Tells

_KEY_FACTS = 5
_DATES = 6


def deal_card(room: Room, deal_id: str, language: str) -> Reply:
    """The card of a deal."""
    voice, deal = room.voices[language], room.knowledge.deals[deal_id]
    facts = suggestions.by_importance(room, room.store.facts_of(deal_id))
    dates = dated(facts, room.knowledge.telling(Tells.HAPPENING))[:_DATES]
    statements = room.statements(language)
    statements.say_all(suggestions.sides_first(facts)[:_KEY_FACTS])
    statements.say_all(entry.fact for entry in dates)
    head = [voice.text("deal.parties", names=voice.joined([voice.name(party) for party in deal.parties]))]
    if deal.places:
        head.append(voice.text("deal.places", names=voice.joined([voice.name(place) for place in deal.places])))
    head.append(voice.text("deal.status", status=voice.text(f"status.{deal.status}")))
    lines = [
        f"{marked(room, entry, language)} – {suggestions.label(room, language, entry.fact)} "
        f"{marks(statements, entry.fact)}"
        for entry in dates
    ]
    return Reply(
        Outcome.ANSWER,
        language,
        ("\n".join(head), *statements.blocks, *(["\n".join((voice.text("deal.dates"), *lines))] if lines else [])),
        heading=deal.title[language],
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=(
            *suggestions.related(room, language, statements.facts, deal_id)[:-1],
            *((Choice(voice.text("deal.timeline"), timeline_token(Scope(deal_id))),) if len(dates) > 1 else ()),
            Choice(voice.text("deal.all"), page_token(Filter())),
        ),
        score=100.0,
        token=token_of("d", deal_id),
    )


def marks(statements: Statements, fact: Fact) -> str:
    """The marks [1][2] of a fact that has been stated."""
    cited = {(citation.source, citation.paragraph) for citation in fact.citations}
    return "".join(f"[{ref.number}]" for ref in statements.references if (ref.source, ref.paragraph) in cited)

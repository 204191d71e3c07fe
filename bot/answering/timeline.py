"""/timeline: what happened when, and what was planned, each entry with its citation; a picture goes with it.

"t1.<page>.<deal's token or nothing>" shows a page.
"""

import re

from bot.answering.browse import turning
from bot.answering.dates import Dated, dated
from bot.answering.reply import Choice, Outcome, Reply
from bot.answering.room import Room
from bot.answering.suggestions import shortened
from bot.answering.tokens import token_of

ON_A_PAGE = 6
_FORM = re.compile(r"t1\.(\d{1,4})\.(d1\.[0-9a-f]{10})?")


def timeline_token(deal: str | None, page: int = 0) -> str:
    """The token of a page, counted from 0; `deal` is None for the timeline of all deals."""
    return f"t1.{page}.{token_of('d', deal) if deal else ''}"


def opened(room: Room, token: str, language: str) -> Reply | None:
    """The page behind a token; None for any other."""
    found = _FORM.fullmatch(token)
    if not found:
        return None
    known = room.tokens.resolve(found[2]) if found[2] else None
    if found[2] and not known:
        return None
    return timeline(room, language, known[1] if known else None, int(found[1]))


def entries(room: Room, deal: str | None) -> tuple[Dated, ...]:
    """The dates of a deal, or of all deals."""
    return dated(room.store.facts_of(deal) if deal else room.knowledge.facts.values())


def timeline(room: Room, language: str, deal: str | None = None, page: int = 0) -> Reply:
    """One page of the timeline of a deal, or of all deals. The first one bears the picture."""
    voice, found = room.voices[language], entries(room, deal)
    title = room.knowledge.deals[deal].title[language] if deal else voice.text("timeline.all")
    heading = voice.text("timeline.title", title=title)
    to_deal = (Choice(shortened(title), token_of("d", deal)),) if deal else ()
    if not found:
        return Reply(Outcome.HELP, language, (voice.text("timeline.none"),), heading, choices=to_deal)
    pages = -(-len(found) // ON_A_PAGE)
    page = min(page, pages - 1)
    statements = room.statements(language)
    for entry in found[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]:
        statements.say(entry.fact, f"{marked(room, entry, language)}:")
    return Reply(
        Outcome.ANSWER,
        language,
        tuple(statements.blocks),
        heading=heading,
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=(*turning(room, language, page, pages, lambda other: timeline_token(deal, other)), *to_deal),
        score=100.0,
        token=timeline_token(deal, page),
        picture=f"timeline/{deal}" if deal else "timeline",
    )


def marked(room: Room, entry: Dated, language: str) -> str:
    """The date with its mark: filled for what happened, hollow for what was planned."""
    return f"{'○' if entry.planned else '●'} {room.voices[language].say(entry.value)}"

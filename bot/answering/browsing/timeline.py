"""/timeline: what happened when, and what was planned, each entry with its citation; a picture goes with it.

"t1.<page>.<deal's token, a filter's keys as in browse, or nothing>" shows a page.
"""

import re
from dataclasses import dataclass

from bot.answering.browsing.browse import EVERYTHING, KEYS, names_of, read, turning, written
from bot.answering.room.dates import Dated, dated
from bot.answering.room.reply import Choice, Outcome, Reply
from bot.answering.room.room import Room
from bot.answering.room.shelf import Filter
from bot.answering.room.suggestions import shortened
from bot.answering.room.tokens import token_of
from bot.facts.tells import Tells

ON_A_PAGE = 6
_FORM = re.compile(rf"t1\.(\d{{1,4}})\.(?:(d1\.[0-9a-f]{{10}})|{KEYS})?")
_FILTER = re.compile(KEYS)


@dataclass(frozen=True)
class Scope:
    """Whose dates are told: those of a deal, else of the deals that a filter lets through."""

    deal: str | None = None
    wanted: Filter = EVERYTHING

    @property
    def name(self) -> str:
        """The scope in a picture's name; nothing for all deals."""
        return self.deal or (written(self.wanted) if self.wanted.keys else "")

    @classmethod
    def named(cls, name: str) -> "Scope":
        """The scope of such a name."""
        found = _FILTER.fullmatch(name)
        return cls(wanted=read(found.groups())) if found else cls(name or None)

    def title(self, room: Room, language: str) -> str:
        """What it is called."""
        if self.deal:
            return room.knowledge.deals[self.deal].title[language]
        return " · ".join(names_of(room, language, self.wanted)) or room.voices[language].text("timeline.all")


ALL = Scope()


def timeline_token(scope: Scope, page: int = 0) -> str:
    """The token of a page, counted from 0."""
    return f"t1.{page}.{token_of('d', scope.deal) if scope.deal else scope.name}"


def opened(room: Room, token: str, language: str) -> Reply | None:
    """The page behind a token; None for any other."""
    found = _FORM.fullmatch(token)
    if not found:
        return None
    known = room.tokens.resolve(found[2]) if found[2] else None
    if found[2] and not known:
        return None
    wanted = read(found.groups()[2:]) if found[3] is not None else EVERYTHING
    return timeline(room, language, Scope(known[1] if known else None, wanted), int(found[1]))


def entries(room: Room, scope: Scope) -> tuple[Dated, ...]:
    """The dates in the scope; one that is filtered by a year holds what happened in it."""
    deals = [scope.deal] if scope.deal else [deal.id for deal in room.shelf.deals(scope.wanted)]
    facts = (fact for deal in deals for fact in room.store.facts_of(deal))
    found = dated(facts, room.knowledge.telling(Tells.HAPPENING))
    year = scope.wanted.year
    return tuple(entry for entry in found if year is None or str(entry.year) == year)


def timeline(room: Room, language: str, scope: Scope = ALL, page: int = 0) -> Reply:
    """One page of a timeline. The first one bears the picture."""
    voice, found, deal = room.voices[language], entries(room, scope), scope.deal
    title = scope.title(room, language)
    heading = voice.text("timeline.title", title=title)
    to_deal = (Choice(shortened(title), token_of("d", deal)),) if deal else ()
    if not found:
        return Reply(
            Outcome.HELP,
            language,
            (voice.text("timeline.none" if deal else "timeline.none_of_all"),),
            heading,
            choices=to_deal,
        )
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
        choices=(*turning(room, language, page, pages, lambda other: timeline_token(scope, other)), *to_deal),
        score=100.0,
        token=timeline_token(scope, page),
        picture=f"timeline/{scope.name}".rstrip("/"),
    )


def marked(room: Room, entry: Dated, language: str) -> str:
    """The date with its mark: filled for what happened, hollow for what was planned."""
    return f"{'○' if entry.planned else '●'} {room.voices[language].say(entry.value)}"

"""/deals: all deals page by page, narrowed by company, country, year and status. Each page and menu is one token.

"b1.<page>.<company>.<country>.<year>.<status>" shows deals, "m1.<side>.<page>.…" the choices of one side.
"""

import re
from collections.abc import Callable, Sequence

from bot.answering.room import suggestions
from bot.answering.room.reply import Choice, Outcome, Reply
from bot.answering.room.room import Room
from bot.answering.room.shelf import SIDES, Filter
from bot.answering.room.suggestions import shortened

ON_A_PAGE = 6
ON_A_MENU = 8
MOST_NAMED = 5
_KEY = r"[A-Za-z0-9_-]{0,10}"
KEYS = rf"({_KEY})\.({_KEY})\.({_KEY})\.({_KEY})"
"""A filter in a token: the keys of its sides, nothing for a side that isn't filtered."""
_PAGE = re.compile(rf"b1\.(\d{{1,4}})\.{KEYS}")
_MENU = re.compile(rf"m1\.([0-3])\.(\d{{1,4}})\.{KEYS}")
EVERYTHING = Filter()
TokenOf = Callable[[int], str]


def page_token(wanted: Filter, page: int = 0) -> str:
    """The token that shows a page, counted from 0."""
    return f"b1.{page}.{written(wanted)}"


def opened(room: Room, token: str, language: str) -> Reply | None:
    """The page or menu behind a token; None for any other."""
    if found := _PAGE.fullmatch(token):
        return deals_page(room, language, read(found.groups()[1:]), int(found[1]))
    if found := _MENU.fullmatch(token):
        return _menu(room, language, SIDES[int(found[1])], read(found.groups()[2:]), int(found[2]))
    return None


def deals_page(
    room: Room, language: str, wanted: Filter = EVERYTHING, page: int = 0, left: Sequence[str] = ()
) -> Reply:
    """One page of the deals that the filter lets through, to tap, with the filters below.

    `left` are words that were asked for and filter nothing.
    """
    voice = room.voices[language]
    deals = room.shelf.deals(wanted)
    pages = max(1, -(-len(deals) // ON_A_PAGE))
    page = min(page, pages - 1)
    shown = deals[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    lines = [f"• {deal.title[language]} ({voice.text(f'status.{deal.status}')})" for deal in shown]
    names = names_of(room, language, wanted)
    strange = ", ".join(voice.text("quoted", words=word) for word in tuple(dict.fromkeys(left))[:MOST_NAMED])
    unknown = voice.text("browse.left", words=strange) if left else ""
    head = voice.plural("browse.filtered", len(deals), names=" · ".join(names)) if names else ""
    return Reply(
        Outcome.HELP,
        language,
        tuple(filter(None, (unknown, head, "\n".join(lines)))),
        heading=voice.text("deals.title"),
        choices=(
            *suggestions.deals(room, language, (deal.id for deal in shown)),
            *_sides(room, language, wanted),
            *turning(room, language, page, pages, lambda other: page_token(wanted, other)),
            *((_away(voice.text("browse.all"), EVERYTHING),) if names else ()),
        ),
        token=page_token(wanted, page),
    )


def turning(room: Room, language: str, page: int, pages: int, token: TokenOf) -> tuple[Choice, ...]:
    """The choices that turn the page, with the number of this one between them."""
    if pages < 2:
        return ()
    voice = room.voices[language]
    here = voice.text("browse.page", page=str(page + 1), pages=str(pages))
    around = (("‹", page - 1), (here, page), ("›", page + 1))
    return tuple(Choice(label, token(other % pages), in_place=True) for label, other in around)


def names_of(room: Room, language: str, wanted: Filter) -> list[str]:
    """What a filter asks for, as the reader knows it."""
    return [side_name(room, language, side, key) for side, key in wanted.keys.items()]


def side_name(room: Room, language: str, side: str, key: str) -> str:
    """A filter's key as the reader knows it."""
    voice, name = room.voices[language], room.shelf.name(key)
    if name is None:
        return key
    if side == "status":
        return voice.text(f"status.{name}")
    return name if side == "year" else voice.name(name)


def _menu(room: Room, language: str, side: str, wanted: Filter, page: int) -> Reply:
    voice = room.voices[language]
    offered = room.shelf.offered(side, wanted)
    pages = max(1, -(-len(offered) // ON_A_MENU))
    page = min(page, pages - 1)
    number = SIDES.index(side)
    picks = tuple(
        Choice(
            shortened(f"{side_name(room, language, side, key)} ({count})"),
            page_token(wanted.having(side, key)),
            in_place=True,
        )
        for key, _, count in offered[page * ON_A_MENU : (page + 1) * ON_A_MENU]
    )
    back = _away(voice.text("browse.any"), wanted.having(side, None))
    turns = turning(room, language, page, pages, lambda other: f"m1.{number}.{other}.{written(wanted)}")
    heading = voice.text(f"browse.pick.{side}")
    return Reply(Outcome.HELP, language, (voice.text("browse.pick"),), heading, choices=(*picks, *turns, back))


def _away(label: str, left: Filter) -> Choice:
    """The choice that takes filters away; `left` is what is left of them."""
    return Choice(label, page_token(left), in_place=True, sort="away")


def _sides(room: Room, language: str, wanted: Filter) -> tuple[Choice, ...]:
    voice = room.voices[language]
    return tuple(
        Choice(
            voice.text(f"browse.side.{side}") + (" ✓" if wanted.key(side) else ""),
            f"m1.{number}.0.{written(wanted)}",
            in_place=True,
        )
        for number, side in enumerate(SIDES)
    )


def written(wanted: Filter) -> str:
    """A filter in a token; see `KEYS`."""
    return ".".join(wanted.key(side) or "" for side in SIDES)


def read(keys: Sequence[str]) -> Filter:
    """The filter of a token's keys."""
    return Filter(*(key or None for key in keys))

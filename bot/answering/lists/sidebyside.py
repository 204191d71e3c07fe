"""Tells two deals side by side: what speaks of both, each side that both tell as a pair, then what only one tells."""

from collections.abc import Iterable

from bot.answering.room import suggestions
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.answering.room.statements import Statements
from bot.facts.model import Fact
from bot.facts.tells import Tells
from bot.understanding.deals.sidebyside import SideBySide


def tell(room: Room, sides: SideBySide, language: str) -> Reply:
    """Each statement with its citation; what a pair tells stands above it."""
    voice, statements = room.voices[language], room.statements(language)
    one, other = (room.knowledge.deals[deal].title[language] for deal in sides.deals)
    blocks = [voice.text("sides.lead", one=one, other=other), *(_said(statements, fact) for fact in sides.of_both)]
    overviews = room.knowledge.telling(Tells.OVERVIEW)
    for pair in sides.pairs:
        whole = all(fact.attribute in overviews for fact in pair)
        heading = "" if whole else voice.text("sides.heading", what=suggestions.headline(room, language, pair[0]))
        blocks.append("\n".join(filter(None, (heading, *_items(statements, pair)))))
    for title, facts in zip((one, other), sides.own, strict=True):
        if facts:
            blocks.append("\n".join((voice.text("sheet.further", name=title), *_items(statements, facts))))
    return Reply(
        Outcome.ANSWER,
        language,
        tuple(blocks),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=suggestions.deals(room, language, sides.deals),
        score=100.0,
    )


def _items(statements: Statements, facts: Iterable[Fact]) -> list[str]:
    return [f"• {_said(statements, fact)}" for fact in facts]


def _said(statements: Statements, fact: Fact) -> str:
    """A fact's sentence and its remark."""
    before = len(statements.blocks)
    statements.say(fact)
    return " ".join(statements.blocks[before:])

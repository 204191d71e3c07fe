"""Tells what is asked for all at once: a deal's figures, sums or dates, or the most important of it."""

from bot.answering.room import suggestions
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.facts.model import Fact
from bot.understanding.deals.factsheets import EVERYTHING, FURTHER, FactSheet

MOST_TOLD, NEXT_TOLD = 5, 3


def tell(room: Room, sheet: FactSheet, language: str) -> Reply:
    """The most important of the facts, each with its citation, and how many are left."""
    voice, statements = room.voices[language], room.statements(language)
    if sheet.kind == FURTHER:
        return _further(room, sheet, language)
    told = suggestions.sides_first(suggestions.by_importance(room, sheet.facts))[:MOST_TOLD]
    statements.say_all(told if sheet.kind == EVERYTHING else _in_order(sheet.facts, told))
    title = room.knowledge.deals[sheet.deal].title[language] if sheet.deal else ""
    name = title or voice.joined([voice.name(unit.entities[0]) for unit in sheet.whose])
    left = len(sheet.facts) - len(told)
    return Reply(
        Outcome.ANSWER,
        language,
        (
            voice.text(f"sheet.{sheet.kind}", name=name),
            *statements.blocks,
            *([voice.plural("sheet.more", left)] if left else []),
        ),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=suggestions.related(room, language, statements.facts, sheet.deal or sheet.facts[0].deal),
        score=100.0,
    )


def _further(room: Room, sheet: FactSheet, language: str) -> Reply:
    """The next few of the facts, which come in their order; a word on it where nothing is left."""
    voice, statements = room.voices[language], room.statements(language)
    statements.say_all(sheet.facts[:NEXT_TOLD])
    name = room.knowledge.deals[sheet.deal].title[language] if sheet.deal else ""
    return Reply(
        Outcome.ANSWER if sheet.facts else Outcome.SILENT,
        language,
        (voice.text("sheet.further" if sheet.facts else "sheet.all_told", name=name), *statements.blocks),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=suggestions.related(room, language, statements.facts, sheet.deal),
        score=100.0,
    )


def _in_order(facts: tuple[Fact, ...], told: list[Fact]) -> list[Fact]:
    """Figures stand as their deal's file has them: what belongs together stays so."""
    return [fact for fact in facts if fact in told]

"""Tells what is asked for all at once: a deal's figures, sums or dates, or the most important of it."""

from itertools import zip_longest

from bot.answering.lists.rollcall import MOST_EMPTY
from bot.answering.room import suggestions
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.facts.model import Fact
from bot.understanding.deals.sheet import EVERYTHING, FURTHER, TOPIC, FactSheet

MOST_TOLD, NEXT_TOLD = 5, 3
MOST_OF_SEVERAL, SEVERAL = 8, 2


def tell(room: Room, sheet: FactSheet, language: str, most: int = 0) -> Reply:
    """The most important of the facts, each with its citation, and how many are left."""
    voice, statements = room.voices[language], room.statements(language)
    if sheet.kind == FURTHER:
        return _further(room, sheet, language)
    if not sheet.facts:
        return _nothing(room, sheet, language)
    told = _chosen(room, sheet)[: most or None]
    statements.say_all(told if sheet.kind in (EVERYTHING, TOPIC) else _in_order(sheet.facts, told))
    left = len(sheet.facts) - len(told)
    return Reply(
        Outcome.ANSWER,
        language,
        (
            _lead(room, sheet, language),
            *statements.blocks,
            *([voice.plural("sheet.more", left)] if left else []),
            *_empty(room, sheet, language),
        ),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=suggestions.related(room, language, statements.facts, sheet.deal or sheet.facts[0].deal),
        score=100.0,
    )


def _nothing(room: Room, sheet: FactSheet, language: str) -> Reply:
    """That nothing of the kind is told of a deal, which can be opened."""
    title = room.knowledge.deals[sheet.deal].title[language] if sheet.deal else ""
    text = room.voices[language].text("roll.none_of", name=title)
    return Reply(Outcome.SILENT, language, (text,), choices=suggestions.related(room, language, (), sheet.deal))


def _chosen(room: Room, sheet: FactSheet) -> list[Fact]:
    """The most important of the facts; of several deals, or of several named, the first of each before any second."""
    chosen = suggestions.sides_first(suggestions.by_importance(room, sheet.facts))
    if not sheet.deals and len(sheet.whose) < SEVERAL:
        return chosen[:MOST_TOLD]
    of_each = [[fact for fact in chosen if fact.deal == deal] for deal in dict.fromkeys(f.deal for f in sheet.facts)]
    return [fact for facts in zip_longest(*of_each) for fact in facts if fact][:MOST_OF_SEVERAL]


def _lead(room: Room, sheet: FactSheet, language: str) -> str:
    """What is told, and of what; where some of several deals tell nothing of it, that they don't."""
    voice, deals = room.voices[language], room.knowledge.deals
    if not sheet.deals:
        names = [voice.name(unit.entities[0]) if unit.entities else unit.text for unit in sheet.whose]
        return voice.text(
            f"sheet.{sheet.kind}", name=deals[sheet.deal].title[language] if sheet.deal else voice.joined(names)
        )
    telling = _telling(sheet)
    titles = [voice.text("quoted", words=deals[deal].title[language]) for deal in sheet.deals if deal in telling]
    return voice.text(f"sheet.{sheet.kind}.several", names=voice.joined(titles))


def _empty(room: Room, sheet: FactSheet, language: str) -> list[str]:
    """That some of the deals asked about tell nothing of it, if these are few."""
    empty = [deal for deal in sheet.deals if deal not in _telling(sheet)]
    titles = [room.knowledge.deals[deal].title[language] for deal in empty]
    return [room.voices[language].text("roll.none_of", name=title) for title in titles if len(titles) <= MOST_EMPTY]


def _telling(sheet: FactSheet) -> set[str]:
    return {fact.deal for fact in sheet.facts}


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

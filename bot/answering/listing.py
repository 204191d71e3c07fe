"""Lists deals, each with the statement that says what it is and its citation."""

from collections.abc import Sequence

from bot.answering import suggestions
from bot.answering.reply import Choice, Outcome, Reply
from bot.answering.room import Room
from bot.answering.tokens import token_of
from bot.facts.model import Fact
from bot.facts.values import EntityList, EntityValue
from bot.understanding.recognition import Recognition
from bot.understanding.units import Unit
from bot.understanding.wanted import Wanted

MOST_LISTED = 5
MOST_NEAR = 3


def deals(room: Room, recognition: Recognition, language: str) -> Reply:
    """The deals found, the first few with their statement; the others to tap."""
    wanted = recognition.wanted or Wanted()
    if not recognition.deals:
        return _none(room, recognition, wanted, language)
    statements = room.statements(language)
    statements.say_all(summary(room, deal) for deal in recognition.deals[:MOST_LISTED])
    lead = _lead(room, wanted, len(recognition.deals), language)
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


def _lead(room: Room, wanted: Wanted, number: int, language: str) -> str:
    """How many there are, of what is limited by more than a name."""
    voice = room.voices[language]
    limits = [voice.text(f"status.{status}") for status in wanted.statuses] + [unit.text for unit in wanted.years]
    if wanted.without:
        left_out = voice.joined(
            [voice.name(u.entities[0], "accusative") if u.entities else u.text for u in wanted.without]
        )
        limits.append(voice.text("deals.without", names=left_out))
    if not limits and number:
        return voice.plural("deals.found", number)
    limits = [voice.name(unit.entities[0]) for unit in wanted.names if unit.entities] + limits
    text = voice.plural("browse.filtered", number, names=" · ".join(limits))
    return text[:1].upper() + text[1:]


def _none(room: Room, recognition: Recognition, wanted: Wanted, language: str) -> Reply:
    """That there is none, which agreements there are, and what the sources hold on those named."""
    voice = room.voices[language]
    statements = room.statements(language)
    limited = bool(wanted.statuses or wanted.years)
    lister = room.recogniser.lister
    places = lister.countries(wanted) or wanted.names
    names, placed = (voice.joined([voice.name(u.entities[0]) for u in units]) for units in (wanted.names, places))
    key = "deals.none" if len(wanted.names) == 1 else "deals.none_between"
    blocks = [_lead(room, wanted, 0, language) if limited else voice.text(key, names=names)]
    near = () if limited else lister.agreements(wanted)[:MOST_NEAR]
    if near:
        statements.say_all(summary(room, deal) for deal in near)
        blocks += [voice.text("deals.others"), *statements.blocks]
    elsewhere = _elsewhere(room, places)
    if elsewhere and elsewhere.id not in statements.facts:
        said = len(statements.blocks)
        statements.say(elsewhere)
        blocks += [voice.text("deals.elsewhere", names=placed), *statements.blocks[said:]]
    return Reply(
        Outcome.SILENT,
        language,
        tuple(blocks),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=tuple(
            Choice(suggestions.shortened(room.knowledge.deals[deal].title[language]), token_of("d", deal))
            for deal in dict.fromkeys(room.knowledge.facts[fact].deal for fact in statements.facts)
        ),
        score=recognition.score,
    )


def _elsewhere(room: Room, names: Sequence[Unit]) -> Fact | None:
    """The most important fact whose values name one of the countries."""
    for unit in names:
        for entity in unit.entities:
            found = [fact for fact in room.store.about(entity) if _names(fact, entity)]
            if found:
                return max(found, key=lambda fact: suggestions.importance(room, fact))
    return None


def _names(fact: Fact, entity: str) -> bool:
    held = fact.values.values()
    return any(
        (isinstance(value, EntityValue) and value.entity == entity)
        or (isinstance(value, EntityList) and entity in value.entities)
        for value in held
    )


def summary(room: Room, deal: str) -> Fact:
    """The fact that says best what a deal is: the first of the greatest importance."""
    return max(room.store.facts_of(deal), key=lambda fact: suggestions.importance(room, fact))

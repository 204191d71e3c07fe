"""Tells what happened in a time, the earliest first, each event with its citation."""

from bot.answering.lists.listing import say_of
from bot.answering.lists.listleads import when
from bot.answering.room import suggestions
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.facts.values import Date
from bot.i18n import Voice
from bot.understanding.deals.chronicle import Events

MOST_TOLD = 6


def tell(room: Room, events: Events, language: str) -> Reply:
    """The first events of a time, and how many are left; or that the sources date nothing then."""
    voice, statements = room.voices[language], room.statements(language)
    time, number = _time(voice, events), len(events.facts)
    names = voice.joined([voice.name(u.entities[0], "dative") if u.entities else u.text for u in events.names])
    if not number:
        text = voice.text("events.none_on" if names else "events.none", time=time, names=names)
        return Reply(Outcome.SILENT, language, (text,))
    for fact in events.facts[:MOST_TOLD]:
        say_of(room, statements, fact, language)
    lead = voice.plural("events.found", number, time=time)
    more = voice.plural("events.more", number - MOST_TOLD) if number > MOST_TOLD else ""
    return Reply(
        Outcome.ANSWER,
        language,
        (lead, *statements.blocks, *filter(None, [more])),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=suggestions.deals_of(room, language, statements.facts),
        score=100.0,
    )


def _time(voice: Voice, events: Events) -> str:
    year = events.period.first
    if events.month and year and year == events.period.last:
        return voice.text("period.month", month=voice.say(Date(year, events.month)))
    if events.month and year is None and events.period.last is None:
        return voice.text("period.month", month=voice.say(Date(None, events.month)))
    return when(voice, events.period)

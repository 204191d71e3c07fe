"""What a list of deals begins with: how many there are, of what was asked for, as a sentence; or whom they are with."""

from collections.abc import Sequence

from bot.answering.room.room import Room
from bot.facts.values import DayOfMonth
from bot.i18n import Voice
from bot.understanding.utterance.periods import Period
from bot.understanding.utterance.units import Unit
from bot.understanding.utterance.wanted import Wanted


def found(room: Room, wanted: Wanted, number: int, language: str) -> str:
    """How many deals there are; with what limits them, where that is more than a name."""
    voice = room.voices[language]
    if wanted.brief:
        return voice.plural("deals.brief", number)
    times = voice.joined([when(voice, period) for period in wanted.periods]) if wanted.periods else ""
    limits = _left_out(voice, wanted)
    traits = _traits(voice, wanted)
    if wanted.sorts and number and not (limits or times or traits):
        return f"{voice.text('deals.named', what=voice.plural(f'deals.sort.{wanted.sorts[0]}', number))}:"
    kinds = [voice.plural(f"deals.kind.{status}", number or 1) for status in wanted.statuses]
    if number and (wanted.called or not (times or limits or kinds or traits or wanted.without)):
        return voice.plural("deals.found", number)
    kind = f"{voice.joined(kinds)} " if kinds else ""
    what = voice.plural("deals.such", number, kind=kind) if number else voice.text("deals.none_such", kind=kind)
    without = _joined(voice, wanted.without, "accusative")
    if wanted.names and without:
        limits.append(voice.text("deals.without", names=without))
    what = ", ".join((" ".join(filter(None, (what, times, *traits))), *limits))
    if wanted.names:
        text = voice.text("deals.named_on", names=_joined(voice, wanted.names, "dative"), what=what)
    elif without:
        text = voice.text("deals.named_without", names=without, what=what)
    else:
        text = voice.text("deals.named", what=what)
    return f"{text}:" if number else f"{text}."


def partners(room: Room, wanted: Wanted, deals: Sequence[str], language: str) -> str:
    """Whom deals are with, where that is asked for; else ""."""
    if not wanted.partners:
        return ""
    voice, lister = room.voices[language], room.recogniser.lister
    others = dict.fromkeys(party for deal in deals for party in lister.partners(deal, wanted))
    return voice.text("deals.partners", names=voice.joined([voice.name(one, "accusative") for one in others]))


def _traits(voice: Voice, wanted: Wanted) -> list[str]:
    """Whom the deals are with, and whether they bear a date."""
    dated = None if wanted.dated is None else voice.text("deals.dated" if wanted.dated else "deals.undated")
    return [*filter(None, (voice.text("deals.with_states") if wanted.sides else None, dated))]


def _left_out(voice: Voice, wanted: Wanted) -> list[str]:
    """The status that was left out."""
    beyond = [voice.text(f"status.{status}") for status in wanted.beyond]
    return [voice.text("deals.beyond", statuses=voice.joined(beyond))] if beyond else []


def when(voice: Voice, period: Period) -> str:
    """A time, as it goes with a noun: "before 1300", "from the 14th century"."""
    first, last = period.first or 0, period.last or 0
    match period.kind:
        case "before":
            return voice.text("period.before", year=str(last + 1))
        case "until":
            return voice.text("period.until", year=str(last))
        case "after":
            return voice.text("period.after", year=str(first - 1))
        case "since":
            return voice.text("period.since", year=str(first))
        case "between":
            return voice.text("period.between", first=str(first), last=str(last))
        case "century":
            return voice.text("period.century", number=voice.say(DayOfMonth(last // 100)))
    return voice.text("period.in", year=str(first))


def _joined(voice: Voice, units: Sequence[Unit], form: str) -> str:
    names = [voice.name(unit.entities[0], form) if unit.entities else unit.text for unit in units]
    return voice.joined(list(dict.fromkeys(names)))

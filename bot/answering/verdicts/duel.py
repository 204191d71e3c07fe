"""Which of two it is: "Earlier: Sweden.", before the statements from which that follows. In doubt nothing is said.

Both facts must tell one attribute by values of one kind that can be compared, hold what is said beside the comparative,
and each be the only one to hold its name. Where more of the same is counted elsewhere, or a date is only about right,
the reader is left to compare.
"""

from collections.abc import Sequence
from decimal import Decimal

from bot.answering.room.room import Room
from bot.answering.verdicts.comparing import Span, span_of
from bot.facts.model import AHEAD, Fact
from bot.facts.values import Count, Date, Duration, Money, Percentage, Value
from bot.i18n import Voice
from bot.understanding.judging.recognition import Recognition
from bot.understanding.readings.scoring import Reading
from bot.understanding.utterance.answertypes import MEASURED
from bot.understanding.utterance.units import Analysis
from bot.understanding.utterance.wanted import Wanted

_KINDS: dict[str, tuple[type, ...]] = {
    "date": (Date,), "age": (Date,), "money": (Money,), "duration": (Duration,), "amount": (Money, Count, Percentage),
}  # fmt: skip
_HELD, _OWN, _FOREIGN = 0.6, 0.85, 0.6
"""How well a word must be held, and a name by its own side and by the other one."""

_SIDES = 2
_OTHERWISE = frozenset({"yesno", "negation"})


def verdict(room: Room, recognition: Recognition, language: str) -> str:
    """Which of the two chosen it is, in the question's own word; "" where they don't decide it."""
    analysis, chosen = recognition.analysis, recognition.chosen
    compared = room.recogniser.comparatives.found(analysis.text)
    if not compared or len(chosen) != _SIDES or analysis.language != language or not _asks_which(analysis):
        return ""
    kind, start, end = compared
    if not all(_holds(analysis, reading, chosen, start) for reading in chosen):
        return ""
    one, other = (reading.features.fact for reading in chosen)
    order = _order(one, other, kind)
    if order is None or not _same_side(chosen) or any(_leaves_open(room, analysis, fact) for fact in (one, other)):
        return ""
    word = analysis.text[start:end]
    winner = chosen[0] if (order < 0) == room.recogniser.comparatives.asks_for_less(word) else chosen[1]
    if any(_shared(room, analysis, fact) for fact in (one, other)):
        return ""
    name = _name(analysis, winner, chosen)
    said = word[:1].upper() + word[1:]
    return _said(room.voices[language], said, name) if name else ""


def _asks_which(analysis: Analysis) -> bool:
    """Is it asked which of two it is, not how much more or when, nor which it isn't?"""
    return not analysis.flags & _OTHERWISE and not analysis.types & MEASURED


def _same_side(chosen: Sequence[Reading]) -> bool:
    """Do both tell the same of their deals, in the first place?"""
    one, other = (reading.features for reading in chosen)
    return one.fact.attribute in other.attributes and other.fact.attribute in one.attributes


def _leaves_open(room: Room, analysis: Analysis, fact: Fact) -> bool:
    """Is more of the same counted of somebody named, or does the statement say that its date is only about right?"""
    if isinstance(fact.value, Date):
        return any(room.recogniser.roughly.search(text) for text in fact.wording.values())
    if not isinstance(fact.value, Count):
        return False
    facts, deals = room.knowledge.facts, room.knowledge.deals
    near = {deal for unit in analysis.names for deal in room.recogniser.lister.deals(Wanted((unit,)))}
    others = (value for deal in near for one in deals[deal].facts for value in facts[one].values.values())
    alike = {value for value in others if isinstance(value, Count) and value.of == fact.value.of}
    return len(alike) > _SIDES


def _holds(analysis: Analysis, reading: Reading, chosen: Sequence[Reading], comparative: int) -> bool:
    """Does a fact hold what is said, but the comparative and the names of the other side?"""
    rows = zip(analysis.units, reading.explained, strict=False)
    said = (m for u, m in rows if u.says and u.kind not in ("entity", "operator") and u.start != comparative)
    return all(match >= _HELD for match in said) and _name(analysis, reading, chosen) != ""


def _shared(room: Room, analysis: Analysis, fact: Fact) -> bool:
    """Does a fact name a company that isn't in the question, so that the figure may be that of both together?"""
    told = room.recogniser.told
    asked = {whole for unit in analysis.names for one in unit.entities for whole in told.firms_of(one)}
    return any(told.is_firm(one) and asked.isdisjoint(told.firms_of(one)) for one in told.of(fact.id))


def _name(analysis: Analysis, reading: Reading, chosen: Sequence[Reading]) -> str:
    """The one who is named in the question and held by this side alone."""
    (other,) = (one for one in chosen if one is not reading)
    own = [
        entity
        for unit in analysis.names
        for entity in unit.entities[:1]
        if reading.features.strength(entity) >= _OWN and other.features.strength(entity) < _FOREIGN
    ]
    return own[0] if len(set(own)) == 1 else ""


def _order(one: Fact, other: Fact, kind: str) -> int | None:
    """-1 if the first value is less or earlier, 1 if more or later; None where that can't be told."""
    if (one.status in AHEAD) != (other.status in AHEAD):
        return None
    left, right = one.value, other.value
    if type(left) is not type(right) or not isinstance(left, _KINDS.get(kind, ())) or left is None or right is None:
        return None
    if isinstance(left, Date) and isinstance(right, Date):
        return _sign(_moment(left, right), _moment(right, left))
    if _unit(left) != _unit(right):
        return None
    low, high = span_of(left), span_of(right)
    return _apart(low, high) if low and high else None


def _moment(date: Date, beside: Date) -> tuple[int, ...]:
    """As much of a date as both tell, from the year on."""
    moment: list[int] = []
    for part, other in zip((date.year, date.month, date.day), (beside.year, beside.month, beside.day), strict=True):
        if part is None or other is None:
            break
        moment.append(part)
    return tuple(moment)


def _unit(value: Value) -> str | None:
    """What a figure counts or is measured in."""
    match value:
        case Money(_, currency, _):
            return currency
        case Count(_, of, _):
            return of
    return ""


def _apart(one: Span, other: Span) -> int | None:
    """Which span lies below the other, if they don't meet."""
    if one.high is not None and other.low is not None and one.high < other.low:
        return -1
    if other.high is not None and one.low is not None and other.high < one.low:
        return 1
    return None


def _sign(one: tuple[Decimal | int, ...], other: tuple[Decimal | int, ...]) -> int | None:
    return None if one == other else -1 if one < other else 1


def _said(voice: Voice, word: str, name: str) -> str:
    return voice.text("answer.duel", word=word, name=voice.name(name, "nominative"))

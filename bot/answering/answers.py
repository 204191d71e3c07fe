"""Composes answers: the facts chosen, yes or no first where they decide it, what to ask next."""

from collections.abc import Sequence
from decimal import Decimal

from bot.answering import afterwards, suggestions
from bot.answering.reply import Outcome, Reply
from bot.answering.room import Room
from bot.answering.tokens import answer_token
from bot.facts.model import Fact
from bot.facts.values import Count, Duration, EntityList, Money, Percentage
from bot.understanding.recognition import Recognition
from bot.understanding.scoring import Reading

_AT_LEAST = frozenset({"over", "at_least"})
_HAPPENED = frozenset({"past", "already"})
_NOT_YET = frozenset({"planned", "announced", "presumed", "not_disclosed"})


def answer(room: Room, recognition: Recognition, language: str) -> Reply:
    """State the chosen facts."""
    statements = room.statements(language)
    voice = room.voices[language]
    for place, reading in enumerate(recognition.chosen):
        polarity = decided(recognition, reading) if place == 0 else None
        lead = "" if polarity is None else voice.text("answer.yes" if polarity else "answer.no")
        if recognition.conflicts and place == 0:
            names = [voice.name(entity) for unit in recognition.conflicts for entity in unit.entities[:1]]
            compared = _compared(recognition, reading)
            said = "" if compared is None else voice.text("answer.yes" if compared else "answer.no")
            lead = voice.text("answer.correction", names=voice.joined(names)) if names else said
        if place == 0 and recognition.introduces:
            lead = _introduction(room, recognition.introduces, language)
        statements.say(reading.features.fact, lead)
    best = recognition.chosen[0]
    polarity = decided(recognition, best)
    later = afterwards.note(room, recognition.analysis, best.features.fact, language, polarity=polarity)
    return Reply(
        outcome=Outcome.ANSWER,
        language=language,
        blocks=(*statements.blocks, *filter(None, (later,))),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=suggestions.related(room, language, statements.facts, best.features.fact.deal),
        score=recognition.score,
        # A correction names somebody: no token holds that.
        token=None if recognition.conflicts else answer_token(statements.facts, polarity),
    )


def _introduction(room: Room, entity: str, language: str) -> str:
    """Who a person is; "" where the gazetteer doesn't tell."""
    role = room.knowledge.entities[entity].role
    voice = room.voices[language]
    return voice.text("answer.role", name=voice.name(entity), role=role[language]) if role else ""


def _compared(recognition: Recognition, reading: Reading) -> bool | None:
    """Is the fact's figure what is asked about another ("over fifty?")? None where "over" or "about" leaves it open."""
    value = reading.features.fact.value
    asked = [Decimal(key[1:]) for unit in recognition.conflicts for key in unit.keys if key[0] == "#"]
    if not asked or not isinstance(value, Count | Money | Percentage | Duration):
        return None if recognition.analysis.flags & {"more_than", "less_than"} else False
    if isinstance(value, Duration) and value.low != value.high:
        return None
    held = _figure(value)
    if value.approx and (value.approx not in _AT_LEAST or asked[0] > held):
        return None
    flags = recognition.analysis.flags
    return ("more_than" in flags and held > asked[0]) or ("less_than" in flags and held < asked[0])


def _figure(value: Count | Money | Percentage | Duration) -> Decimal:
    match value:
        case Money(amount):
            return amount
        case Duration(low):
            return low
        case _:
            return value.number


def state(room: Room, facts: Sequence[Fact], language: str, polarity: bool | None = None) -> Reply:
    """State facts that were picked by hand: a tapped choice, an answer given before (`polarity`: with yes or no)."""
    statements = room.statements(language)
    lead = "" if polarity is None else room.voices[language].text("answer.yes" if polarity else "answer.no")
    for place, fact in enumerate(facts):
        statements.say(fact, lead if place == 0 else "")
    return Reply(
        outcome=Outcome.ANSWER,
        language=language,
        blocks=tuple(statements.blocks),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=suggestions.related(room, language, statements.facts, facts[0].deal) if facts else (),
        score=100.0,
        token=answer_token(statements.facts, polarity),
    )


def decided(recognition: Recognition, reading: Reading) -> bool | None:
    """Does the fact decide a yes/no question? By its yes/no examples, or by membership in its list; else None.

    What is only planned or presumed doesn't decide whether it has happened. A list may name who is missing: membership
    counts where the nearest examples are those to which the fact says yes.
    """
    flags = recognition.analysis.flags
    fact = reading.features.fact
    if "yesno" not in flags or "negation" in flags:
        return None
    if flags & _HAPPENED and fact.status in _NOT_YET and reading.polarity is not False:
        return None
    if reading.polarity is not None:
        return reading.polarity
    asked = {entity for unit in recognition.analysis.names for entity in unit.entities}
    listed = isinstance(fact.value, EntityList) and bool(asked & set(fact.value.entities))
    return True if listed and reading.leaning and fact.status not in _NOT_YET else None

"""Says precisely what the sources don't say: the side asked for, the name that doesn't occur, and what stands near.

Never a bare "I don't know": the part that was understood is named, and a fact near it is offered as such, with its
citation, but only where the question is about that fact's deal.
"""

from collections.abc import Sequence

from bot.answering.room import suggestions
from bot.answering.room.near import nearest
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.answering.verdicts import afterwards
from bot.understanding.judging.declining import UNANSWERED
from bot.understanding.judging.ownwords import OTHERS
from bot.understanding.judging.recognition import Recognition
from bot.understanding.leaning.following import RULE as SEQUEL
from bot.understanding.leaning.oflisted import OF_NO_DEAL
from bot.understanding.readings.scoring import Reading
from bot.understanding.rules import unnamed
from bot.understanding.rules.matter import THE_END
from bot.understanding.utterance.answertypes import MEASURED
from bot.understanding.utterance.units import Unit

_MOST_OFFERED = 10
_LOOKED_AT = 12
"""Among so many readings one is looked for that tells what would be denied."""

_ITS_OWN = 0.6
"""How strongly a fact must hold a name to be about its bearer."""


def silent(room: Room, recognition: Recognition, language: str) -> Reply:
    """The reply to a question about the deals that no fact answers."""
    voice = room.voices[language]
    if recognition.rule == OF_NO_DEAL:
        choices = suggestions.deals(room, language, recognition.deals[:_MOST_OFFERED])
        return Reply(Outcome.SILENT, language, (voice.text("silent.which_deal"),), choices=choices)
    statements = room.statements(language)
    near = recognition.near or nearest(room, recognition)
    first = _what_is_missing(room, recognition, near, language)
    if near:
        statements.say(near.features.fact)
        statements.blocks[0] = voice.text("silent.near", statement=statements.blocks[0])
        statements.blocks += filter(None, [afterwards.note(room, recognition.analysis, near.features.fact, language)])
    if near:
        choices = suggestions.related(room, language, statements.facts, near.features.fact.deal)
    else:
        choices = suggestions.deals_of_named(room, language, recognition.named)
    return Reply(
        outcome=Outcome.SILENT,
        language=language,
        blocks=(first, *statements.blocks),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=choices,
        score=recognition.score,
    )


def lacking(room: Room, recognition: Recognition, language: str) -> str:
    """The sentence on the side of a comparison that isn't told, "" if there is none."""
    if not recognition.lacking:
        return ""
    names = _named(room, language, recognition.lacking)
    attribute = room.knowledge.attributes.get(recognition.chosen[0].features.fact.attribute)
    words = attribute.words.get(language) if attribute else None
    voice = room.voices[language]
    if words:
        return voice.text("silent.attribute_of", label=words.label, names=names)
    return voice.text("silent.name", names=names)


def _what_is_missing(room: Room, recognition: Recognition, near: Reading | None, language: str) -> str:
    if who := _who_is_missing(room, recognition, language):
        return who
    voice = room.voices[language]
    attribute = room.knowledge.attributes.get(recognition.attribute or "")
    words = attribute.words.get(language) if attribute else None
    named = [unit for unit in recognition.analysis.names if unit.says and not unit.correction]
    if near and recognition.attribute in near.features.attributes:  # of some it is told, in the sentence below
        untold = [unit for unit in named if not near.features.holds(unit, _ITS_OWN)]
        words = words if untold or recognition.analysis.types & MEASURED else None
        named = untold or named
    if any(_is_told(recognition, reading, named) for reading in recognition.readings[:_LOOKED_AT]):
        words = None  # of these it is told, only not what is asked about it
    if words and named:  # not in general: on this
        return voice.text("silent.attribute_of", label=words.label, names=_named(room, language, named[:2]))
    if words:
        return voice.text("silent.attribute", label=words.label)
    if recognition.rule == unnamed.RULE:
        return voice.text("silent.unnamed")
    if recognition.rule.startswith(UNANSWERED) or recognition.rule in (THE_END, SEQUEL):
        return voice.text("silent.plain")
    return voice.text("silent.unsure" if near else "silent.unfound")


def _is_told(recognition: Recognition, reading: Reading, named: Sequence[Unit]) -> bool:
    """Does a fact tell the attribute of all who are named? Of figures one may be told and another not."""
    tells = recognition.attribute in reading.features.attributes and not recognition.analysis.types & MEASURED
    return tells and bool(named) and all(reading.features.holds(unit, _ITS_OWN) for unit in named)


def _who_is_missing(room: Room, recognition: Recognition, language: str) -> str:
    """The names or figures that stand in no fact asked for, "" where it isn't they that are missing."""
    voice = room.voices[language]
    if recognition.rule == OTHERS:
        return voice.text("silent.others", names=_named(room, language, recognition.conflicts, "accusative"))
    if recognition.lacking:
        return voice.text("silent.compared", names=_named(room, language, recognition.lacking))
    if recognition.near and not recognition.conflicts:  # another figure than the one that is told
        return voice.text("silent.plain")
    if recognition.near:
        return voice.text("silent.not_named", names=_named(room, language, recognition.conflicts, "accusative"))
    if recognition.introduces:
        return voice.text("silent.who", name=voice.name(recognition.introduces[0], "nominative"))
    if not recognition.conflicts:
        return ""
    if any(unit.kind == "entity" for unit in recognition.conflicts):
        return voice.text("silent.name", names=_named(room, language, recognition.conflicts))
    return voice.text("silent.figure", figures=voice.joined(_as_typed(recognition)))


def _as_typed(recognition: Recognition) -> list[str]:
    """The figures that stand in no fact as they were typed, "March 2014" as one."""
    runs = list[tuple[int, int]]()
    text = recognition.analysis.text
    for unit in sorted(recognition.conflicts, key=lambda unit: unit.start):
        if runs and not text[runs[-1][1] : unit.start].strip():
            runs[-1] = runs[-1][0], unit.end
        else:
            runs.append((unit.start, unit.end))
    return [text[start:end] for start, end in runs]


def _named(room: Room, language: str, units: Sequence[Unit], case: str = "dative") -> str:
    """Names as the reader knows them, to stand after "mit" or "zu"; what isn't in the gazetteer is said as typed."""
    voice = room.voices[language]
    names = [voice.name(unit.entities[0], case) if unit.entities else unit.text for unit in units]
    return voice.joined(list(dict.fromkeys(names)))

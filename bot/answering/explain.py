"""/why: how a question was understood, in a reader's words: what was heard, what fits it best, what decided."""

from collections.abc import Iterable
from decimal import Decimal

from bot.answering.room import suggestions
from bot.answering.room.room import Room
from bot.facts.values import Percentage
from bot.i18n import Voice
from bot.understanding.judging.recognition import Recognition, Verdict
from bot.understanding.language.normalise import squeeze
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.utterance.units import Unit

_WEIGHED = frozenset({Verdict.ANSWER, Verdict.CLARIFY, Verdict.SILENT, Verdict.OFFTOPIC})
"""What comes of weighing facts; the others are lists and small talk."""

_MOST_SAID, _MOST_FITTING = 12, 3


def explanation(room: Room, recognition: Recognition, language: str) -> tuple[str, ...]:
    """The blocks of the explanation."""
    heard = _heard(room.voices[language], recognition)
    return tuple(filter(None, (heard, _fitting(room, recognition, language), _decided(room, recognition, language))))


def _heard(voice: Voice, recognition: Recognition) -> str:
    """The language, what is wanted, and what became of the words."""
    analysis = recognition.analysis
    lines = [voice.text("why.language", language=voice.text(f"language.{analysis.language or 'unknown'}"))]
    if recognition.verdict is Verdict.SMALLTALK:
        return lines[0]
    kinds = [voice.text(f"why.type.{kind}") for kind in sorted(analysis.types) if voice.knows(f"why.type.{kind}")]
    if kinds:
        lines.append(voice.text("why.types", types=", ".join(dict.fromkeys(kinds))))
    clear, unclear = _sorted(recognition)
    for key, units in (("why.heard", clear), ("why.open", unclear), ("why.inherited", recognition.inherited)):
        if units:
            lines.append(voice.text(key, words=", ".join(_said(voice, units))))
    return "\n".join(lines)


def _sorted(recognition: Recognition) -> tuple[list[Unit], list[Unit]]:
    """The words that the best reading explains, and those that it leaves open; all are clear where none was weighed."""
    units = recognition.analysis.units
    if not recognition.readings or recognition.verdict not in _WEIGHED:
        strange = recognition.verdict is Verdict.OFFTOPIC
        return ([], list(units)) if strange else (list(units), [])
    pairs = list(zip(units, recognition.readings[0].explained, strict=False))
    clear = [unit for unit, match in pairs if match >= EXPLAINED]
    return clear, [unit for unit, match in pairs if match < EXPLAINED and unit.says]


def _said(voice: Voice, units: Iterable[Unit]) -> list[str]:
    """The words as typed, with what a name or a slip was taken for."""
    said = []
    for unit in list(units)[:_MOST_SAID]:
        meant = voice.name(unit.entities[0]) if unit.entities else unit.correction
        same = meant is None or squeeze(meant) == squeeze(unit.text)
        said.append(unit.text if same else voice.text("why.meant", word=unit.text, meant=str(meant)))
    return list(dict.fromkeys(said))


def _fitting(room: Room, recognition: Recognition, language: str) -> str:
    """What fits the question best, each with how much of it."""
    if not recognition.readings or recognition.verdict not in _WEIGHED:
        return ""
    voice = room.voices[language]
    lines = [_line(room, reading, language) for reading in recognition.readings[:_MOST_FITTING]]
    return "\n".join((voice.text("why.fitting"), *dict.fromkeys(lines)))


def _line(room: Room, reading: Reading, language: str) -> str:
    voice, fact = room.voices[language], reading.features.fact
    return voice.text(
        "why.fits",
        question=suggestions.question(room, language, fact),
        deal=room.knowledge.deals[fact.deal].title[language],
        share=_percent(voice, min(reading.coverage, 1.0)),
    )


def _decided(room: Room, recognition: Recognition, language: str) -> str:
    """What came of it, and why."""
    voice = room.voices[language]
    match recognition.verdict:
        case Verdict.ANSWER if recognition.rule.startswith("confidence"):
            return voice.text("why.sure", percent=_percent(voice, recognition.confidence))
        case Verdict.ANSWER:
            return voice.text("why.answer")
        case Verdict.CLARIFY:
            return voice.text("why.clarify")
        case Verdict.SILENT if recognition.conflicts:
            names = [voice.name(u.entities[0], "accusative") if u.entities else u.text for u in recognition.conflicts]
            return voice.text("why.conflict", names=voice.joined(list(dict.fromkeys(names))))
        case Verdict.SILENT:
            return voice.text("why.silent")
        case Verdict.OFFTOPIC:
            return voice.text("why.offtopic")
        case Verdict.SMALLTALK:
            return voice.text("why.smalltalk")
        case _:
            return voice.text("why.list")


def _percent(voice: Voice, share: float) -> str:
    return voice.say(Percentage(Decimal(round(100 * share)), None))

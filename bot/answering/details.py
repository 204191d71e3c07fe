"""/why with a word behind it, and `ask --explain`: each word's keys, the rule that decided, the runners-up.

For whoever mends the words and facts, in their own terms; what a reader is told stands in `explain`.
"""

from bot.answering.room.room import Room
from bot.understanding.judging.recognition import Recognition
from bot.understanding.readings.scoring import EXPLAINED
from bot.understanding.utterance.units import Unit


def details(room: Room, recognition: Recognition, language: str) -> tuple[str, ...]:
    """The blocks of the explanation in full."""
    voice = room.voices[language]
    analysis = recognition.analysis
    lines = [voice.text("why.language", language=voice.text(f"language.{analysis.language or 'unknown'}"))]
    if analysis.types:
        lines.append(voice.text("why.details.types", types=", ".join(sorted(analysis.types))))
    if analysis.flags:
        lines.append(voice.text("why.flags", flags=", ".join(sorted(analysis.flags))))
    blocks = ["\n".join(lines)]
    matches = recognition.readings[0].explained if recognition.readings else ()
    words = [
        _word(room, language, unit, matches[n] if n < len(matches) else 0.0) for n, unit in enumerate(analysis.units)
    ]
    words += [_word(room, language, unit, None) for unit in recognition.inherited[:6]]
    if words:
        blocks.append("\n".join((voice.text("why.words"), *words)))
    readings = [
        voice.text(
            "why.reading",
            fact=reading.features.fact.id,
            score=f"{reading.score:.0f}",
            coverage=f"{100 * reading.coverage:.0f}",
            likeness=f"{100 * reading.example:.0f}",
        )
        for reading in recognition.readings[:3]
    ]
    if readings:
        blocks.append("\n".join((voice.text("why.readings"), *readings)))
    blocks.append(voice.text("why.rule", rule=recognition.rule, verdict=recognition.verdict.value))
    return tuple(blocks)


def _word(room: Room, language: str, unit: Unit, match: float | None) -> str:
    voice = room.voices[language]
    meanings = [
        voice.name(key[1:]) if key[0] == "@" else key[1:] if key[0] in "#~" else key for key in list(unit.keys)[:4]
    ]
    corrected = voice.text("why.corrected", word=unit.correction) if unit.correction else ""
    state = "why.details.inherited" if match is None else "why.explained" if match >= EXPLAINED else "why.unexplained"
    return (
        voice.text("why.word", word=unit.text, meaning=", ".join(dict.fromkeys(meanings)), state=voice.text(state))
        + corrected
    )

"""Says precisely what the sources don't say: the side asked for, the name that doesn't occur, and what stands near.

Never a bare "I don't know": the part that was understood is named, and a fact near it is offered as such, with its
citation, but only where the question is about that fact's deal.
"""

from bot.answering import suggestions
from bot.answering.reply import Outcome, Reply
from bot.answering.room import Room
from bot.understanding.recognition import Recognition
from bot.understanding.scoring import Reading

NEAR_CENTRALITY, SAID = 0.3, 0.5
NEAR_COVERAGE = 0.6
"""How much of a question a fact must explain to be offered as standing near."""


def silent(room: Room, recognition: Recognition, language: str) -> Reply:
    """The reply to a question about the deals that no fact answers."""
    voice = room.voices[language]
    statements = room.statements(language)
    near = _near(recognition)
    first = _what_is_missing(room, recognition, language)
    if near:
        statements.say(near.features.fact)
        statements.blocks[0] = voice.text("silent.near", statement=statements.blocks[0])
    deal = near.features.fact.deal if near else None
    return Reply(
        outcome=Outcome.SILENT,
        language=language,
        blocks=(first, *statements.blocks),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=suggestions.related(room, language, statements.facts, deal),
        score=recognition.score,
    )


def _what_is_missing(room: Room, recognition: Recognition, language: str) -> str:
    voice = room.voices[language]
    if recognition.conflicts:
        names = [_shown(room, language, unit.entities, unit.text) for unit in recognition.conflicts]
        return voice.text("silent.name", names=voice.joined(list(dict.fromkeys(names))))
    attribute = room.knowledge.attributes.get(recognition.attribute or "")
    words = attribute.words.get(language) if attribute else None
    if words:
        return voice.text("silent.attribute", label=words.label)
    return voice.text("silent.plain")


def _shown(room: Room, language: str, entities: tuple[str, ...], typed: str) -> str:
    """A name as the reader knows it; what isn't in the gazetteer is said as typed."""
    return room.voices[language].name(entities[0]) if entities else typed


def _near(recognition: Recognition) -> Reading | None:
    """The fact to offer: the best reading, if it explains enough, and some of what is said besides names."""
    best = recognition.readings[0] if recognition.readings else None
    if best is None or best.coverage < NEAR_COVERAGE:
        return None
    units = zip(recognition.analysis.units, best.centrality, strict=False)
    return best if any(c >= NEAR_CENTRALITY and u.kind != "entity" and u.weight >= SAID for u, c in units) else None

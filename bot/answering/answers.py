"""Composes answers: the facts chosen, yes or no first where they decide it, what to ask next."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answering.room import suggestions
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.answering.room.tokens import answer_token
from bot.answering.verdicts import afterwards, duel, silence
from bot.facts.model import Fact
from bot.facts.tells import Tells
from bot.facts.values import EntityList, EntityValue
from bot.i18n import Voice
from bot.understanding.deciding.leading import first_to_say
from bot.understanding.deciding.yesno import decided
from bot.understanding.judging.recognition import Recognition
from bot.understanding.language.normalise import fold
from bot.understanding.rules import alltold
from bot.understanding.utterance.units import Analysis

_SAME, _ADJECTIVE_NOUN_AND_LIST = 3, 3
_PLAIN = frozenset({"past", "outside", "pronoun"})
_OTHERWISE = frozenset({"yesno", "negation", "except"})


def answer(room: Room, recognition: Recognition, language: str) -> Reply:
    """State the chosen facts."""
    statements = room.statements(language)
    best = first_to_say(room.knowledge, recognition)
    recognition = replace(recognition, chosen=(best, *(one for one in recognition.chosen if one is not best)))
    polarity = decided(room.knowledge, room.recogniser.told, recognition, best)
    if polarity and any(unit.kind == "entity" for unit in recognition.conflicts):  # a yes to something else
        polarity = None
    told = recognition.chosen[:1] if _some(recognition, room.voices[language]) else recognition.chosen
    for place, reading in enumerate(told):
        statements.say(reading.features.fact, _lead(room, recognition, language, polarity) if place == 0 else "")
    later = afterwards.note(room, recognition.analysis, best.features.fact, language, polarity=polarity)
    gathered = room.voices[language].text("answer.gathered") if recognition.rule == alltold.RULE else ""
    which = duel.verdict(room, recognition, language)
    lacking = silence.lacking(room, recognition, language)
    untold = [room.voices[language].text("answer.untold", part=part.rstrip("?!. ")) for part in recognition.untold]
    return Reply(
        outcome=Outcome.ANSWER,
        language=language,
        blocks=(*filter(None, (which, gathered)), *statements.blocks, *filter(None, (later, lacking, *untold))),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=suggestions.related(room, language, statements.facts, best.features.fact.deal),
        score=recognition.score,
        # A correction names somebody, and so does what isn't told: no token holds that.
        token=None if recognition.conflicts or recognition.lacking else answer_token(statements.facts, polarity),
    )


def _lead(room: Room, recognition: Recognition, language: str, polarity: bool | None) -> str:
    """What goes before the first statement: who it is, whom the fact doesn't hold, yes or no, or nothing."""
    voice = room.voices[language]
    roles = room.knowledge.telling(Tells.ROLE)
    if recognition.introduces and recognition.chosen[0].features.fact.attribute not in roles:
        return _introduction(room, recognition.introduces[0], language)
    names = [voice.name(entity, "nominative") for unit in recognition.conflicts for entity in unit.entities[:1]]
    if names and polarity is not False:
        return voice.text("answer.correction", names=voice.joined(names))
    part = _some(recognition, voice) or _besides(room, recognition, voice) or _within(room, recognition, voice)
    return " ".join(filter(None, (_yes_or_no(voice, polarity), part)))


def _some(recognition: Recognition, voice: Voice) -> str:
    """As many of the list that the fact tells as are to be named ("name *three* countries")."""
    value, most = recognition.chosen[0].features.fact.value, recognition.analysis.most
    if not isinstance(value, EntityList) or not 0 < most < len(value.entities):
        return ""
    return voice.text("answer.some", names=voice.say(replace(value, entities=value.entities[:most]), "accusative"))


def _besides(room: Room, recognition: Recognition, voice: Voice) -> str:
    """The rest of the list that the fact tells, where some of it is left out ("which countries *besides* Spain")."""
    value = recognition.chosen[0].features.fact.value
    if not isinstance(value, EntityList) or "except" not in recognition.analysis.flags:
        return ""
    left_out = room.recogniser.left_out(recognition.analysis)
    rest = tuple(entity for entity in value.entities if entity not in left_out)
    if not rest or len(rest) == len(value.entities):
        return ""
    without = [voice.name(entity, "dative") for entity in value.entities if entity in left_out]
    return voice.text(
        "answer.besides", names=voice.joined(without), rest=voice.say(replace(value, entities=rest), "accusative")
    )


def _within(room: Room, recognition: Recognition, voice: Voice) -> str:
    """Those of the list that lie in a region which is asked for ("which *European* countries")."""
    value = recognition.chosen[0].features.fact.value
    if not isinstance(value, EntityList) or recognition.analysis.flags & _OTHERWISE:
        return ""
    outside = "outside" in recognition.analysis.flags
    for entity in _regions(room, recognition.analysis):
        region = room.knowledge.entities.get(entity)
        inside = tuple(one for one in value.entities if room.knowledge.lies_in(one, entity) != outside)
        if region and region.countries and inside and len(inside) < len(value.entities):
            names = voice.say(replace(value, entities=inside), "accusative")
            key = "answer.outside" if outside else "answer.within"
            return voice.text(key, region=EntityValue(entity), names=names)
    return ""


def _regions(room: Room, analysis: Analysis) -> Iterator[str]:
    """Whatever is named; or a continent by its adjective, a word of its own, if all else only says what is listed."""
    for unit in analysis.names:
        yield from unit.entities
    said = [unit for unit in analysis.units if unit.says and unit.kind == "concept"]  # not "*non*-European"
    if len(said) > _ADJECTIVE_NOUN_AND_LIST or not analysis.flags <= _PLAIN:
        return
    for unit in said:
        for key in unit.keys:
            names = room.knowledge.entities[key].names.values() if key in room.knowledge.entities else ()
            if any(fold(name)[:_SAME] == fold(unit.text)[:_SAME] for spoken in names for name in spoken):
                yield key


def _yes_or_no(voice: Voice, polarity: bool | None) -> str:
    return "" if polarity is None else voice.text("answer.yes" if polarity else "answer.no")


def _introduction(room: Room, entity: str, language: str) -> str:
    """Who a person is; "" where the gazetteer doesn't tell."""
    role = room.knowledge.entities[entity].role
    voice = room.voices[language]
    return voice.text("answer.role", name=voice.name(entity), role=role[language]) if role else ""


def state(room: Room, facts: Sequence[Fact], language: str, polarity: bool | None = None) -> Reply:
    """State facts that were picked by hand: a tapped choice, an answer given before (`polarity`: with yes or no)."""
    statements = room.statements(language)
    lead = _yes_or_no(room.voices[language], polarity)
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

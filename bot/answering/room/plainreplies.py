"""The replies that state no fact: small talk, off topic, help, clarification."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.room import suggestions
from bot.answering.room.near import NEAR_COVERAGE
from bot.answering.room.reply import Choice, Outcome, Reply
from bot.answering.room.room import Room
from bot.facts.model import Fact
from bot.understanding.judging.recognition import Background, Recognition

_EXAMPLES = 3
_STARTING = frozenset({"greeting", "nonsense"})
_ELSEWHERE = "elsewhere"
_ASKING_FOR_HELP = {"help": Outcome.HELP, "what_can_you_do": Outcome.SMALLTALK}


def smalltalk(room: Room, kind: str, language: str) -> Reply:
    """A short, kind word; a greeting and a cry for help say what can be asked."""
    voice = room.voices[language]
    if kind == _ELSEWHERE:
        return offtopic(room, language)
    if kind in _ASKING_FOR_HELP:
        return help_reply(room, language, _ASKING_FOR_HELP[kind])
    choices = starters(room, language) if kind in _STARTING else ()
    if kind == "nonsense":  # said to nobody: a group needn't hear of it
        text = voice.text("smalltalk.nonsense", example=example(room, language))
        return Reply(Outcome.OFFTOPIC, language, (text,), choices=choices)
    if kind == "sources":
        text = voice.plural("smalltalk.sources", len(room.knowledge.sources))
    else:
        text = voice.text(f"smalltalk.{kind}" if voice.knows(f"smalltalk.{kind}") else "smalltalk.other")
    return Reply(Outcome.SMALLTALK, language, (text,), choices=choices)


def other_language(room: Room, recognition: Recognition, language: str) -> Reply:
    """That only German and English are spoken here, in both; with the deals of those named, if any were understood."""
    offered = suggestions.deals_of_named(room, language, recognition.named)
    text = room.voices[language].text("smalltalk.other_language")
    return Reply(Outcome.SMALLTALK, language, (text,), choices=offered or starters(room, language))


def unknown_command(room: Room, language: str) -> Reply:
    """A slash command that isn't known: names the one that lists them."""
    return Reply(Outcome.HELP, language, (room.voices[language].text("command.unknown"),))


def with_near(room: Room, reply: Reply, recognition: Recognition, topic: Background, language: str) -> Reply:
    """A follow-up that the sources don't tell, with what its deal has that is nearest, where nothing is offered yet."""
    if reply.facts or topic.deal not in room.knowledge.deals:
        return reply
    if not all(topic.deal in suggestions.told_of(room, language, entity) for entity in recognition.named):
        return reply  # it named something else
    own = [
        reading
        for reading in recognition.readings
        if reading.features.fact.deal == topic.deal and reading.coverage >= NEAR_COVERAGE
    ]
    best = next((reading for reading in own if reading.type_fits), None) or next(iter(own), None)
    if best is None:
        return replace(reply, choices=reply.choices or suggestions.related(room, language, topic.facts, topic.deal))
    statements = room.statements(language)
    statements.say(best.features.fact)
    statements.blocks[0] = room.voices[language].text("silent.near", statement=statements.blocks[0])
    return replace(
        reply,
        blocks=(*reply.blocks, *statements.blocks),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=reply.choices or suggestions.related(room, language, statements.facts, topic.deal),
    )


def offtopic(room: Room, language: str, score: float = 0.0, *, bare: bool = False) -> Reply:
    """Says what the bot is for, with a question that it can answer; what is `bare` only lacks what it is about."""
    voice, asked = room.voices[language], example(room, language)
    if bare:
        blocks = (voice.text("offtopic.which"), voice.text("offtopic.example", example=asked))
    else:
        blocks = (voice.text("offtopic"), voice.text("offtopic.try", example=asked))
    return Reply(
        Outcome.OFFTOPIC,
        language,
        blocks,
        choices=starters(room, language),
        score=score,
    )


def clarify(room: Room, recognition: Recognition, facts: Sequence[Fact], language: str) -> Reply:
    """Asks which of the readings is meant."""
    voice = room.voices[language]
    persons = recognition.introduces
    choices = suggestions.persons(room, language, persons, facts) or suggestions.readings(room, language, facts)
    text = voice.text("clarify.who" if persons else "clarify")
    return Reply(Outcome.CLARIFY, language, (text,), choices=choices, score=recognition.score)


def help_reply(room: Room, language: str, outcome: Outcome = Outcome.HELP) -> Reply:
    """What the bot knows and how to ask."""
    voice = room.voices[language]
    return Reply(
        outcome,
        language,
        (
            voice.text("help.what", deals=len(room.knowledge.deals), sources=len(room.knowledge.sources)),
            voice.text("help.how", example=example(room, language)),
            voice.text("help.commands"),
        ),
        heading=voice.text("help.title"),
        choices=starters(room, language),
        helps=True,
    )


def start_reply(room: Room, language: str) -> Reply:
    """A welcome in three lines, with questions to tap; what else there is, /help tells."""
    voice = room.voices[language]
    told = voice.text("start.what", deals=len(room.knowledge.deals), sources=len(room.knowledge.sources))
    lines = (told, voice.text("start.how"), voice.text("start.more"))
    return Reply(
        Outcome.HELP,
        language,
        ("\n".join(lines),),
        heading=voice.text("start.title"),
        choices=suggestions.examples(room, language, _most_told(room)),
    )


def starters(room: Room, language: str) -> tuple[Choice, ...]:
    """The deals that most is known of, to begin with."""
    return suggestions.deals(room, language, _most_told(room))


def _most_told(room: Room) -> list[str]:
    """The deals that most is known of."""
    deals = sorted(room.knowledge.deals.values(), key=lambda deal: -len(deal.facts))
    return [deal.id for deal in deals[:_EXAMPLES]]


def example(room: Room, language: str) -> str:
    """An example question of the first important fact."""
    for deal in room.knowledge.deals.values():
        for fact in room.store.facts_of(deal.id):
            if fact.standalone and suggestions.importance(room, fact) == 3 and fact.questions.get(language):
                return fact.questions[language][0]
    return ""

"""Says which deal is the first, the largest, the longest, or which figure the highest: of how many, and what is open.

The outcome is silent where too much is unknown to say it of all; then what is known is told as that.
"""

from bot.answering.lists.listing import say_of
from bot.answering.room import suggestions
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.i18n import Voice
from bot.understanding.deals.ranking import Ranked
from bot.understanding.judging.recognition import Recognition

_MOST_OTHERS = 3
_MOST_FIRST = 4
_COUNT = "count"


def first(room: Room, recognition: Recognition, ranked: Ranked, language: str) -> Reply:
    """What comes first, with what it was compared to, or why that can't be told."""
    voice, statements = room.voices[language], room.statements(language)
    alone = ranked.measure != _COUNT and ranked.known + ranked.unknown == 1
    for fact in ranked.first[:_MOST_FIRST]:
        say_of(room, statements, fact, language)
    blocks = [_lead(voice, ranked, alone=alone), *statements.blocks]
    if ranked.measure == _COUNT and ranked.decided:
        said = len(statements.blocks)
        for fact in ranked.others[:_MOST_OTHERS]:
            say_of(room, statements, fact, language)
        others = statements.blocks[said:]
        blocks += [voice.text("ranked.others"), *others] if others else []
    if ranked.decided and ranked.unknown:
        blocks.append(voice.plural(f"ranked.unknown.{ranked.measure}", ranked.unknown))
    return Reply(
        Outcome.ANSWER if ranked.decided or (alone and ranked.first) else Outcome.SILENT,
        language,
        tuple(blocks),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=suggestions.deals_of(room, language, statements.facts),
        score=100.0 if ranked.decided else recognition.score,
    )


def _lead(voice: Voice, ranked: Ranked, *, alone: bool) -> str:
    """What goes before the facts: of how many it is the first, or that this can't be told."""
    word, measure = voice.text(f"ranked.word.{ranked.kind}"), ranked.measure
    number = ranked.known + ranked.unknown
    if measure == _COUNT:
        return voice.text(f"ranked.{'first' if ranked.decided else 'open'}.count", word=word)
    if alone:
        return voice.text("ranked.alone")
    apart = len(ranked.units) > 1
    if ranked.decided:
        key = "ranked.apart" if apart else f"ranked.first.{measure}"
        return voice.text(key, n=ranked.known, word=word)
    if not ranked.first:
        return voice.text(f"ranked.none.{measure}")
    if ranked.unknown <= ranked.known:
        return voice.text("ranked.tied", word=word)
    said = voice.text(f"ranked.open.{measure}", n=ranked.known, number=number)
    if ranked.known == 1:
        return said
    return f"{said} {voice.text('ranked.among_apart' if apart else 'ranked.among', word=word)}"

"""The last answer once more: because it is doubted, asked for its source, or wanted in the other language.

It is understood and composed anew from what was asked, so that it stands there as before, yes or no and evidence with
it. Where something else was said since (a tapped choice, a thank-you), the facts last said are stated.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.answering import answers
from bot.answering.room import plainreplies
from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.understanding.judging.recognition import Recognition, Verdict
from bot.understanding.utterance.smalltalk import SWITCHES

Compose = Callable[[Recognition, str], Reply]
MOST_SAID = 8
_REPEATABLE = frozenset(Verdict) - {Verdict.SMALLTALK, Verdict.OFFTOPIC}


def again(
    room: Room, kind: str, conversation: Conversation, language: str, compose: Compose
) -> tuple[Reply, Conversation]:
    """The reply to a doubt, a question for the source or a wish for a language; what is talked about stays."""
    if kind in SWITCHES:
        wished = SWITCHES[kind]
        if conversation.language:
            conversation = conversation.with_language(wished)
        conversation = replace(conversation, wished=wished, last_language=wished)
        reply = _repeated(room, conversation, wished, compose)
        text = room.voices[wished].text("language.fixed")
        return reply or Reply(Outcome.SMALLTALK, wished, (text,)), conversation
    conversation = replace(conversation, last_language=language)
    reply = _repeated(room, conversation, language, compose)
    if reply is None or reply.outcome is Outcome.CLARIFY:
        return plainreplies.smalltalk(room, kind, language), conversation
    lead = "silent" if reply.outcome is Outcome.SILENT else kind
    text = room.voices[language].text(f"again.{lead}")
    return replace(reply, blocks=(text, *reply.blocks)), conversation


def _repeated(room: Room, conversation: Conversation, language: str, compose: Compose) -> Reply | None:
    if conversation.asked:
        recognition = room.recogniser.recognise(conversation.asked, conversation.before)
        reply = compose(recognition, language) if recognition.verdict in _REPEATABLE else None
        if reply and reply.facts[:MOST_SAID] == conversation.said:
            return reply
    facts = [room.knowledge.facts[fact] for fact in conversation.said if fact in room.knowledge.facts]
    return answers.state(room, facts, language) if facts else None

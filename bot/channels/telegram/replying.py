"""What a reply to one of the bot's answers, or to a question that it has answered, leans on: the conversation after it.

The answer is known by its buttons, as Telegram sends them along: they name the question, behind which the conversation
is kept, and the facts stated, which outlive it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from telegram import Bot, Message

from bot.answering.room.conversation import Conversation
from bot.answering.room.tokens import token_of
from bot.channels.telegram.actions import question_number
from bot.channels.telegram.addressing import Question
from bot.channels.telegram.keyboards import Kind, Tap
from bot.channels.telegram.parts import Parts
from bot.channels.telegram.trail import Trail, number

_RATING = frozenset({Kind.GOOD, Kind.BAD, Kind.NOT_MY_QUESTION, Kind.NOT_TRUE, Kind.NOT_CLEAR})


@dataclass(frozen=True)
class Told:
    """An answer as its buttons tell it: the message that asked for it, and its own token; either may be missing."""

    question: int | None
    token: str = ""


async def leant_on(
    parts: Parts, message: Message | None, bot: Bot, question: Question, conversation: Conversation
) -> Conversation:
    """The conversation that a question leans on: that of what it replies to, else the chat's own."""
    told = _told(message.reply_to_message, bot) if message and message.reply_to_message else None
    if told is None:
        return conversation
    now = parts.clock()
    past = await parts.conversations.answered(question.key, told.question) if told.question else None
    if past:
        then = past.after
        return replace(
            conversation, topic=then.topic, before=then.before, asked=then.asked, said=then.said, last_at=now
        )
    facts = parts.desk.choose(told.token, Conversation(), question.hint, now)[0].facts if told.token else ()
    if not facts:
        return conversation
    anew = replace(conversation, topic=Conversation().topic, asked="")
    return parts.desk.choose(token_of("f", facts[0]), anew, question.hint, now)[1]


def _told(message: Message, bot: Bot) -> Told | None:
    """The answer that a message of the bot's shows, or that somebody's question may have got."""
    if message.from_user is None or message.from_user.id != bot.id:
        return Told(message.message_id)
    found = list(_named(message))
    return next((one for one in found if one.question), None) or next(iter(found), None)


def _named(message: Message) -> Iterator[Told]:
    """What the buttons below a message name."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    codes = (button.callback_data for row in rows for button in row)
    for tap in (Tap.read(code) for code in codes if isinstance(code, str)):
        if tap is None:
            continue
        if tap.kind is Kind.AWAIT:
            yield Told(number(tap.token))
        elif tap.kind in _RATING:
            yield Told(question_number(tap.token), tap.token.partition(".")[2])
        elif tap.kind is Kind.IN_PLACE and (trail := Trail.read(tap.token)).question is not None:
            yield Told(trail.question, trail.token.removeprefix("o"))

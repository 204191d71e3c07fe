"""What can be done with an answer, as rows of buttons below its choices: see its sources, follow, share, rate it."""

from urllib.parse import quote

from telegram import InlineKeyboardButton

from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.tokens import DEAL, SEARCHED, link_of, token_of
from bot.channels.following import CHOOSE
from bot.channels.telegram.keyboards import Kind, Row, Tap, button
from bot.channels.telegram.trail import Trail, number, numbered
from bot.channels.texts import Speaker

SHARE = "https://t.me/share/url?url="
REASONS = {
    Kind.NOT_MY_QUESTION: "not_my_question",
    Kind.NOT_TRUE: "not_true",
    Kind.NOT_CLEAR: "not_clear",
}
"""What can be wrong with an answer, by the tap that says so."""


def actions(reply: Reply, voice: Speaker, bot_name: str, question: int | None, *, follows: bool) -> list[Row]:
    """The rows for a reply to the message `question` (None: it isn't one); `follows`: there are subscriptions."""
    if reply.outcome is Outcome.SILENT and follows and question is not None:
        wish = button(voice.text("telegram.action.wish"), Tap(Kind.AWAIT, reply.language, numbered(question)))
        return [[wish]] if wish else []
    if reply.outcome is not Outcome.ANSWER or not reply.references:
        return []
    return [
        [*_sources(reply, voice, question), *(_follow(reply, voice) if follows else ())],
        [*thumbs(reply, question), *_share(reply, voice, bot_name)],
    ]


def back(token: str, language: str, voice: Speaker) -> Row:
    """The row that leads from the sources of an answer back to it."""
    found = button(voice.text("telegram.action.back"), Tap(Kind.IN_PLACE, language, token))
    return [found] if found else []


def thumbs(reply: Reply, question: int | None) -> Row:
    """👍 and 👎 for an answer to a question; cards and lists aren't rated, nor what can't be told apart later."""
    if reply.token[0] not in "ayn" if reply.token else question is None:
        return []
    return rating(rated_as(reply, question), reply.language)


def rated_as(reply: Reply, question: int | None) -> str:
    """What names an answer to the message `question` where it is rated."""
    return f"{numbered(question)}.{reply.token or ''}"


def rating(rated: str, language: str) -> Row:
    """👍 and 👎 by what they rate."""
    found = (button("👍", Tap(Kind.GOOD, language, rated)), button("👎", Tap(Kind.BAD, language, rated)))
    return [one for one in found if one]


def reasons(rated: str, language: str, voice: Speaker) -> list[Row]:
    """What was wrong? One row each, as the labels are long."""
    asked = ((voice.text(f"telegram.feedback.{name}"), Tap(kind, language, rated)) for kind, name in REASONS.items())
    return [[found] for label, tap in asked if (found := button(label, tap))]


def question_number(rated: str) -> int | None:
    """The message id of the question that was rated, if it is known."""
    return number(rated.partition(".")[0])


def deep_link(bot_name: str, identifier: str) -> str:
    """The address that opens a deal or fact in a chat with the bot."""
    return f"https://t.me/{bot_name}?start={link_of(identifier)}"


def subject(reply: Reply) -> str:
    """The deal or fact that a reply is about, by its id: what is shared and followed."""
    first = reply.facts[0]
    return first if len(reply.facts) == 1 else first.partition("/")[0]


def _sources(reply: Reply, voice: Speaker, question: int | None) -> Row:
    if reply.token is None:
        return []
    token = Trail(f"o{reply.token}", question).code
    found = button(voice.text("telegram.action.sources"), Tap(Kind.IN_PLACE, reply.language, token))
    return [found] if found else []


def _follow(reply: Reply, voice: Speaker) -> Row:
    if _one_deal(reply):
        tap = Tap(Kind.FOLLOW, reply.language, token_of("d", _deals(reply)[0]))
        found = button(voice.text("telegram.action.follow"), tap)
    else:
        found = button(voice.text("telegram.action.choose"), Tap(Kind.BELOW, reply.language, CHOOSE))
    return [found] if found else []


def _share(reply: Reply, voice: Speaker, bot_name: str) -> Row:
    if not _one_deal(reply):
        return []
    address = SHARE + quote(deep_link(bot_name, subject(reply)), safe="")
    return [InlineKeyboardButton(voice.text("telegram.action.share"), url=address)]


def _one_deal(reply: Reply) -> bool:
    """Whether the reply is about one deal; a page of a search isn't, nor a list whose other deals are but offered."""
    told = _deals(reply)
    offered = {choice.token for choice in reply.choices if choice.token.startswith(DEAL)}
    return len(told) == 1 and offered <= {token_of("d", told[0])} and not (reply.token or "").startswith(SEARCHED)


def _deals(reply: Reply) -> list[str]:
    return list(dict.fromkeys(fact.partition("/")[0] for fact in reply.facts))

"""Slash commands, the same in every channel.

/start /help /deals /deal /search /timeline /compare /sources /language /why /about; what is more than a line stands in
a module of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.answering.browsing import browse, cards, comparison, search, sourcecards, timeline
from bot.answering.browsing.picking import Picked, filtered, picked
from bot.answering.browsing.timeline import Scope
from bot.answering.details import details
from bot.answering.explain import explanation
from bot.answering.languages import choose_language
from bot.answering.openings import reopened
from bot.answering.room import plainreplies
from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.answering.room.suggestions import shortened
from bot.answering.room.tokens import NOTHING
from bot.understanding.judging.recognition import Background


def command(room: Room, text: str, conversation: Conversation, language: str) -> tuple[Reply, Conversation] | None:
    """The reply to a slash command and the conversation after it; None when the text is no known command."""
    name, *rest = text.split(maxsplit=1)
    name, argument = name.lower().partition("@")[0], "".join(rest).strip()
    stateful = _STATEFUL.get(name)
    if stateful:
        return stateful(room, argument, conversation, language)
    plain = _PLAIN.get(name)
    return (plain(room, argument, language), conversation) if plain else None


def words_of(text: str) -> str:
    """The words behind a command that a reader says in a language; a link's payload and a setting are none."""
    name, *rest = text.split(maxsplit=1)
    return "".join(rest) if name.lower().partition("@")[0] in _IN_WORDS else ""


def _start(room: Room, payload: str, conversation: Conversation, language: str) -> tuple[Reply, Conversation]:
    """What a deep link opens, the deal of a fact that is gone; a welcome for everybody else."""
    if payload in ("", NOTHING):
        return plainreplies.start_reply(room, language), conversation
    reply = _linked(room, payload, language)
    if reply is None:
        gone = room.voices[language].text("start.gone")
        return replace(plainreplies.start_reply(room, language), heading=gone), conversation
    deal = room.knowledge.facts[reply.facts[0]].deal
    topic = Background(
        conversation.topic.utterance, language, deal, reply.facts[:4], room.knowledge.deals[deal].parties
    )
    return reply, replace(conversation, topic=topic)


def _linked(room: Room, payload: str, language: str) -> Reply | None:
    """What a deep link opens; None when it isn't there any more."""
    token = room.tokens.linked(payload) or payload.replace("_", ".", 1)
    reply = reopened(room, token, language)
    if reply and reply.facts:
        return reply
    deal = payload.partition("--")[0]
    if deal == payload or deal not in room.knowledge.deals:
        return None
    card = cards.deal_card(room, deal, language)
    gone = room.voices[language].text("start.fact_gone")
    return replace(card, blocks=(gone, *card.blocks)) if card.facts else None


def _help(room: Room, _argument: str, language: str) -> Reply:
    return plainreplies.help_reply(room, language)


def _deal(room: Room, argument: str, conversation: Conversation, language: str) -> tuple[Reply, Conversation]:
    """The deal named, or the one being talked about; where the words name several, those to choose from."""
    found = picked(room, argument) if argument else Picked(conversation.topic.deal)
    deal = found.deal
    if deal is None or deal not in room.knowledge.deals:
        # Words that say nothing by themselves were meant to name a deal here, too.
        unknown = found.left or ((shortened(argument),) if argument and not found.wanted.keys else ())
        return browse.deals_page(room, language, found.wanted, left=unknown), conversation
    topic = replace(conversation.topic, deal=deal, facts=(), entities=room.knowledge.deals[deal].parties)
    return cards.deal_card(room, deal, language), replace(conversation, topic=topic)


def _deals(room: Room, argument: str, language: str) -> Reply:
    found = filtered(room, argument)
    return browse.deals_page(room, language, found.wanted, left=found.left)


def _timeline(room: Room, argument: str, language: str) -> Reply:
    """The timeline of the deal named, of a company's, a country's or a year's deals, or of all."""
    found = picked(room, argument)
    if found.left:
        return browse.deals_page(room, language, found.wanted, left=found.left)
    return timeline.timeline(room, language, Scope(found.deal, found.wanted))


def _why(room: Room, argument: str, conversation: Conversation, language: str) -> tuple[Reply, Conversation]:
    voice = room.voices[language]
    if not conversation.asked:
        return Reply(Outcome.HELP, language, (voice.text("why.nothing"),)), conversation
    recognition = room.recogniser.recognise(conversation.asked, conversation.before)
    blocks = (details if argument else explanation)(room, recognition, language)
    quoted = voice.text("quoted", words=conversation.asked)
    reply = Reply(Outcome.HELP, language, (quoted, *blocks), heading=voice.text("why.title"))
    return reply, conversation


def _about(room: Room, _argument: str, language: str) -> Reply:
    voice = room.voices[language]
    knowledge = room.knowledge
    counted = voice.text(
        "about.counts", facts=len(knowledge.facts), deals=len(knowledge.deals), sources=len(knowledge.sources)
    )
    version = voice.text("about.version", version=knowledge.version[:12])
    return Reply(
        Outcome.HELP, language, (voice.text("about.what"), counted, version), heading=voice.text("about.title")
    )


_STATEFUL: Mapping[str, Callable[[Room, str, Conversation, str], tuple[Reply, Conversation]]] = {
    "/start": _start,
    "/deal": _deal,
    "/language": choose_language,
    "/lang": choose_language,
    "/why": _why,
}
"""What depends on the conversation or changes it: (room, argument, conversation, language)."""

_PLAIN: Mapping[str, Callable[[Room, str, str], Reply]] = {
    "/help": _help,
    "/deals": _deals,
    "/search": search.search,
    "/timeline": _timeline,
    "/compare": lambda room, argument, language: comparison.comparison(room, language, argument),
    "/sources": lambda room, _argument, language: sourcecards.source_list(room, language),
    "/about": _about,
}
"""What doesn't: (room, argument, language)."""

_IN_WORDS = frozenset({"/deal", "/deals", "/search", "/timeline", "/compare"})

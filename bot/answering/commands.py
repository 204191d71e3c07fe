"""Slash commands, the same in every channel: /start /help /deals /deal /sources /language /why /about."""

from dataclasses import replace

from bot.answering import cards, plainreplies
from bot.answering.conversation import Conversation
from bot.answering.explain import explanation
from bot.answering.reply import Outcome, Reply
from bot.answering.room import Room
from bot.answering.topics import context_of
from bot.facts.model import LANGUAGES

_AUTOMATIC = ("auto", "automatic", "automatisch")


def command(room: Room, text: str, conversation: Conversation, language: str) -> tuple[Reply, Conversation] | None:
    """The reply to a slash command and the conversation after it; None when the text is no known command."""
    name, _, argument = text.strip().partition(" ")
    name = name.lower().partition("@")[0]
    argument = argument.strip()
    match name:
        case "/start" | "/help":
            return plainreplies.help_reply(room, language), conversation
        case "/deals":
            return cards.deal_list(room, language), conversation
        case "/deal":
            return _deal(room, argument, conversation, language)
        case "/sources":
            return cards.source_list(room, language), conversation
        case "/language":
            return _language(room, argument, conversation, language)
        case "/why":
            return _why(room, conversation, language), conversation
        case "/about":
            return _about(room, language), conversation
        case _:
            return None


def _deal(room: Room, argument: str, conversation: Conversation, language: str) -> tuple[Reply, Conversation]:
    """The deal named: by its id, or the deal that the words are about, or the one being talked about."""
    deal = argument if argument in room.knowledge.deals else None
    if deal is None and argument:
        readings = room.recogniser.recognise(argument).readings
        deal = readings[0].features.fact.deal if readings else None
    elif deal is None:
        deal = conversation.topic.deal
    if deal is None or deal not in room.knowledge.deals:
        return cards.deal_list(room, language), conversation
    topic = replace(conversation.topic, deal=deal, facts=(), entities=room.knowledge.deals[deal].parties)
    return cards.deal_card(room, deal, language), replace(conversation, topic=topic)


def _language(room: Room, argument: str, conversation: Conversation, language: str) -> tuple[Reply, Conversation]:
    wanted = argument.lower()
    if wanted in _AUTOMATIC:
        voice = room.voices[language]
        return Reply(Outcome.HELP, language, (voice.text("language.automatic"),)), conversation.with_language(None)
    if wanted in LANGUAGES:
        voice = room.voices[wanted]
        return Reply(Outcome.HELP, wanted, (voice.text("language.fixed"),)), conversation.with_language(wanted)
    current = conversation.language or "auto"
    return Reply(Outcome.HELP, language, (room.voices[language].text("language.usage", current=current),)), conversation


def _why(room: Room, conversation: Conversation, language: str) -> Reply:
    voice = room.voices[language]
    if not conversation.asked:
        return Reply(Outcome.HELP, language, (voice.text("why.nothing"),))
    recognition = room.recogniser.recognise(conversation.asked, context_of(conversation.before))
    blocks = explanation(room, recognition, language)
    return Reply(Outcome.HELP, language, (f"»{conversation.asked}«", *blocks), heading=voice.text("why.title"))


def _about(room: Room, language: str) -> Reply:
    voice = room.voices[language]
    knowledge = room.knowledge
    counted = voice.text(
        "about.counts", facts=len(knowledge.facts), deals=len(knowledge.deals), sources=len(knowledge.sources)
    )
    version = voice.text("about.version", version=knowledge.version[:12])
    return Reply(
        Outcome.HELP, language, (voice.text("about.what"), counted, version), heading=voice.text("about.title")
    )

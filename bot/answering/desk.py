"""The front desk of the answering room: an utterance or a tapped choice in, a reply and the new conversation out.

Pure and synchronous: a channel hands in the conversation and keeps the one that comes back. Nothing that a user types
makes it raise.
"""

from dataclasses import replace

from bot.answering import answers, cards, listing, plainreplies, silence, sourcecards
from bot.answering.commands import command
from bot.answering.conversation import Conversation, Topic
from bot.answering.openings import open_token
from bot.answering.reply import Outcome, Reply
from bot.answering.room import Room
from bot.answering.topics import context_of, topic_after
from bot.facts.model import LANGUAGES
from bot.understanding.normalise import clean
from bot.understanding.recognition import Recognition, Verdict


class Desk:
    """Answers. One desk serves all chats."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def answer(self, text: str, conversation: Conversation, hint: str | None, now: float) -> tuple[Reply, Conversation]:
        """The reply to what was typed. `hint` is the user's Telegram language, `now` Unix seconds."""
        conversation = replace(conversation.awake(now), last_at=now)
        text = clean(text).strip()
        if text.startswith("/"):
            language = _spoken(None, conversation, hint) or "de"
            known = command(self._room, text, conversation, language)
            if known:
                return known
            text = text.lstrip("/")
        recognition = self._room.recogniser.recognise(text, context_of(conversation.topic))
        language = _spoken(recognition.analysis.language, conversation, hint) or self._sources_language(recognition)
        reply = self._reply(recognition, language)
        topic = topic_after(recognition, reply, conversation.topic, text, self._room.knowledge)
        return reply, replace(conversation, topic=topic, before=conversation.topic, asked=text, last_language=language)

    def choose(
        self, token: str, conversation: Conversation, hint: str | None, now: float
    ) -> tuple[Reply, Conversation]:
        """The reply to a tapped choice; one that is no longer known gets a kind line."""
        conversation = replace(conversation.awake(now), last_at=now)
        language = _spoken(None, conversation, hint) or "de"
        match self._room.tokens.resolve(token):
            case ("f", name):
                fact = self._room.knowledge.facts[name]
                deal = self._room.knowledge.deals[fact.deal]
                topic = Topic(conversation.topic.utterance, language, fact.deal, (fact.id,), deal.parties)
                return answers.state(self._room, [fact], language), replace(conversation, topic=topic)
            case ("d", name):
                parties = self._room.knowledge.deals[name].parties
                topic = Topic(conversation.topic.utterance, language, name, (), parties)
                return cards.deal_card(self._room, name, language), replace(conversation, topic=topic)
            case ("s", name):
                return sourcecards.source_card(self._room, name, language), conversation
            case _:
                if found := open_token(self._room, token, conversation, language):
                    return found
                voice = self._room.voices[language]
                return Reply(Outcome.HELP, language, (voice.text("choice.gone"),)), conversation

    def _reply(self, recognition: Recognition, language: str) -> Reply:
        match recognition.verdict:
            case Verdict.ANSWER:
                return answers.answer(self._room, recognition, language)
            case Verdict.CLARIFY:
                facts = [reading.features.fact for reading in recognition.chosen]
                return plainreplies.clarify(self._room, recognition, facts, language)
            case Verdict.DEALS:
                return listing.deals(self._room, recognition, language)
            case Verdict.SILENT:
                return silence.silent(self._room, recognition, language)
            case Verdict.SMALLTALK:
                return plainreplies.smalltalk(self._room, recognition.smalltalk or "other", language)
            case _:
                return plainreplies.offtopic(self._room, language, recognition.score)

    def _sources_language(self, recognition: Recognition) -> str:
        """Nothing tells the reader's language (a bare name): that of the source which speaks of it."""
        for reading in recognition.readings[:1]:
            citation = reading.features.fact.citations[0]
            return self._room.knowledge.sources[citation.source].language
        return "de"


def _spoken(heard: str | None, conversation: Conversation, hint: str | None) -> str | None:
    """The language to reply in: the fixed choice, the one heard, the conversation's, the user's own."""
    own = (hint or "").lower().replace("_", "-").partition("-")[0]
    own_known = own if own in LANGUAGES else "en" if own else None
    return conversation.language or heard or conversation.last_language or own_known

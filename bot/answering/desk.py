"""The front desk of the answering room: an utterance or a tapped choice in, a reply and the new conversation out.

Pure and synchronous: a channel hands in the conversation and keeps the one that comes back. Nothing that a user types
makes it raise.
"""

from dataclasses import replace

from bot.answering import answers
from bot.answering.again import MOST_SAID, again
from bot.answering.browsing import cards, sourcecards
from bot.answering.commands import command, words_of
from bot.answering.lists import chronicle, factsheet, listing, ranked, rollcall, sidebyside
from bot.answering.openings import open_token
from bot.answering.room import plainreplies
from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.answering.topics import topic_after
from bot.answering.verdicts import silence
from bot.facts.model import LANGUAGES
from bot.understanding.judging.recognition import Background, Recognition, Verdict
from bot.understanding.language.normalise import clean
from bot.understanding.utterance.smalltalk import OF_THE_ANSWER, OTHER_LANGUAGE

_COMMAND_WORDS = 2
"""A slash before more words than these is a slip before a question."""


_UNSURE = frozenset({Verdict.CLARIFY, Verdict.SILENT, Verdict.OFFTOPIC})
"""What comes of a word or two that is rather short for a question."""


class Desk:
    """Answers. One desk serves all chats."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def answer(self, text: str, conversation: Conversation, hint: str | None, now: float) -> tuple[Reply, Conversation]:
        """The reply to what was typed. `hint` is the user's Telegram language, `now` Unix seconds."""
        conversation = replace(conversation.awake(now), last_at=now)
        text = clean(text).strip()
        if text.startswith("/"):
            if conversation.last_language is None:  # "/search weather" turns no German talk to English
                conversation = self._heard(words_of(text), conversation)
            language = _spoken(None, conversation, hint) or "de"
            known = command(self._room, text, conversation, language)
            if known:
                return _noted(*known)
            if len(text.split()) <= _COMMAND_WORDS:
                return plainreplies.unknown_command(self._room, language), conversation
            text = text.lstrip("/")
        recognition = self._room.recogniser.recognise(text, conversation.topic)
        spoken = _spoken(recognition.analysis.language, conversation, hint) or "de"
        if whole := self._spelt_out(text, recognition, conversation, spoken):
            text, recognition = whole, self._room.recogniser.recognise(whole)
        heard = None if recognition.smalltalk == OTHER_LANGUAGE else recognition.analysis.language
        language = _spoken(heard, conversation, hint) or self._sources_language(recognition)
        if recognition.smalltalk in OF_THE_ANSWER:
            return again(self._room, recognition.smalltalk, conversation, language, self._reply)
        reply = rollcall.rest(self._room, recognition, conversation, language) or self._reply(recognition, language)
        if reply.outcome is Outcome.SILENT and recognition.inherited and not recognition.conflicts:
            reply = plainreplies.with_near(self._room, reply, recognition, conversation.topic, language)
        topic = topic_after(recognition, reply, conversation.topic, text, self._room.knowledge)
        if offered := self._offered(reply):
            topic = replace(topic, utterance=text, offered=offered)
        said = conversation.said if recognition.verdict is Verdict.SMALLTALK else reply.facts[:MOST_SAID]
        return reply, replace(
            conversation, topic=topic, before=conversation.topic, asked=text, said=said, last_language=language
        )

    def choose(
        self, token: str, conversation: Conversation, hint: str | None, now: float
    ) -> tuple[Reply, Conversation]:
        """The reply to a tapped choice; one that is no longer known gets a kind line."""
        return _noted(*self._chosen(token, replace(conversation.awake(now), last_at=now), hint))

    def _chosen(self, token: str, conversation: Conversation, hint: str | None) -> tuple[Reply, Conversation]:
        language = _spoken(None, conversation, hint) or "de"
        match self._room.tokens.resolve(token):
            case ("f", name):
                fact = self._room.knowledge.facts[name]
                deal = self._room.knowledge.deals[fact.deal]
                topic = Background(conversation.topic.utterance, language, fact.deal, (fact.id,), deal.parties)
                return answers.state(self._room, [fact], language), replace(conversation, topic=topic)
            case ("d", name):
                parties = self._room.knowledge.deals[name].parties
                topic = Background(conversation.topic.utterance, language, name, (), parties)
                return cards.deal_card(self._room, name, language), replace(conversation, topic=topic)
            case ("s", name):
                return sourcecards.source_card(self._room, name, language), conversation
            case _:
                if found := open_token(self._room, token, conversation, language):
                    return found
                voice = self._room.voices[language]
                return Reply(Outcome.HELP, language, (voice.text("choice.gone"),)), conversation

    def _heard(self, words: str, conversation: Conversation) -> Conversation:
        """The conversation in the language of the words behind a command, where they tell one."""
        heard = self._room.recogniser.language_of(words) if words else None
        return replace(conversation, last_language=heard) if heard else conversation

    def _spelt_out(self, text: str, recognition: Recognition, conversation: Conversation, language: str) -> str | None:
        """The question that a word or two is short for: where nothing was talked about, or it leads to no answer."""
        fresh = not conversation.topic.facts
        heard = recognition.verdict in _UNSURE or (fresh and recognition.verdict is Verdict.ANSWER)
        return self._room.recogniser.spelt_out(text, language, onward=fresh) if heard else None

    def _reply(self, recognition: Recognition, language: str) -> Reply:
        match recognition.verdict:
            case Verdict.ANSWER:
                return answers.answer(self._room, recognition, language)
            case Verdict.CLARIFY:
                facts = [reading.features.fact for reading in recognition.chosen]
                return plainreplies.clarify(self._room, recognition, facts, language)
            case Verdict.DEALS | Verdict.ROLL | Verdict.EVENTS | Verdict.FACT_SHEET | Verdict.SIDE_BY_SIDE:
                return self._listed(recognition, language)
            case Verdict.SILENT:
                return silence.silent(self._room, recognition, language)
            case Verdict.SMALLTALK if recognition.smalltalk == OTHER_LANGUAGE:
                return plainreplies.other_language(self._room, recognition, language)
            case Verdict.SMALLTALK:
                return plainreplies.smalltalk(self._room, recognition.smalltalk or "other", language)
            case _:
                return plainreplies.offtopic(self._room, language, recognition.score, bare=self._is_bare(recognition))

    def _listed(self, recognition: Recognition, language: str) -> Reply:
        """The reply to a question for all of something: entities, events, what comes first, deals."""
        if recognition.roll:
            return rollcall.call(self._room, recognition.roll, language, recognition.analysis.most)
        if recognition.events:
            return chronicle.tell(self._room, recognition.events, language)
        if recognition.sheet:
            return factsheet.tell(self._room, recognition.sheet, language, recognition.analysis.most)
        if recognition.sides:
            return sidebyside.tell(self._room, recognition.sides, language)
        if recognition.ranked:
            return ranked.first(self._room, recognition, recognition.ranked, language)
        return listing.deals(self._room, recognition, language)

    def _is_bare(self, recognition: Recognition) -> bool:
        """Is it no more than a question word or the side of a deal ("when?", "price")?"""
        analysis = recognition.analysis
        if analysis.names or len(analysis.said) > 1:
            return False
        asks = bool(analysis.types) and not analysis.said
        return asks or any(map(self._room.recogniser.names_side, analysis.said))

    def _offered(self, reply: Reply) -> tuple[str, ...]:
        """The facts between which a reply lets the reader choose."""
        if reply.outcome is not Outcome.CLARIFY:
            return ()
        found = (self._room.tokens.resolve(choice.token) for choice in reply.choices)
        return tuple(name for letter, name in filter(None, found) if letter == "f")

    def _sources_language(self, recognition: Recognition) -> str:
        """Nothing tells the reader's language (a bare name): that of the source which speaks of it."""
        if recognition.smalltalk == OTHER_LANGUAGE:
            return "en"
        for reading in recognition.readings[:1]:
            citation = reading.features.fact.citations[0]
            return self._room.knowledge.sources[citation.source].language
        return "de"


def _noted(reply: Reply, conversation: Conversation) -> tuple[Reply, Conversation]:
    """The conversation that knows which facts were stated, if any were."""
    return reply, replace(conversation, said=reply.facts[:MOST_SAID]) if reply.facts else conversation


def _spoken(heard: str | None, conversation: Conversation, hint: str | None) -> str | None:
    """The language to reply in: wished for, fixed by choice, heard, the conversation's, the user's own."""
    own = (hint or "").lower().replace("_", "-").partition("-")[0]
    own_known = own if own in LANGUAGES else "en" if own else None
    return conversation.wished or conversation.language or heard or conversation.last_language or own_known

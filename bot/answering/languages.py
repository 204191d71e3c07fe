"""/language: which language a chat is answered in. "l1.de", "l1.en" and "l1.auto" are the choices to tap."""

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Choice, Outcome, Reply
from bot.answering.room.room import Room
from bot.facts.model import LANGUAGES

AUTOMATIC = ("auto", "automatic", "automatisch")


def choose_language(room: Room, wanted: str, conversation: Conversation, language: str) -> tuple[Reply, Conversation]:
    """Fix the language, or free it again; anything else gets the choices."""
    wanted = wanted.strip().lower()
    by_name = {room.voices[spoken].language_name(code).lower(): code for spoken in LANGUAGES for code in LANGUAGES}
    wanted = by_name.get(wanted, wanted)
    if wanted in AUTOMATIC:
        text = room.voices[language].text("language.automatic")
        return Reply(Outcome.HELP, language, (text,)), conversation.with_language(None)
    if wanted in LANGUAGES:
        return Reply(Outcome.HELP, wanted, (room.voices[wanted].text("language.fixed"),)), conversation.with_language(
            wanted
        )
    voice = room.voices[language]
    fixed = conversation.language
    current = voice.language_name(fixed) if fixed else voice.text("language.auto")
    choices = (
        *(Choice(room.voices[code].language_name(code), f"l1.{code}", in_place=True) for code in LANGUAGES),
        Choice(voice.text("language.auto"), "l1.auto", in_place=True),
    )
    usage = voice.text("language.usage", current=current)
    return Reply(Outcome.HELP, language, (usage,), choices=choices), conversation

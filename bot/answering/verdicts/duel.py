"""Which of two it is, said before the statements from which that follows: "Earlier: Sweden."."""

from bot.answering.room.room import Room
from bot.understanding.judging.recognition import Recognition


def verdict(room: Room, recognition: Recognition, language: str) -> str:
    """Which of the two chosen it is, in the question's own word; "" where that is of another language, or undecided."""
    won = room.recogniser.duel.won(recognition) if recognition.analysis.language == language else None
    if not won:
        return ""
    voice = room.voices[language]
    word = won.word[:1].upper() + won.word[1:]
    return voice.text("answer.duel", word=word, name=voice.name(won.name, "nominative"))

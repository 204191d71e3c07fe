"""What came of a plan: that the sources end there, and when.

A plan that is told to somebody who asks whether it has come to be would be taken for a yes; "no" would be as wrong,
years later. So the answer ends with the date to which its sources reach.
"""

from bot.answering.room.room import Room
from bot.facts.model import AHEAD, Fact
from bot.understanding.deciding.afterwards import asks_afterwards
from bot.understanding.utterance.units import Analysis


def note(room: Room, analysis: Analysis, fact: Fact, language: str, *, polarity: bool | None = None) -> str:
    """The sentence that says where the sources on a plan end; "" where nothing lies ahead or yes or no is said."""
    if fact.status not in AHEAD or polarity is not None or not asks_afterwards(analysis):
        return ""
    sources, voice = room.knowledge.sources, room.voices[language]
    dates = [sources[citation.source].published_at(citation.paragraph) for citation in fact.citations]
    last = max(filter(None, dates), default=None)
    return voice.text("answer.as_of", date=voice.date(last)) if last else voice.text("answer.as_of_undated")

"""What came of a plan: that the sources end there, and when.

A plan that is told to somebody who asks whether it has come to be would be taken for a yes; "no" would be as wrong,
years later. So the answer ends with the date to which its sources reach.
"""

from bot.answering.room import Room
from bot.facts.model import Fact
from bot.understanding.units import Analysis

_AHEAD = frozenset({"planned", "announced", "presumed", "pilot"})
"""Statuses of what lay ahead when the source was written."""

_WHETHER = frozenset({"past", "already"})
_OUTCOME = "outcome"


def asks_afterwards(analysis: Analysis) -> bool:
    """Is it asked what came of something, or whether it has come to be?"""
    return _OUTCOME in analysis.flags or ("yesno" in analysis.flags and bool(analysis.flags & _WHETHER))


def note(room: Room, analysis: Analysis, fact: Fact, language: str, *, polarity: bool | None = None) -> str:
    """The sentence that says where the sources on a plan end; "" where nothing lies ahead or the answer is yes."""
    if fact.status not in _AHEAD or polarity is True or not asks_afterwards(analysis):
        return ""
    dates = sorted(filter(None, (_published(room, fact, place) for place in range(len(fact.citations)))))
    voice = room.voices[language]
    return voice.text("answer.as_of", date=voice.date(dates[-1])) if dates else voice.text("answer.as_of_undated")


def _published(room: Room, fact: Fact, place: int) -> str | None:
    """When the source of a citation was published, as far as it tells; an ISO date."""
    citation = fact.citations[place]
    source = room.knowledge.sources[citation.source]
    section = source.section(citation.paragraph)
    return (section.published if section else None) or source.published

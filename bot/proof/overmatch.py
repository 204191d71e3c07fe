"""Each attribute's cues and templates against all other attributes: they must win their own.

A cue that another attribute takes sends a question the wrong way, and lets "the sources don't say" name the wrong
thing. Stands behind `run_bot.py check --attributes`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from bot.facts.model import Attribute
from bot.understanding.language.slots import fill_template
from bot.understanding.readings.attributes import AttributeReading
from bot.understanding.utterance.units import Analysis


class Reads(Protocol):
    """What is needed of the analyser."""

    def analyse(self, text: str, language: str | None = None) -> Analysis:
        """Take an utterance apart."""


class Finds(Protocol):
    """What is needed of the attribute finder."""

    def readings(self, analysis: Analysis) -> list[AttributeReading]:
        """The attributes that units speak for, best first."""


class Claimed(StrEnum):
    """How an attribute's own words fared."""

    WON = "won"
    SHARED = "shared"
    LOST = "lost"
    MUTE = "mute"


@dataclass(frozen=True, slots=True)
class Claim:
    """One cue or template of an attribute. `winner` is the best other attribute, where it is as good or better."""

    attribute: str
    language: str
    kind: str
    text: str
    claimed: Claimed
    winner: str | None


def claims(attributes: Mapping[str, Attribute], analyser: Reads, finder: Finds) -> Iterator[Claim]:
    """Ask for every attribute by each of its cues and templates.

    WON: it comes first alone. SHARED: another one is as good. LOST: another one is better. MUTE: none speaks, so the
    words do nothing (they are all function words, or the cue needs words that it doesn't hold).
    """
    for attribute in attributes.values():
        for language, words in attribute.words.items():
            texts = [("cue", cue) for cue in words.cues]
            texts += [("template", text) for template in words.templates for text in fill_template(template)]
            for kind, text in texts:
                analysis = analyser.analyse(text, language)
                if kind == "cue":  # a cue asks for no kind of answer
                    analysis = replace(analysis, types=frozenset())
                yield _claim(attribute.id, language, kind, text, finder.readings(analysis))


def silenced(found: Iterable[Claim]) -> list[tuple[str, str]]:
    """The attributes that win none of their own words in a language: nobody can ask for them."""
    won: dict[tuple[str, str], bool] = {}
    for claim in found:
        place = (claim.attribute, claim.language)
        won[place] = won.get(place, False) or claim.claimed in (Claimed.WON, Claimed.SHARED)
    return [place for place, any_won in won.items() if not any_won]


def _claim(attribute: str, language: str, kind: str, text: str, readings: Sequence[AttributeReading]) -> Claim:
    own = next((reading.score for reading in readings if reading.attribute == attribute), 0.0)
    other = next((reading for reading in readings if reading.attribute != attribute), None)
    if not readings:
        claimed = Claimed.MUTE
    elif other is None or own > other.score:
        claimed = Claimed.WON
    else:
        claimed = Claimed.SHARED if own == other.score else Claimed.LOST
    beaten = claimed in (Claimed.SHARED, Claimed.LOST)
    return Claim(attribute, language, kind, text, claimed, other.attribute if other and beaten else None)

"""Which side of a deal a refused question asks for, and whether that is certain enough to be named as not told.

The listed question nearest to it and the kind of answer wanted only suggest an attribute. Named it is where words of
the question speak for it: who asks for a phone number must not hear that the e-mail address isn't told.
"""

from bot.facts.model import OTHER
from bot.understanding.readings.attributes import AttributeFinder
from bot.understanding.readings.scoring import Reading
from bot.understanding.utterance.units import Analysis

_KNOWN_GAP = 0.8
"""How alike an unanswered question must be to suggest its attribute."""

_ASKED = 0.6
"""How well an attribute must explain the words that aren't names to be the one asked for."""

_ALIKE, _MOST_ALIKE = 0.02, 2
"""As near as this to the best attribute others are asked for alike; of more than two none is meant."""


def suggested(analysis: Analysis, best: Reading, gap: Reading | None, attributes: AttributeFinder) -> str | None:
    """The attribute that is likely asked for and that the best reading doesn't tell."""
    if gap and gap.example >= _KNOWN_GAP:
        return gap.features.fact.attribute
    readings = attributes.readings(analysis)
    alike = [one.attribute for one in readings if one.score >= max(_ASKED, readings[0].score - _ALIKE)]
    told = not best.features.attributes.isdisjoint(alike)
    return alike[0] if 0 < len(alike) <= _MOST_ALIKE and not told else None


def surely_asked(analysis: Analysis, attributes: AttributeFinder) -> str | None:
    """The attribute that the words ask for by themselves, if they do surely."""
    first = next(iter(attributes.readings(analysis)), None)
    asked = first.attribute if first and first.score >= _ASKED else None
    return asked if is_certain(analysis, asked, None, attributes) else None


def is_certain(analysis: Analysis, attribute: str | None, gap: Reading | None, attributes: AttributeFinder) -> bool:
    """Do words of the question speak for the attribute? A listed question itself surely asks for its own."""
    if attribute is None or attribute == OTHER:
        return False
    listed = gap is not None and gap.itself and gap.features.fact.attribute == attribute
    return listed or attributes.speaks(analysis, attribute)

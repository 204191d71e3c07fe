"""Names that nobody knows, given away by their capitals: "how much did Microsoft pay for *Slack*?".

Only English tells names by them; words that are near in spelling or sound don't stand for such a name.
"""

import re

from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.utterance.units import TELLING, Analysis, Unit, follows

RULE = "a name that the fact doesn't hold"
_CAPITALS = "en"
_NAME = re.compile(r"[A-Z][a-z]{2,}(?![\w-])(?!\s+[A-Z])")
"""One such word; beside another it may be part of a name that is known, but misspelt, and of MEPs many know."""

_BEFORE = re.compile(r"(?:^|[.?!:;\"“„»(]|[A-Z][\w.]*|-)\s*$")
"""What may stand before a word that is written with a capital for another reason."""


def unknown(analysis: Analysis, best: Reading) -> bool:
    """Does the question name something by a capital, within a sentence, that the best reading's fact doesn't hold?"""
    if analysis.language != _CAPITALS or not _spelt_with_care(analysis):
        return False
    rows = zip(analysis.units, best.explained, strict=False)
    return any(match < EXPLAINED and _named(analysis, unit) for unit, match in rows)


def _named(analysis: Analysis, unit: Unit) -> bool:
    """Is it such a name, and nothing that only describes what follows ("every *Hanseatic* ally")?"""
    if any(follows(analysis.text, unit, other) for other in analysis.units if other.start > unit.start):
        return False
    if unit.kind not in TELLING or not unit.says or not _NAME.match(analysis.text, unit.start):
        return False
    return not _BEFORE.search(analysis.text[: unit.start])


def _spelt_with_care(analysis: Analysis) -> bool:
    """Are words within the sentence written small, so that a capital means something?"""
    small = [unit.text.islower() for unit in analysis.contents if unit.says]
    return sum(small) * 2 >= len(small)

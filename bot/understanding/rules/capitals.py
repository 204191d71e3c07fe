"""Names that nobody knows, given away by their capitals: "how much did Microsoft pay for *Slack*?".

Words that are near in spelling or sound don't stand for such a name. Where every noun has a capital, only a word that
the vocabulary lacks is taken for a name, and only where a noun would need an article.
"""

import re
from collections.abc import Mapping

from bot.understanding.language.wordpatterns import ending_in
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.utterance.units import TELLING, Analysis, Unit, follows

RULE = "a name that the fact doesn't hold"
_WORD = "word"
_NAME = re.compile(r"[A-Z][a-z]{2,}(?![\w-])(?!\s+[A-Z])")
"""One such word; beside another it may be part of a name that is known, but misspelt, and of MEPs many know."""

_BEFORE = re.compile(r"(?:^|[.?!:;\"“„»(]|[A-Z][\w.]*|-)\s*$")
"""What may stand before a word that is written with a capital for another reason."""


class Capitals:
    """Tells such questions; `bare` are what names stand behind without an article, in languages that spell nouns so."""

    def __init__(self, bare: Mapping[str, tuple[str, ...]]) -> None:
        self._bare = {language: ending_in(words) if words else None for language, words in bare.items()}

    def unknown(self, analysis: Analysis, best: Reading) -> bool:
        """Is something named by a capital within a sentence, that the best reading's fact doesn't hold?"""
        if analysis.language not in self._bare or not _spelt_with_care(analysis):
            return False
        rows = zip(analysis.units, best.explained, strict=False)
        return any(match < EXPLAINED and self._names(analysis, unit) for unit, match in rows)

    def _names(self, analysis: Analysis, unit: Unit) -> bool:
        """Is it such a name?"""
        if unit.kind not in TELLING or not unit.says or not _NAME.match(analysis.text, unit.start):
            return False
        before, bare = analysis.text[: unit.start], self._bare[analysis.language or ""]
        if bare is None:
            return not _BEFORE.search(before) and not _describes(analysis, unit)
        return (unit.kind == _WORD or bool(unit.correction)) and bool(bare.search(before.rstrip()))


def _describes(analysis: Analysis, unit: Unit) -> bool:
    """Does a word stand directly behind it, which it describes ("every *Hanseatic* ally")?"""
    return any(follows(analysis.text, unit, other) for other in analysis.units if other.start > unit.start)


def _spelt_with_care(analysis: Analysis) -> bool:
    """Are words within the sentence written small, so that a capital means something?"""
    small = [unit.text.islower() for unit in analysis.contents if unit.says and unit.start]
    return sum(small) * 2 >= len(small)

"""Whole questions: those that need nothing said before, so that no conversation may take their answer from them.

"Aus wie vielen Ländern kommen die Marken auf Tmall Global?" is answered after any talk. What only hangs on to it ("and
in Germany?", "how many of them?", "with Alibaba?") isn't whole.
"""

import re
from collections.abc import Collection, Mapping

from bot.facts.entities import BUSINESSES
from bot.understanding.utterance.units import Analysis

_TIES = frozenset({"other_one", "likewise", "correction"})
_FOLLOWS, _WHAT, _COUNT = "followup", "definition", "count"
_LEADING = frozenset({_FOLLOWS, "likewise", "correction", "also"})
"""What leads on from what was said, whoever is named; "the first eleven sites" is no other one."""

_SHORT = 5
"""In so few words "and" leads on from what was said."""

_ENOUGH = 4
"""So many words may be a question of its own, even if it names nobody."""

_LONG, _VERY_LONG = 8, 10
"""In so many, with a name and without one, a pronoun stands for something said in the question itself."""

_SENTENCES = re.compile(r"[.!?]+\s")

_SUBJECTS = BUSINESSES | {"person"}


class Whole:
    """Tells such questions; `join` finds the words that join what is said to what was, `kinds` are the entities'."""

    def __init__(self, join: re.Pattern[str], kinds: Mapping[str, str]) -> None:
        self._join, self._kinds = join, kinds

    def is_one(self, analysis: Analysis, talked_about: Collection[str]) -> bool:
        """Is it a question by itself? `talked_about` are the entities of the conversation."""
        turns = self._turns(analysis, talked_about)
        asks = turns and bool(analysis.types) and not analysis.flags & _LEADING
        if asks and (analysis.said or (_WHAT in analysis.types and analysis.words >= _LONG)):
            return not analysis.refers or analysis.words >= _LONG
        if analysis.flags & _TIES:
            return False
        if analysis.refers and analysis.words < (_LONG if analysis.names else _VERY_LONG):
            return False
        if _FOLLOWS in analysis.flags and (analysis.words <= _SHORT or self._leads_on(analysis.text)):
            return False
        if analysis.said:
            counts_what_was_said = _COUNT in analysis.types and not analysis.focus  # "how many are planned?"
            return bool(analysis.names) or (analysis.words >= _ENOUGH and not counts_what_was_said)
        return bool(analysis.names) and analysis.names[0].start == 0 and turns

    def _leads_on(self, text: str) -> bool:
        """Does a sentence of it begin by joining on to what was said ("Thanks! *And* who …")?"""
        return any(self._join.match(sentence.lstrip()) for sentence in _SENTENCES.split(text))

    def _turns(self, analysis: Analysis, talked_about: Collection[str]) -> bool:
        """Is somebody new named, as a subject may be, and nobody talked about ("Juhuasuan?")?"""
        named = {entity for unit in analysis.names for entity in unit.entities}
        return named.isdisjoint(talked_about) and any(self._kinds.get(entity) in _SUBJECTS for entity in named)

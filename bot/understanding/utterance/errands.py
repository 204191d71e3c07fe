"""What a bot is asked to do that is no question about what it knows: recommend, translate, draw, order.

The names in it ("a novel set in Russia") would find facts that answer nothing of it.
"""

import re
from collections.abc import Iterable

from bot.facts.section_reader import Lists
from bot.understanding.language.wordpatterns import within
from bot.understanding.utterance.units import Analysis

RULE = "something to do, not to answer"

_QUESTIONS = frozenset({"compare", "summary", "list"})
"""Who wants a comparison drawn or a summary written asks for what the bot knows."""


class Errands:
    """Knows errands by how they begin ("please draw …") or, asked for politely, end ("Können Sie … übersetzen?")."""

    def __init__(self, languages: Iterable[Lists]) -> None:
        self._begun, self._asked = [], []
        for said in filter(None, languages):
            asking, begins, ends = (within(said[key]) for key in ("asking", "begins", "ends"))
            self._begun.append(re.compile(rf"^\W*{begins}\b", re.IGNORECASE))
            # possessive, so that what can be read in many ways is read in one: "can you please can you please …"
            self._asked.append(re.compile(rf"^\W*(?:(?>{asking})\W+)++{begins}\b", re.IGNORECASE))
            self._asked.append(re.compile(rf"^\W*(?>{asking})\b[^?.!,;:]*\b{ends}\W*$", re.IGNORECASE))

    def is_one(self, analysis: Analysis) -> bool:
        """Is an utterance an errand? With a question word it is a question ("write me who signed").

        So it is if it begins like one and ends in a question mark ("Rechnen Sie mit …?").
        """
        if analysis.types or analysis.flags & _QUESTIONS:
            return False
        told = () if analysis.text.rstrip().endswith("?") else self._begun
        return any(pattern.search(analysis.text) for pattern in (*told, *self._asked))

"""What a bot is asked to do that is no question about what it knows: recommend, translate, draw, order.

The names in it ("a novel set in Russia") would find facts that answer nothing of it.
"""

import re
from collections.abc import Iterable

from bot.understanding.units import Analysis
from bot.understanding.vocabulary import Words
from bot.understanding.wordpatterns import within

RULE = "something to do, not to answer"


class Errands:
    """Knows errands by how they begin ("please draw …") or, asked for politely, end ("Können Sie … übersetzen?")."""

    def __init__(self, languages: Iterable[Words]) -> None:
        self._spoken = [
            re.compile(
                rf"^\W*(?:(?:{asking}\W+)*{within(words.errands['begins'])}\b"
                rf"|{asking}\b[^?.!]*\b{within(words.errands['ends'])}\W*$)",
                re.IGNORECASE,
            )
            for words in languages
            if words.errands
            for asking in [within(words.errands["asking"])]
        ]

    def is_one(self, analysis: Analysis) -> bool:
        """Is an utterance an errand? With a question word it is a question ("calculate how much …").

        So it is if it compares ("draw a comparison between …").
        """
        return (
            not analysis.types
            and "compare" not in analysis.flags
            and any(pattern.search(analysis.text) for pattern in self._spoken)
        )

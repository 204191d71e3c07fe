"""A recogniser that remembers what it understood last; the serving bot has one.

The same words against the same background are always understood the same, and people ask the same things: a button's
question, an example of the greeting, what is in the news today. New knowledge comes with a new recogniser, so nothing
goes stale. Who asked is not remembered.
"""

from functools import lru_cache

from bot.understanding.judging.recognition import Background, Recognition
from bot.understanding.recogniser import Recogniser

MOST_REMEMBERED = 250
LONGEST = 300
"""Nobody types a longer text twice, and such a one takes more room than many short ones."""


class Remembering(Recogniser):
    """As good as the recogniser given, whose parts it shares."""

    def __init__(self, recogniser: Recogniser) -> None:
        vars(self).update(vars(recogniser))
        self._remembered = lru_cache(maxsize=MOST_REMEMBERED)(recogniser.recognise)

    def recognise(self, text: str, background: Background | None = None) -> Recognition:
        """See Recogniser."""
        if len(text) > LONGEST:
            return super().recognise(text, background)
        return self._remembered(text, background)

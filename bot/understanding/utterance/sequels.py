"""What came before or after what was just told, where no more is asked: "und davor?", "who came after her?"."""

import re
from collections.abc import Iterable, Mapping

from bot.understanding.language.wordpatterns import within

_BEGINNING, _END = "beginning", "end"
EARLIER, LATER = "earlier", "later"


class Sequels:
    """Hears such questions, by the words of sequels.yaml of all languages."""

    def __init__(self, languages: Iterable[Mapping[str, Iterable[str]]]) -> None:
        self._patterns: dict[str, list[re.Pattern[str]]] = {}
        for words in languages:  # each by itself: "was" opens other questions here than there
            start, end = (within(words.get(key, ())) for key in (_BEGINNING, _END))
            for kind in words.keys() - {_BEGINNING, _END}:
                text = rf"\W*(?:{start}\b\W*)*{within(words[kind])}\b\W*(?:{end}\b\W*)*"
                self._patterns.setdefault(kind, []).append(re.compile(text, re.IGNORECASE))

    def asked(self, text: str) -> str | None:
        """EARLIER or LATER, or the attribute that tells who held a post before or after somebody; else None."""
        found = (kind for kind, listed in self._patterns.items() if any(one.fullmatch(text) for one in listed))
        return next(found, None)

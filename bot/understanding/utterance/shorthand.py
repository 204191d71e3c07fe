"""A word or two for a whole question: "deals", "countries".

Heard where nothing was talked about yet, or where the words alone lead to no answer.
"""

from collections.abc import Mapping

from bot.facts.section_reader import Lists
from bot.understanding.language.normalise import fold, tokenise

BESIDE, ONWARD = "beside", "onward"
"""List the words that may stand beside one of the others and say nothing ("please"), and those that go on ("and")."""

_MOST_WORDS = 6


class Shorthand:
    """Knows what is short for which question."""

    def __init__(self, languages: Mapping[str, Lists]) -> None:
        self._whole: dict[str, dict[str, str]] = {}
        polite: set[str] = set()
        onward: set[str] = set()
        for language, short in languages.items():
            listed = {question: all_ for question, all_ in short.items() if question not in (BESIDE, ONWARD)}
            self._whole[language] = {_key(one): question for question, all_ in listed.items() for one in all_}
            polite.update(map(fold, short.get(BESIDE, ())))
            onward.update(map(fold, short.get(ONWARD, ())))
        self._polite, self._onward = frozenset(polite), frozenset(onward)

    def whole(self, text: str, language: str, *, onward: bool) -> str | None:
        """The question that an utterance is short for, rather one in the language; None where it is short for none.

        `onward` allows for "*and* companies?", which goes on from another list.
        """
        words = [token.folded for token in tokenise(text)]
        if not words or len(words) > _MOST_WORDS:
            return None
        said_along = self._polite | self._onward if onward else self._polite
        key = " ".join(word for word in words if word not in said_along)
        listed = sorted(self._whole, key=lambda spoken: spoken != language)
        return next((self._whole[spoken][key] for spoken in listed if key in self._whole[spoken]), None)


def _key(text: str) -> str:
    return " ".join(token.folded for token in tokenise(text))

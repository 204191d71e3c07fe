"""A word or two for a whole question: "deals", "countries". Heard where the words alone lead to no answer."""

from collections.abc import Mapping

from bot.understanding.language.normalise import fold, tokenise
from bot.understanding.language.vocabulary import Words

BESIDE = "beside"
"""Lists the words that may stand beside one of the others and say nothing ("please")."""

_MOST_WORDS = 6


class Shorthand:
    """Knows what is short for which question."""

    def __init__(self, languages: Mapping[str, Words]) -> None:
        self._whole: dict[str, dict[str, str]] = {}
        polite: set[str] = set()
        for language, words in languages.items():
            listed = {question: all_ for question, all_ in words.shorthand.items() if question != BESIDE}
            self._whole[language] = {_key(short): question for question, all_ in listed.items() for short in all_}
            polite.update(map(fold, words.shorthand.get(BESIDE, ())))
        self._polite = frozenset(polite)

    def whole(self, text: str, language: str) -> str | None:
        """The question that an utterance is short for, rather one in the language; None where it is short for none."""
        words = [token.folded for token in tokenise(text)]
        if not words or len(words) > _MOST_WORDS:
            return None
        key = " ".join(word for word in words if word not in self._polite)
        listed = sorted(self._whole, key=lambda spoken: spoken != language)
        return next((self._whole[spoken][key] for spoken in listed if key in self._whole[spoken]), None)


def _key(text: str) -> str:
    return " ".join(token.folded for token in tokenise(text))

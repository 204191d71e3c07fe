"""Tells an utterance in a language that isn't spoken here, by its script or by words that only such a language has.

Only where it is plain: a foreign word or name in a German or English question leaves it what it is.
"""

import unicodedata
from collections.abc import Callable, Mapping, Sequence

from bot.understanding.language.normalise import Token, fold, tokenise
from bot.understanding.utterance.units import Analysis

_SPOKEN_SCRIPT = "LATIN"
_OWN_ACCENTS = frozenset("äöüß")
_FEW, _ALONE = 2, 3
"""So many telling words are enough; one is where nothing else is known and no more words stand there than these."""


class OtherTongues:
    """Knows other languages by their words. `ours` tells a folded word that German or English has.

    A word that both have tells nothing, neither for the one nor for the other.
    """

    def __init__(self, languages: Mapping[str, Sequence[str]], ours: Callable[[str], bool]) -> None:
        listed = {language: frozenset(map(fold, words)) for language, words in languages.items()}
        self._listed = listed
        self._telling = {
            language: frozenset(word for word in words if not ours(word)) for language, words in listed.items()
        }
        self._any = frozenset().union(*self._telling.values())
        self._ours = ours

    def hears(self, analysis: Analysis) -> bool:
        """Is the utterance in none of the languages spoken here?"""
        letters = [letter for letter in analysis.text if not letter.isascii() and letter.isalpha()]
        if 2 * sum(map(_is_strange, letters)) > sum(map(str.isalpha, analysis.text)):
            return True
        tokens = tokenise(analysis.text)
        if not any(token.folded in self._any for token in tokens):
            return False
        named = [range(unit.start, unit.end) for unit in analysis.names if not unit.correction]
        free = [token for token in tokens if not any(token.start in place for place in named)]
        return any(self._is_spoken(free, language) for language in self._telling)

    def _is_spoken(self, tokens: Sequence[Token], language: str) -> bool:
        """Do more words tell this language than German or English?"""
        listed, telling = self._listed[language], self._telling[language]
        heard = sum(token.folded in telling or _is_accented(token.text) for token in tokens)
        ours = sum(token.folded not in listed and self._ours(token.folded) for token in tokens)
        if heard >= _FEW:
            return heard > ours and any(token.folded in telling for token in tokens)
        return heard == 1 and not ours and len(tokens) <= _ALONE


def _is_strange(letter: str) -> bool:
    return not unicodedata.name(letter, "").startswith(_SPOKEN_SCRIPT)


def _is_accented(word: str) -> bool:
    """Is it spelt with letters that neither German nor English has?"""
    return not word.isascii() and any(not (c.isascii() or c in _OWN_ACCENTS) for c in word.casefold())

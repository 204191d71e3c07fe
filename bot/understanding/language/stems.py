"""Word stems per language, remembered: Snowball's German and English stemmers over folded spellings.

Snowball's German stemmer reads ae, oe, ue as umlauts and drops umlauts at the end, so "Österreich", "Oesterreich"
and "osterreich" meet in one stem.
"""

from functools import lru_cache

import snowballstemmer

from bot.understanding.language.normalise import fold

_STEMMERS = {"de": snowballstemmer.stemmer("german"), "en": snowballstemmer.stemmer("english")}


@lru_cache(maxsize=32768)
def stem(word: str, language: str) -> str:
    """The stem of one word; words of up to three letters stay as they are."""
    folded = fold(word)
    if len(folded) <= 3:
        return folded
    return fold(_STEMMERS[language].stemWord(folded))

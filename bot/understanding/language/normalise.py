"""From raw text to tokens: what a person typed, folded so that spellings of the same word meet.

First station of the way in. Case, compatibility forms, invisible characters and accents go; umlauts keep their
two-letter spellings apart only until the stemmer has seen them (see `stems`).
"""

import re
import unicodedata
from functools import lru_cache
from sys import intern
from typing import NamedTuple

MOST_CHARACTERS = 1000
"""Longer utterances are cut here: no question needs more, and the work per question stays bounded."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_MARKUP = re.compile(r"<[^<>]{0,200}>")
_LONGEST_WORD = 60
"""Nothing that people say is longer; the rest of a longer run of letters is dropped."""

SIGNS = "%€$£¥₹₽₩₺₴₦₪₫฿"
"""What stands beside a figure for what it is of."""

_TOKEN = re.compile(rf"\d+(?:[.,'’]\d+)*|[^\W\d_]+(?:['’`´][^\W\d_]+)*|[{SIGNS}]")
_CLAUSE = re.compile(r"[.!?;:\n]+(?=\s|$)|\s[–—-]\s|\n|[🙂-🙏]")
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "ø": "o", "æ": "a", "œ": "o", "ł": "l"})
_YEAR_SPAN = re.compile(r"\b(1\d{3}|20\d{2})/\d{2}\b")
_APOSTROPHES = frozenset("'’`´")
_NOT = re.compile(r"n['’`´]t$")


class Token(NamedTuple):
    """A word or number: as typed, folded (lower case, no accents), and where it starts in the utterance."""

    text: str
    folded: str
    start: int
    clause: int

    @property
    def capitalised(self) -> bool:
        """Does it start with a capital, as German nouns and names do?"""
        return self.text[:1].isupper()


@lru_cache(maxsize=32768)
def fold(word: str) -> str:
    """Lower case, umlauts as their bare letters (ä → a, ß → ss), other accents dropped.

    Interned: tables of words hold few strings that way, however often each word was read.
    """
    lowered = word.casefold().translate(_UMLAUTS)
    if lowered.isascii():
        return intern(lowered)
    split = unicodedata.normalize("NFKD", lowered)
    return intern("".join(c for c in split if not unicodedata.combining(c)).translate(_UMLAUTS))


@lru_cache(maxsize=64)  # an utterance is looked at from several sides
def clean(text: str) -> str:
    """The utterance without markup, invisible and control characters, cut to a bounded length."""
    text = _YEAR_SPAN.sub(r"\1", text[: 4 * MOST_CHARACTERS])
    if text.isascii() and text.isprintable() and "<" not in text:  # the usual case needs nothing
        return text[:MOST_CHARACTERS]
    text = _MARKUP.sub(" ", text.encode("utf-8", "replace").decode("utf-8"))
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return "".join(c if c.isprintable() else "\n" if c == "\n" else " " for c in text)[:MOST_CHARACTERS]


@lru_cache(maxsize=64)
def tokenise(text: str) -> tuple[Token, ...]:
    """The words and numbers of a cleaned text, each with the number of the clause that it stands in."""
    bounds = [found.start() for found in _CLAUSE.finditer(text)]
    tokens: list[Token] = []
    clause = 0
    for found in _TOKEN.finditer(text):
        word, start = found.group()[:_LONGEST_WORD], found.start()
        while clause < len(bounds) and bounds[clause] <= start:
            clause += 1
        if _APOSTROPHES.isdisjoint(word):
            tokens.append(Token(word, fold(word), start, clause))
        else:
            tokens.extend(_parts(word, start, clause))
    return tuple(tokens)


def _parts(word: str, start: int, clause: int) -> list[Token]:
    """One token, or two where an apostrophe joins words ("what's", "geht's"); "isn't" stays one: isnt."""
    if word[0].isdigit():
        return [Token(word, fold(word), start, clause)]
    if _NOT.search(word.casefold()):
        return [Token(word, re.sub(r"['’`´]", "", fold(word)), start, clause)]
    pieces = [piece for piece in re.split(r"['’`´]", word) if piece]
    return [Token(piece, fold(piece), start + word.find(piece), clause) for piece in pieces]


def folded_words(text: str) -> list[str]:
    """The folded words of a text, where it doesn't matter where they stand: half the work of taking it apart."""
    cleaned = clean(text)
    if _APOSTROPHES.isdisjoint(cleaned):
        return [fold(word[:_LONGEST_WORD]) for word in _TOKEN.findall(cleaned)]
    return [token.folded for token in tokenise(cleaned)]


def squeeze(words: str) -> str:
    """A name as one key: folded, without spaces and punctuation ("J D com" → "jdcom")."""
    return "".join(folded_words(words))

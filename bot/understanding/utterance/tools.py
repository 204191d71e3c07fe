"""What an utterance is read with: lexicons, name finder, speller, question forms; built once (see `build`)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.understanding.language.figures import Figures
from bot.understanding.language.lexicon import Lexicon
from bot.understanding.language.normalise import Token, fold, tokenise
from bot.understanding.language.spelling import Speller
from bot.understanding.language.wordpatterns import any_of
from bot.understanding.utterance.appositions import Describing
from bot.understanding.utterance.asked import AskedNouns
from bot.understanding.utterance.associates import Associates
from bot.understanding.utterance.homes import Homes
from bot.understanding.utterance.names import NameFinder
from bot.understanding.utterance.questions import QuestionForms
from bot.understanding.utterance.trades import Trades

_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

ORDER = {"de": ("de", "en"), "en": ("en", "de")}
"""Which language speaks first, by the language of an utterance."""


@dataclass(frozen=True)
class Tools:
    """What the analyser reads with; built once (see `bot.understanding.build`)."""

    lexicons: Mapping[str, Lexicon]
    names: NameFinder
    figures: Figures
    speller: Speller
    function_words: Speller
    forms: QuestionForms
    asked: AskedNouns
    comparisons: Mapping[str, Mapping[str, tuple[str, ...]]]
    money: frozenset[str]
    spans: frozenset[str]
    associates: Associates
    describing: Describing
    homes: Homes
    trades: Trades
    stop: Mapping[str, frozenset[str]]
    light: Mapping[str, frozenset[str]]
    ordinals: Mapping[str, frozenset[str]]
    particles: Mapping[str, frozenset[str]]
    openers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    subjects: Mapping[str, frozenset[str]] = field(default_factory=dict)
    numbers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()
    umlauted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    stops: re.Pattern[str] = re.compile(r"(?!)")
    before_number: Mapping[str, re.Pattern[str]] = field(default_factory=dict)

    def unstopped(self, text: str) -> str:
        """A text without the full stops that end no sentence ("JD bzw. Alibaba", "5. Februar")."""
        return self.stops.sub(lambda found: found.group()[:-1], text) if "." in text else text

    def lacks_umlaut(self, token: Token, language: str) -> bool:
        """Is a word with a capital spelt like a small word of a language but for its umlaut ("Uber")?"""
        return token.capitalised and token.text.isascii() and token.folded in self.umlauted.get(language, ())

    def functional(self, word: str) -> bool:
        """Is a folded word a stop or light word of any language?"""
        return word in self._functional

    @cached_property
    def _functional(self) -> frozenset[str]:
        return frozenset().union(*self.stop.values(), *self.light.values())

    def small(self, word: str) -> bool:
        """Is a folded word a stop word of any language?"""
        return word in self._small

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset().union(*(self.stop[language] for language in ORDER))


def stops(abbreviations: Iterable[str], months: Iterable[str], openers: Iterable[str]) -> re.Pattern[str]:
    """Abbreviations, and days before a month, each with a full stop behind which the sentence goes on.

    It doesn't before a capital that opens a question ("…, 2.3 mn. Who signed?"); `openers` are such words.
    """
    capital = any_of(word.capitalize() for word in openers)
    behind = rf"\b\d{{1,2}}\.(?=\s+{any_of(months)})"
    return re.compile(rf"(?:{any_of(abbreviations)}\.(?=\s+\S)|{behind})(?!\s+(?-i:{capital}))", re.IGNORECASE)


def spelt(words: Iterable[str]) -> frozenset[str]:
    """Words as they are spelt, also with two letters for an umlaut: "zählen" is to be told from "zahlen"."""
    lowered = [word.casefold() for word in words]
    return frozenset((*lowered, *(word.translate(_TWO_LETTERS) for word in lowered)))


def folded(words: Sequence[str]) -> frozenset[str]:
    """Single words of a list, folded as they are in an utterance: "isn't" is one word there."""
    return frozenset(_folded(word) for word in words if " " not in word)


def _folded(word: str) -> str:
    tokens = tokenise(word)
    return tokens[0].folded if len(tokens) == 1 else fold(word)


def only_with_umlauts(words: Iterable[str]) -> frozenset[str]:
    """Those of single words, folded, that are spelt with an umlaut and not without."""
    spelt = {word.casefold() for word in words if " " not in word}
    return frozenset(fold(word) for word in spelt if fold(word) != word) - spelt


def folded_lists(lists: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """Lists of single words by a word, all folded."""
    return {fold(word): folded(words) for word, words in lists.items()}

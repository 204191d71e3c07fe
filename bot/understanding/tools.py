"""What an utterance is read with: lexicons, name finder, speller, question forms; built once (see `build`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.understanding.appositions import Describing
from bot.understanding.asked import AskedNouns
from bot.understanding.figures import Figures
from bot.understanding.lexicon import Lexicon
from bot.understanding.names import NameFinder
from bot.understanding.normalise import fold
from bot.understanding.questions import QuestionForms
from bot.understanding.spelling import Speller

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
    describing: Describing
    stop: Mapping[str, frozenset[str]]
    light: Mapping[str, frozenset[str]]
    ordinals: Mapping[str, frozenset[str]]
    particles: Mapping[str, frozenset[str]]

    def functional(self, word: str) -> bool:
        """Is a folded word a stop or light word of any language?"""
        return any(word in self.stop[language] or word in self.light[language] for language in ORDER)

    def small(self, word: str) -> bool:
        """Is a folded word a stop word of any language?"""
        return any(word in self.stop[language] for language in ORDER)


def folded(words: Sequence[str]) -> frozenset[str]:
    """Single words of a list, folded."""
    return frozenset(fold(word) for word in words if " " not in word)

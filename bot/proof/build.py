"""Builds the maker of variants from the locales and a knowledge folder."""

from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from bot.facts.model import LANGUAGES, Knowledge
from bot.proof.habits import load_habits
from bot.proof.variants import Variants
from bot.understanding.language.lexicon import Lexicon
from bot.understanding.language.normalise import tokenise
from bot.understanding.language.vocabulary import load_vocabulary


def build_variants(knowledge: Knowledge, locales: Path, seed: int) -> Variants:
    """The variants of one seed. Raises KnowledgeError."""
    vocabulary = load_vocabulary(locales)
    lexicons = {
        language: Lexicon(language, words.concepts, words.light.all) for language, words in vocabulary.words.items()
    }
    return Variants(load_habits(locales), lexicons, frozenset(_names(knowledge)), seed)


def _names(knowledge: Knowledge) -> Iterator[str]:
    """The words of all names, in lower case: of the gazetteer and of countries."""
    for entity in knowledge.entities.values():
        for name in entity.spoken:
            yield from (token.text.lower() for token in tokenise(name))
    for language in LANGUAGES:
        for name in Locale(language).territories.values():
            yield from (token.text.lower() for token in tokenise(name))

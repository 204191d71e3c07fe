"""Numbers as people write and say them."""

from decimal import Decimal
from pathlib import Path

import pytest

from bot.facts.model import LANGUAGES
from bot.understanding.language.figures import Figures
from bot.understanding.language.normalise import clean, tokenise
from bot.understanding.language.vocabulary import Vocabulary, load_vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(Path(__file__).parents[3] / "locales")


@pytest.fixture(scope="module")
def figures(vocabulary: Vocabulary) -> Figures:
    return Figures(words.numbers for words in vocabulary.words.values())


def test_every_number_word_is_read_as_its_value(vocabulary: Vocabulary, figures: Figures) -> None:
    for language in LANGUAGES:
        for word, value in vocabulary.words[language].numbers.words.items():
            assert figures.read(tokenise(clean(word)), 0) == (Decimal(str(value)), 1), word


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("25.000", 25_000),
        ("25 000", 25_000),
        ("25k", 25_000),
        ("2,3 Mio", Decimal("2300000.0")),
        ("ninety million", 90_000_000),
        ("twenty-six", 26),
        ("one hundred thousand", 100_000),
        ("einundzwanzig", 21),
        ("sechshundertzwölf", 612),
        ("undercover", None),
    ],
)
def test_a_number_is_read_off_a_row_of_words(figures: Figures, text: str, value: Decimal | None) -> None:
    found = figures.read(tokenise(clean(text)), 0)
    assert (found and found[0]) == value
    assert found is None or found[1] == len(tokenise(clean(text)))

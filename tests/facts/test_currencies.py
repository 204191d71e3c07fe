"""The world's currencies are words of both languages, and mean money."""

import pytest
from babel.numbers import is_currency

from bot.facts.currencies import CODES
from bot.facts.model import LANGUAGES
from bot.understanding.language.vocabulary import load_vocabulary
from tests.apps import LOCALES

VOCABULARY = load_vocabulary(LOCALES)


@pytest.mark.parametrize("unit", sorted(CODES))
def test_each_stands_in_both_languages_and_has_codes_that_exist(unit: str) -> None:
    assert all(unit in VOCABULARY.words[language].numbers.units for language in LANGUAGES)
    assert all(map(is_currency, CODES[unit]))
    assert VOCABULARY.asked.nouns["franc" if unit == "franc_swiss" else unit] == "money"


def test_no_code_is_claimed_by_two_words() -> None:
    codes = [code for claimed in CODES.values() for code in claimed]
    assert len(codes) == len(set(codes))

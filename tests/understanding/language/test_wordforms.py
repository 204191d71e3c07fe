"""Names are known as a sentence bends them."""

import pytest

from bot.understanding.language.vocabulary import load_vocabulary
from tests.apps import LOCALES

WORDS = load_vocabulary(LOCALES).words
GERMAN, ENGLISH = WORDS["de"].wordforms, WORDS["en"].wordforms


@pytest.mark.parametrize(
    ("town", "word"),
    [
        ("Hamburg", "Hamburger"),
        ("Karlsruhe", "Karlsruher"),
        ("Dresden", "Dresdner"),
        ("Bremen", "Bremer"),
        ("München", "Münchner"),
        ("Kassel", "Kasseler"),
        ("Basel", "Basler"),
        ("Münster", "Münsteraner"),
    ],
)
def test_a_town_has_an_adjective_in_german(town: str, word: str) -> None:
    assert word in GERMAN.of_town(town)
    assert ENGLISH.of_town(town) == ()


@pytest.mark.parametrize("name", ["Ulm", "New York", "Münster-Nord", ""])
def test_short_names_and_several_words_have_none(name: str) -> None:
    assert GERMAN.of_town(name) == ()


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Europäische Union", "Europäischen Union"),
        ("Europäische Union", "Europäischer Union"),
        ("Naher Osten", "Nahen Osten"),
        ("Rotes Kreuz", "Roten Kreuz"),
        ("Vereinigte Arabische Emirate", "Vereinigten Arabischen Emirate"),
    ],
)
def test_a_name_has_its_adjectives_in_every_case(name: str, form: str) -> None:
    assert form in GERMAN.in_cases(name)
    assert not list(ENGLISH.in_cases(name))


@pytest.mark.parametrize("name", ["Alibaba", "Otto Group", "Deutschland", "De Beers", ""])
def test_a_name_without_an_adjective_has_no_forms(name: str) -> None:
    assert not list(GERMAN.in_cases(name))

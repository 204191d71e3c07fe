"""German names are known in the cases in which they are said."""

import pytest

from bot.understanding.language.caseforms import case_forms


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
    assert form in case_forms(name)


@pytest.mark.parametrize("name", ["Alibaba", "Otto Group", "Deutschland", "De Beers", ""])
def test_a_name_without_an_adjective_has_no_forms(name: str) -> None:
    assert not list(case_forms(name))

"""Nouns in the plural that are asked for: known by their singular, directly behind what asks."""

import pytest

from tests.apps import analyse, app


def asked(question: str) -> str | None:
    noun = app().understanding.hearing.plurals.asked(analyse(question))
    return noun.text if noun else None


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("Which benefits do brands get?", "benefits"),
        ("For what reasons do brands come?", "reasons"),
        ("Which logistical drawbacks of Russia are told?", "drawbacks"),
        ("What penalties are there?", "penalties"),
        ("Unter welchen Bedingungen darf ein Händler in den Pavillon?", "Bedingungen"),
        ("Welche Vorteile bekommen Marken?", "Vorteile"),
        ("Welche Pläne hat Alibaba?", "Pläne"),
        ("Nennen Sie mir bitte die Ziele von Alibaba", "Ziele"),
    ],
)
def test_a_plural_behind_what_asks_is_asked_for(question: str, noun: str) -> None:
    assert asked(question) == noun


@pytest.mark.parametrize(
    "question",
    [
        "Which benefit do brands get?",
        "What do brands get?",
        "What drives Alibaba?",
        "Welche Rolle spielt Alibaba?",
        "Welche Bedingung gilt für Händler?",
        "Was bekommen Marken?",
        "Bekommen Marken Vorteile?",
    ],
)
def test_one_thing_or_what_stands_elsewhere_is_not(question: str) -> None:
    assert asked(question) is None


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("What does Jack Ma want to achieve, point by point?", True),
        ("What does Jack Ma want to achieve?", False),
        ("Was will Jack Ma alles erreichen?", True),
        ("Was will Jack Ma erreichen?", False),
    ],
)
def test_all_of_it_is_wanted_only_where_it_is_said(question: str, wants: bool) -> None:
    assert app().understanding.hearing.plurals.wants_all(analyse(question)) is wants

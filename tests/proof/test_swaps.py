from collections.abc import Callable

import pytest

from bot.facts.entities import Entity
from bot.proof.habits import load_habits
from bot.proof.swaps import Swaps
from tests.apps import LOCALES

NAMES = {
    "jd": {"de": ["JD.com", "JD"], "en": ["JD.com", "JD"]},
    "alibaba": {"de": ["Alibaba"], "en": ["Alibaba"]},
    "fnac": {"de": ["Fnac"], "en": ["Fnac"]},
    "hermes": {"de": ["Hermes"], "en": ["Hermes"]},
    "economist": {"de": ["The Economist"], "en": ["The Economist"]},
}
Swapped = Callable[..., str | None]


@pytest.fixture
def swaps() -> Swaps:
    entities = [Entity(key, "company", {one: tuple(names[one]) for one in names}) for key, names in NAMES.items()]
    entities += [
        Entity("post", "company", {"de": ("Post",), "en": ("Post",)}, article={"de": "die"}),
        Entity("bahn", "company", {"de": ("Bahn",), "en": ("Bahn",)}, article={"de": "die"}),
        Entity("fnac_shop", "product", {"de": ("Fnac",), "en": ("Fnac App",)}),
        Entity("liu", "person", {"de": ("Liu",), "en": ("Liu",)}),
    ]
    return Swaps({entity.id: entity for entity in entities}, load_habits(LOCALES))


@pytest.fixture
def swapped(swaps: Swaps) -> Swapped:
    """The question with its first company replaced by the rival, None if that can't be done."""

    def made(question: str, rival: str = "alibaba", language: str = "de") -> str | None:
        named = swaps.named(question, language)
        return swaps.swapped(question, language, named[0], rival) if named else None

    return made


@pytest.mark.parametrize(
    ("language", "question", "expected"),
    [
        ("de", "Wie viel setzt JD um?", "Wie viel setzt Alibaba um?"),
        ("de", "Was zahlt JD.com, und zahlt JD pünktlich?", "Was zahlt Alibaba, und zahlt Alibaba pünktlich?"),
        ("de", "Wie hoch ist JDs Umsatz?", "Wie hoch ist Alibabas Umsatz?"),
        ("en", "What are JD's sales?", "What are Alibaba's sales?"),
        ("en", "How much is the JD deal?", "How much is the Alibaba deal?"),
    ],
)
def test_a_name_gives_way_to_another_wherever_it_stands(
    swapped: Swapped, language: str, question: str, expected: str
) -> None:
    assert swapped(question, language=language) == expected


def test_a_german_genitive_of_a_hissing_name_takes_an_apostrophe(swapped: Swapped) -> None:
    assert swapped("Wie hoch ist JDs Umsatz?", "hermes") == "Wie hoch ist Hermes’ Umsatz?"


@pytest.mark.parametrize(
    "question",
    [
        "Was kostet die JD-Aktie?",
        "Was bringt der Wien-JD-Vertrag?",
        "Was kostet der JD Lieferdienst?",
        "Was kostet das beim JD?",
        "Was kostet Fnac?",
        "Was kostet JDX?",
        "Was kostet jd?",
        "Was kostet Liu?",
    ],
)
def test_what_cannot_be_replaced_cleanly_is_left_alone(swapped: Swapped, question: str) -> None:
    assert swapped(question) is None


def test_an_article_is_exchanged_with_nothing(swapped: Swapped) -> None:
    assert swapped("Was zahlt JD?", "post") is None
    assert swapped("Was zahlt Post?", "bahn") == "Was zahlt Bahn?"
    assert swapped("Was zahlt die Post?", "bahn") is None
    assert swapped("Is the JD store news stale?", "economist", "en") is None


def test_mentions_count_however_they_stand(swaps: Swaps) -> None:
    assert swaps.mentioned("die JD-Aktie, Alibabas Umsatz und Fnac", "de") == {"jd", "alibaba", "fnac", "fnac_shop"}

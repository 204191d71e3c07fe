from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from bot.facts.model import Knowledge
from bot.facts.values import Count, Date, Duration, Money, Percentage, Value
from bot.i18n import load_voices
from bot.i18n.doubled import check_doubled
from tests.apps import LOCALES

Doubled = Callable[[str, str, Value], list[str]]


@pytest.fixture
def doubled(small: Knowledge) -> Doubled:
    """What is doubled in a wording of one language with a value, each as "place = what was found"."""
    fact = small.facts["night-train/contract"]
    voices = load_voices(LOCALES, small.entities)

    def check(language: str, wording: str, value: Value) -> list[str]:
        plain = {"de": "Es ist so.", "en": "It is so."}
        said = replace(fact, wording={**plain, language: wording}, value=value, details={"other": value})
        problems = check_doubled(replace(small, facts={fact.id: said}), voices)
        return [f"{problem.key} = {problem.value}" for problem in problems]

    return check


def euros(approx: str | None) -> Money:
    return Money(Decimal(75), "EUR", approx)


@pytest.mark.parametrize(
    ("language", "wording", "value", "found"),
    [
        ("de", "Ein Vertrag über {value}.", euros("over"), "über {value}"),
        ("de", "Kinder unter {value}.", Duration(Decimal(3), Decimal(3), "year", "under"), "unter {value}"),
        ("de", "Rund {value} kamen.", Count(Decimal(3), None, "about"), "Rund {value}"),
        ("de", "Es sind bis zu {other:dative}.", euros("up_to"), "bis zu {other:dative}"),
        ("de", "Es sind ca. {value}.", Percentage(Decimal(3), "about"), "ca. {value}"),
        ("en", "It is about {value}.", euros("about"), "about {value}"),
        ("en", "It is priced under {value}.", euros("under"), "under {value}"),
        ("en", "No fewer than {value} came.", Count(Decimal(3), None, "at_least"), "No fewer than {value}"),
    ],
)
def test_a_word_that_says_what_approx_says_is_found(
    doubled: Doubled, language: str, wording: str, value: Value, found: str
) -> None:
    assert doubled(language, wording, value) == [f"facts.contract.wording.{language} = {found}"]


@pytest.mark.parametrize(
    ("language", "wording", "value"),
    [
        ("de", "Ein Vertrag über {value}.", euros(None)),
        ("de", "Ein Vertrag über {value}.", euros("about")),
        ("de", "Das Gegenüber {value}.", euros("over")),
        ("de", "Darüber, {value}.", euros("over")),
        ("en", "It is about {value}.", euros("over")),
        ("en", "It came about: {value}.", euros("about")),
        ("en", "It is about {value}.", Date(2021)),
    ],
)
def test_a_word_that_says_something_else_is_left_alone(
    doubled: Doubled, language: str, wording: str, value: Value
) -> None:
    assert doubled(language, wording, value) == []


def test_the_remedy_shows_how_it_would_be_read(small: Knowledge) -> None:
    fact = replace(small.facts["night-train/contract"], value=euros("over"), details={},
                   wording={"de": "Ein Vertrag über {value}.", "en": "A contract for {value}."})  # fmt: skip
    [problem] = check_doubled(replace(small, facts={fact.id: fact}), load_voices(LOCALES, small.entities))
    assert problem.file == "deals/night-train.yaml"
    assert problem.remedy == (
        "“über über 75 Euro” says it twice, for value has `approx: over`: leave “über” out; "
        "where it is a preposition, write another one"
    )

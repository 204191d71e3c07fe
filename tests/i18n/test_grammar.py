from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from bot.facts.loader import load_knowledge
from bot.facts.model import Knowledge
from bot.facts.values import Count, Duration, Money, Value
from bot.i18n import Voice
from bot.i18n.grammar import check_grammar
from tests.apps import LOCALES, SMALL


@pytest.fixture
def remedies(tmp_path: Path) -> Callable[[str], list[str]]:
    """The remedies for a German wording of the fact with a term of three years and a partner with an article."""

    def check(german: str) -> list[str]:
        (tmp_path / "deals").mkdir()
        for path in SMALL.rglob("*.yaml"):
            text = path.read_text(encoding="utf-8").replace(
                "{value} sollen binnen {term:dative} mit {partner:dative} in Wagen fließen, so Rosa Keller.", german
            )
            (tmp_path / path.relative_to(SMALL)).write_text(text, encoding="utf-8")
        knowledge = load_knowledge(tmp_path, tmp_path, tmp_path / "intents.yaml")
        return [problem.remedy for problem in check_grammar(knowledge, Voice("de", LOCALES, knowledge.entities))]

    return check


def test_a_preposition_with_the_dative_asks_for_it(remedies: Callable[[str], list[str]]) -> None:
    assert remedies("{value} binnen {term} mit {partner}") == [
        "write {term:dative}: „binnen 3 Jahren“",
        "write {partner:dative}: „mit der Alpina“",
    ]


def test_a_preposition_with_the_accusative_asks_for_it(remedies: Callable[[str], list[str]]) -> None:
    assert remedies("{value} für {partner}, {term}") == ["write {partner:accusative}: „für die Alpina“"]


def test_the_right_form_and_no_preposition_ask_for_nothing(remedies: Callable[[str], list[str]]) -> None:
    assert remedies("{value}: {term}, mit {partner:dative}, und {partner}") == []


@pytest.fixture
def figures(small: Knowledge) -> Callable[[str, Value], list[str]]:
    """The remedies for a German wording with this value."""
    fact = small.facts["night-train/contract"]

    def check(german: str, value: Value) -> list[str]:
        said = replace(fact, wording={**fact.wording, "de": german}, value=value, details={})
        knowledge = replace(small, facts={fact.id: said})
        problems = check_grammar(knowledge, Voice("de", LOCALES, small.entities))
        return [f"{problem.value}: {problem.remedy}".replace("\N{NO-BREAK SPACE}", " ") for problem in problems]

    return check


KRONOR = Money(Decimal(229), "SEK")


@pytest.mark.parametrize("before", ["von", "mit nur", "ab rund", "nach insgesamt mehr als", "zu je", "bei bis zu"])
def test_an_amount_behind_a_preposition_with_the_dative_asks_for_it(
    figures: Callable[[str, Value], list[str]], before: str
) -> None:
    remedy = f"write {{value:dative}}: „{before} 229 schwedischen Kronen“"
    assert figures(f"Es geht weiter {before} {{value}}.", KRONOR) == [f"{before} {{value}}: {remedy}"]
    assert figures(f"Es geht weiter {before} {{value:dative}}.", KRONOR) == []


@pytest.mark.parametrize("before", ["für", "um nur", "über", "bis zu", "mehr als", "kostete", "mit Karte nur"])
def test_an_amount_behind_anything_else_stays_as_it_is(figures: Callable[[str, Value], list[str]], before: str) -> None:
    assert figures(f"Es kostet {before} {{value}}.", KRONOR) == []


@pytest.mark.parametrize("value", [Money(Decimal(229), "EUR"), Money(Decimal(229), None), Count(Decimal(229))])
def test_a_figure_that_sounds_the_same_asks_for_no_case(
    figures: Callable[[str, Value], list[str]], value: Value
) -> None:
    assert figures("Es beginnt mit {value}.", value) == []


def test_words_between_preposition_and_duration_are_skipped(figures: Callable[[str, Value], list[str]]) -> None:
    days = Duration(Decimal(2), Decimal(2), "working_day")
    assert figures("Es kommt in nur {value} an.", days) == [
        "in nur {value}: write {value:dative}: „in nur 2 Werktagen“"
    ]
    assert figures("Es dauert nur {value}.", days) == []

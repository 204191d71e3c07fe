from collections.abc import Callable
from pathlib import Path

import pytest

from bot.facts.loader import load_knowledge
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

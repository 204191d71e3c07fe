"""What is said of concepts without a language is said of ones that there are: any other would be heard in nothing."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from bot.facts.tells import Tells
from bot.understanding.language.vocabulary import Vocabulary, load_vocabulary
from tests.apps import LOCALES

WORDS = load_vocabulary(LOCALES)
ASKED = yaml.safe_load((LOCALES / "asked_nouns.yaml").read_text(encoding="utf-8"))
COUNTED = {"country", "retailer"}
"""What stands among nouns for what a count is `of`, see knowledge/README.md."""
OF_CONCEPTS = sorted(ASKED.keys() - {"trades", "sorts", "opposites"})


def known(words: Vocabulary) -> set[str]:
    """The concepts of both languages; figures are heard in their units' ones."""
    spoken = words.words.values()
    return set.intersection(*({*one.concepts, *(f"unit_{unit}" for unit in one.units)} for one in spoken))


def concepts(listed: Any) -> Iterator[str]:
    """The concepts of a section: those listed, or those that stand for something, and what is listed with them."""
    for one in listed:
        yield one
        yield from listed[one] if isinstance(listed, dict) and isinstance(listed[one], list) else ()


@pytest.mark.parametrize("section", OF_CONCEPTS)
def test_a_section_names_only_concepts_of_both_languages(section: str) -> None:
    others = COUNTED if section == "nouns" else set()
    assert set(concepts(ASKED[section])) - known(WORDS) == others


def test_so_do_the_sections_that_assign_concepts_to_something() -> None:
    of_trades = {concept for listed in WORDS.trades.values() for concept in listed}
    of_opposites = {concept for pair in WORDS.opposites for listed in pair.values() for concept in listed}
    assert (of_trades | of_opposites | WORDS.sorts.keys()) - known(WORDS) == set()


def test_only_concepts_of_both_languages_are_related() -> None:
    assert {concept for one, other, _ in WORDS.related for concept in (one, other)} - known(WORDS) == set()


def test_a_role_is_told_by_attributes_that_tell_it() -> None:
    assert set(WORDS.roles.values()) <= {kind.value for kind in Tells}

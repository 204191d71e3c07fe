"""Wordings held against the paragraph „Die Bahngesellschaft Nachtfalke und der Betreiber Alpina haben …“."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.errors import Problem
from bot.facts.copied import Copied
from bot.facts.digest import paragraphs
from bot.facts.entities import Entity
from bot.facts.model import Knowledge
from tests.apps import SMALL

Found = Callable[..., list[Problem]]


@pytest.fixture
def copied(small: Knowledge) -> Found:
    """The problems of a German wording of a fact that cites the first text, or this one."""

    def found(wording: str, text: str = "", **roles: str) -> list[Problem]:
        fact = replace(small.facts["night-train/contract"], wording={"de": wording, "en": ""})
        told = text or (SMALL / "texts" / "nachtzug.txt").read_text(encoding="utf-8")
        return list(Copied({"301": paragraphs(told)}, entities(small, roles)).problems(fact))

    return found


def entities(small: Knowledge, roles: dict[str, str]) -> dict[str, Entity]:
    return {
        key: replace(entity, role={"de": roles[key]}) if key in roles else entity
        for key, entity in small.entities.items()
    }


def test_eight_words_in_a_row_are_still_our_own(copied: Found) -> None:
    assert copied("Sie haben am 3. Mai 2021 einen Vertrag über den Zug.") == []


def test_nine_words_in_a_row_are_shown_as_printed_with_their_paragraph(copied: Found) -> None:
    [problem] = copied("Beide haben am 3. Mai 2021 einen Vertrag über einen Nachtzug.")
    assert problem.key == "facts.contract.wording.de"
    assert problem.value == "haben am 3. Mai 2021 einen Vertrag über einen Nachtzug"
    assert problem.remedy.startswith("10 words in a row, names not counted, stand in paragraph 2 of source 301")


def test_names_make_up_no_row(copied: Found) -> None:
    eight_and_two = "Die Bahngesellschaft Nachtfalke und der Betreiber Alpina haben am 3."
    assert copied(eight_and_two) == []
    assert copied(f"{eight_and_two} Mai 2021")[0].remedy.startswith("10 words")


@pytest.mark.parametrize("name", ["Alpinas", "Alpina's", "Rosa Keller", "Vereinigten Staaten", "Nachtfalter"])
def test_declined_names_countries_and_misheard_names_are_names(copied: Found, name: str) -> None:
    text = f"eins zwei drei vier {name} fünf sechs sieben acht"
    assert copied(text, text) == []


def test_a_persons_title_beside_the_name_belongs_to_it(copied: Found) -> None:
    text = "eins zwei drei vier fünf sechs sieben acht Leiterin Rosa Keller"
    assert len(copied(text, text)) == 1
    assert copied(text, text, keller="Leiterin der Alpina") == []


def test_a_row_ends_with_its_paragraph(copied: Found) -> None:
    assert (
        copied("eins zwei drei vier fünf sechs sieben acht neun", "eins zwei drei vier\nfünf sechs sieben acht neun")
        == []
    )


def test_a_placeholder_ends_a_row(copied: Found) -> None:
    text = "eins zwei drei vier value fünf sechs sieben acht"
    assert copied(text.replace("value", "{value}"), text) == []
    assert len(copied(text, text)) == 1

"""How many there are tells neither which of them, nor how many of them are something else."""

from pathlib import Path

import pytest

from bot.answering.room.reply import Outcome
from tests import apps

HANSE, MODERN = apps.SUBJECTS / "hanse", apps.SUBJECTS / "modern"


@pytest.mark.parametrize(
    ("folder", "question"),
    [
        (MODERN, "Which supermarkets have a Packstation?"),
        (MODERN, "Vor welchen Supermärkten stehen Packstationen?"),
        (MODERN, "How many of the 460 stores are in Canada?"),
        (MODERN, "Wie viele der 460 Läden sind in Kanada?"),
        (HANSE, "How many of the 200 member cities are Dutch?"),
        (HANSE, "Wie viel von den 6000 Mark bekam Lübeck?"),
        (HANSE, "How much of the 6000 marks did Lübeck get?"),
    ],
)
def test_a_number_names_none_of_them_and_parts_none_off(folder: Path, question: str) -> None:
    assert apps.reply(question, folder=folder).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    ("folder", "question", "fact"),
    [
        (MODERN, "Where are Packstations?", "packstation/number"),
        (MODERN, "Wie viele Packstationen gibt es?", "packstation/number"),
        (MODERN, "How many stores did Whole Foods have?", "amazon-whole-foods/size"),
        (HANSE, "How many member cities does the new Hanse have?", "new-hanse-1980/members"),
        (HANSE, "Wie viel musste Norwegen zahlen?", "kalmar-1285/compensation"),
    ],
)
def test_who_asks_for_the_number_gets_it(folder: Path, question: str, fact: str) -> None:
    assert fact in apps.reply(question, folder=folder).facts


def test_with_how_many_others_a_number_compares_is_no_part_of_it() -> None:
    said = apps.reply("How many families do the 90 million Prime members compare with?")
    assert "amazon-prime/families" in said.facts

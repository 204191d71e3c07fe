import pytest

from bot.understanding.judging.sides import by_names
from tests.apps import KNOWLEDGE, app, joints


def sides(question: str) -> list[set[str]]:
    built = app(KNOWLEDGE)
    analysis = built.understanding.hearing.analyser.analyse(question)
    split = by_names(analysis, built.knowledge.kinds, joints())
    return [{entity for unit in side for entity in unit.entities} for side in split]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What did Amazon pay for Hema and Intime?", [{"amazon", "hema"}, {"amazon", "intime"}]),
        ("Was zahlte Amazon für Rakuten, Hema und Intime?", [{"amazon", "rakuten"}, {"amazon", "hema", "intime"}]),
        ("What do Amazon and Rakuten pay?", [{"amazon"}, {"rakuten"}]),
        ("Did Amazon buy Hema and Alibaba Intime?", [{"amazon", "hema"}, {"alibaba", "intime"}]),
    ],
)
def test_a_name_before_an_enumeration_belongs_to_both_sides(question: str, expected: list[set[str]]) -> None:
    assert sides(question) == expected

"""Several asked for of whom each fact tells one."""

import pytest

from bot.understanding import alltold
from tests import apps
from tests.understanding.test_whose import read


def of(question: str, *facts: str) -> list[str]:
    """Which of these facts are told together."""
    understanding = apps.app().understanding
    readings = [
        one._replace(explained=(1.0,) * len(one.explained), centrality=(1.0,) * len(one.centrality))
        for one in read(question, *facts)
    ]
    told = understanding.alltold.of(apps.analyse(question), readings)
    return [one.features.fact.id for one in told]


@pytest.mark.parametrize(
    ("question", "facts", "told"),
    [
        ("Which companies did Alibaba buy?", ("hema_owner", "intime", "intime_date"), ["hema_owner", "intime"]),
        ("Welche Firmen hat Alibaba gekauft?", ("intime", "investment", "hema_owner"), ["intime", "hema_owner"]),
    ],
)
def test_facts_that_each_name_another_firm_are_told_together(
    question: str, facts: tuple[str, ...], told: list[str]
) -> None:
    assert of(question, *(f"alibaba-retail/{fact}" for fact in facts)) == [f"alibaba-retail/{fact}" for fact in told]


def test_countries_come_from_several_deals() -> None:
    told = of("Welche Länder hat JD gewonnen?", "jd-uk/parties", "jd-austria/signatory", "jd-austria/place_signed")
    assert told == ["jd-uk/parties", "jd-austria/signatory"]


@pytest.mark.parametrize(
    "question",
    [
        "Which company did Alibaba buy?",  # one
        "Did Alibaba buy any companies?",  # yes or no
        "Which companies did Alibaba and JD buy?",  # two are asked about
        "Which companies?",  # nothing is said of them
    ],
)
def test_otherwise_nothing_is_gathered(question: str) -> None:
    assert of(question, "alibaba-retail/intime", "alibaba-retail/hema_owner") == []


def test_what_stands_in_another_ones_deal_is_left_out() -> None:
    assert of("Which companies did Amazon buy?", "jd-europe/logistics", "amazon-whole-foods/reason") == []


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Welche Länder hat Shopee verlassen?", False),  # no such name here
        ("Which companies did Amazon buy?", False),
    ],
)
def test_one_fact_alone_is_told_as_it_is(question: str, told: bool) -> None:
    rule = apps.app(apps.SUBJECTS / "modern").room.recogniser.recognise(question).rule
    assert (rule == alltold.RULE) is told

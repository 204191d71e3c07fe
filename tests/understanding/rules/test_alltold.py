"""Several asked for of whom each fact tells one."""

from copy import copy
from typing import ClassVar

import pytest

from bot.facts.model import Fact
from bot.understanding.rules import alltold
from tests import apps
from tests.understanding.rules.test_whose import read


class Told:
    """What facts say and name, made up: two firms and two countries, each in a fact of its own."""

    NAMED: ClassVar = {
        "alibaba-retail/intime": {"alibaba", "intime"},
        "alibaba-retail/hema_owner": {"alibaba", "hema"},
        "alibaba-retail/intime_date": {"alibaba", "intime"},
        "jd-uk/parties": {"jd", "GB"},
        "jd-austria/signatory": {"jd", "AT"},
        "jd-europe/logistics": {"amazon", "alibaba", "jd"},
    }

    def __init__(self, concept: str) -> None:
        self._concept, self._known = concept, apps.app().understanding.matching.told
        self.kind_of = self._known.kind_of

    def of(self, fact: str) -> frozenset[str]:
        return frozenset(self.NAMED[fact])

    def said(self, _fact: str) -> frozenset[str]:
        return frozenset({self._concept})

    def parties(self, fact: Fact) -> frozenset[str]:
        return self._known.parties(fact)


def of(question: str, *facts: str, concept: str = "buy") -> list[str]:
    """Which of these facts are told together if their statements say this concept and they hold all that is said."""
    gathering = copy(apps.app().understanding.rules.alltold)
    gathering._told = Told(concept)  # type: ignore[assignment]
    readings = [one._replace(explained=(1.0,) * len(one.explained)) for one in read(question, *facts)]
    return [one.features.fact.id for one in gathering.of(apps.analyse(question), readings)]


@pytest.mark.parametrize(
    ("question", "facts", "told"),
    [
        ("Which companies did Alibaba buy?", ("hema_owner", "intime", "intime_date"), ["hema_owner", "intime"]),
        ("Welche Firmen hat Alibaba gekauft?", ("intime", "intime_date", "hema_owner"), ["intime", "hema_owner"]),
        ("Welche Unternehmen hat Alibaba gekauft?", ("intime", "hema_owner"), ["intime", "hema_owner"]),
        ("Welches Unternehmen hat Alibaba gekauft?", ("intime", "hema_owner"), []),  # one
    ],
)
def test_facts_that_each_name_another_firm_are_told_together(
    question: str, facts: tuple[str, ...], told: list[str]
) -> None:
    assert of(question, *(f"alibaba-retail/{fact}" for fact in facts)) == [f"alibaba-retail/{fact}" for fact in told]


def test_countries_come_from_several_deals() -> None:
    told = of("Welche Länder hat JD gewonnen?", "jd-uk/parties", "jd-austria/signatory", concept="win")
    assert told == ["jd-uk/parties", "jd-austria/signatory"]


def test_a_statement_that_does_not_say_it_is_left_out() -> None:
    assert (
        of("Which companies did Alibaba buy?", "alibaba-retail/intime", "alibaba-retail/hema_owner", concept="sell")
        == []
    )


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
    assert of("Which companies did Amazon buy?", "jd-europe/logistics", "jd-europe/logistics") == []


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

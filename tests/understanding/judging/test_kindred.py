"""Several of a kind: what each fact tells beside the best, and where one is enough."""

from pathlib import Path

import pytest

from bot.understanding.judging.recognition import Verdict
from tests.apps import HANSE, KNOWLEDGE, app


def told(question: str, folder: Path = KNOWLEDGE) -> set[str]:
    found = app(folder).room.recogniser.recognise(question)
    assert found.verdict is Verdict.ANSWER
    return {reading.features.fact.id for reading in found.chosen}


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        (
            "Unter welchen Bedingungen darf ein Händler in den Pavillon seines Landes?",
            {"tmall-pavilions/conditions", "tmall-pavilions/eligibility"},
        ),
        (
            "What does Jack Ma want to achieve with payments, point by point?",
            {"alipay-europe/no_cash", "alipay-europe/goal"},
        ),
        (
            "Which problems does Russia pose for online trade?",
            {"aliexpress-moscow/logistics_country", "aliexpress-moscow/customs_debate"},
        ),
    ],
)
def test_each_fact_of_the_deal_that_tells_one_is_told(question: str, facts: set[str]) -> None:
    assert told(question) == facts


@pytest.mark.parametrize("question", ["What are all of Jack Ma's plans for Europe?", "Welche Pläne hat Alibaba?"])
def test_so_is_one_of_each_deal_about_the_same_names(question: str) -> None:
    deals = [fact.split("/")[0] for fact in told(question)]
    assert {"alibaba-brussels", "alibaba-european-platform"} < set(deals)
    assert len(deals) == len(set(deals))


def test_it_is_so_for_any_subject() -> None:
    asked = "Was brachte der Frieden von Stralsund den Städten alles ein?"
    assert told(asked, HANSE) == {"stralsund-1370/trade", "stralsund-1370/castles"}


@pytest.mark.parametrize(
    "question",
    [
        "What is the goal of the country pavilions on Tmall Global?",
        "Was ist der Vorteil der Länder-Pavillons?",
        "What does Tmall Global offer brands so that they understand Chinese shoppers?",
    ],
)
def test_a_question_for_one_thing_gets_one(question: str) -> None:
    assert len(told(question)) == 1


def test_a_fact_that_lists_them_all_stays_alone() -> None:
    assert told("Welche Kreditkartenfirmen nennt Jack Ma seine Verbündeten?") == {"alipay-europe/allies"}


def test_others_are_not_told_of_whom_another_is_asked_about() -> None:
    assert "aliexpress-moscow/russia_goal" not in told("Welche Pläne hat SPSR Express?")
    assert "tmall-brands/new_brands" not in told("What services does Tmall Global offer new brands?")


def test_whose_something_is_is_another_question_than_whom_it_is_for() -> None:
    assert "tmall-pavilions/seller_size" in told("What sort of goods go into a pavilion and whose are they?")
    assert told("Who are the goods in the pavilions for?") == {"tmall-pavilions/target_group"}

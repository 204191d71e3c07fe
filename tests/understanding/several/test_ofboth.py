"""Whether the same holds of two: both answers, or nothing where a side's answer would be about something else."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import HANSE, reply


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("Are Rakuten and About You from the same country?", {"rakuten/origin", "about-you/definition"}),
        (
            "Haben JD.com und Jack Ma in Europa dieselben Länder im Visier?",
            {"jd-europe/markets", "alibaba-brussels/locations"},
        ),
        (
            "Was JD.com's agreement with Britain signed in the same city as the one with Austria?",
            {"jd-uk/place_signed", "jd-austria/place_signed"},
        ),
    ],
)
def test_who_asks_for_the_same_is_told_what_each_has_without_a_yes(question: str, facts: set[str]) -> None:
    said = reply(question)
    assert set(said.facts) == facts
    assert not said.text.startswith(("Yes", "No", "Ja", "Nein"))


@pytest.mark.parametrize(
    "question",
    [
        "Did both Norway and England have to pay compensation?",
        "Mussten Norwegen und England beide Entschädigung zahlen?",
    ],
)
def test_who_asks_whether_both_did_is_told_of_either(question: str) -> None:
    assert set(reply(question, folder=HANSE).facts) == {"kalmar-1285/compensation", "utrecht-1474/damages"}


@pytest.mark.parametrize(
    "question",
    ["Do both JD.com and Amazon have their own logistics?", "Haben JD.com und Amazon beide eine eigene Logistik?"],
)
def test_what_one_fact_says_of_both_stands_first(question: str) -> None:
    assert reply(question).facts[0] == "jd-europe/logistics"


@pytest.mark.parametrize(
    "question",
    ["Did JD's founder and Jack Ma meet the same country's footballers?", "Trinken JD.com und Alibaba denselben Wein?"],
)
def test_what_is_told_of_neither_is_not_told(question: str) -> None:
    assert reply(question).outcome is not Outcome.ANSWER

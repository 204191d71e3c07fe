"""One question about three or more that are listed, and which those were that were counted."""

import pytest

from tests.apps import reply


def attributes(question: str) -> list[str]:
    return [fact.split("/")[0] for fact in reply(question).facts]


@pytest.mark.parametrize(
    "question",
    [
        "When were the deals with Austria, the UK and SPSR signed?",
        "Wann wurden die Deals mit Österreich, den Briten und SPSR unterschrieben?",
    ],
)
def test_each_that_is_listed_has_its_answer(question: str) -> None:
    assert set(attributes(question)) == {"jd-austria", "jd-uk", "aliexpress-moscow"}


@pytest.mark.parametrize(
    "question",
    ["Which plan covers France, Britain and Germany?", "Welcher Plan umfasst Frankreich, England und Deutschland?"],
)
def test_what_holds_for_all_of_them_is_told_once(question: str) -> None:
    assert set(attributes(question)) == {"jd-europe"}


@pytest.mark.parametrize(
    "question",
    [
        "How many countries are in the pavilions and which are named?",
        "Wie viele Staaten kooperieren bei den Pavillons und welche davon werden genannt?",
    ],
)
def test_those_that_were_counted_are_listed(question: str) -> None:
    assert reply(question).facts[:2] == ("tmall-pavilions/participant_count", "tmall-pavilions/participants")


@pytest.mark.parametrize(
    "question",
    [
        "How many countries are in the pavilions?",
        "Wie viele Staaten kooperieren bei den Pavillons?",
    ],
)
def test_who_only_counts_gets_no_list(question: str) -> None:
    assert reply(question).facts == ("tmall-pavilions/participant_count",)


@pytest.mark.parametrize(
    "question",
    [
        "What are the terms of the agreement between JD and the UK? Sum, time, extras.",
        "Was steht im Abkommen zwischen JD und den Briten? Summe, Laufzeit, Werbung.",
    ],
)
def test_what_is_enumerated_behind_a_question_is_part_of_it(question: str) -> None:
    assert len(reply(question).facts) == 3


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        ("Who founded JD.com, Alibaba and SPSR?", "for SPSR Express."),
        ("Wer gründete JD.com, Alibaba und SPSR?", "Zu SPSR Express nennen"),
    ],
)
def test_of_whom_it_is_not_told_is_said_by_its_side(question: str, untold: str) -> None:
    said = reply(question)
    assert {"jd-europe/founder"} <= set(said.facts)
    assert untold in said.text

from dataclasses import replace

import pytest

from bot.facts.model import Fact
from bot.facts.values import Date
from bot.understanding.deciding.dating import dated
from bot.understanding.utterance.units import AskedDate
from tests import apps
from tests.apps import reply
from tests.understanding.builders import fact


def told(*dates: Date) -> Fact:
    first, *others = dates
    return replace(fact("ferry/start"), value=first, details={f"other{n}": one for n, one in enumerate(others)})


def ask(relation: str, year: int | None = 2014, day: int | None = None, month: int = 2) -> AskedDate:
    return AskedDate(month, year, day, relation)


@pytest.mark.parametrize(
    ("relation", "earlier", "same", "later"),  # the day asked about, beside the fifth
    [
        ("equal", False, True, False),
        ("before", False, False, True),
        ("after", True, False, False),
        ("at_most", False, True, True),
        ("at_least", True, True, False),
        ("part", None, None, None),
        ("either", None, None, None),
    ],
)
def test_a_day_proves_or_disproves(relation: str, earlier: bool | None, same: bool | None, later: bool | None) -> None:
    signed = told(Date(2014, 2, 5))
    assert [dated(signed, ask(relation, day=day)) for day in (4, 5, 6)] == [earlier, same, later]


def test_what_one_of_two_dates_leaves_open_proves_nothing() -> None:
    in_february = told(Date(2014, 2))
    assert dated(in_february, ask("before", day=5)) is None
    assert dated(in_february, ask("equal", day=5)) is None
    assert dated(in_february, ask("before", month=3, day=5)) is True
    some_february = told(Date(None, 2))
    assert dated(some_february, ask("before", month=3)) is None
    assert dated(some_february, ask("equal")) is None
    assert dated(some_february, ask("equal", month=3)) is False
    assert dated(some_february, ask("before", year=None, month=3)) is True


def test_all_dates_of_a_fact_must_say_the_same() -> None:
    both = told(Date(2014, 2, 5), Date(2015, 8))
    assert dated(both, ask("before", year=2016)) is True
    assert dated(both, ask("before", year=2015)) is None
    assert dated(both, ask("equal", month=3)) is False


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Was the contract with SPSR signed before 5 February 2014?", "No."),
        ("Was the contract with SPSR signed by 5 February 2014?", "Yes."),
        ("Was the AliExpress contract signed after 1 January 2014?", "Yes."),
        ("Was it on 6 February 2014 that AliExpress and SPSR signed?", "No."),
        ("Was the SPSR contract signed on the 5th of February?", "Yes."),
        ("Wurde der Vertrag mit SPSR vor dem 10. Februar 2014 unterschrieben?", "Ja."),
        ("Wurde der Vertrag mit SPSR am 5. Februar 2013 unterschrieben?", "Nein."),
        ("Wurde der Vertrag mit SPSR nach Februar 2014 unterschrieben?", "Nein."),
        ("Is the item on About You from November 2017?", "No."),
    ],
)
def test_a_whole_date_is_held_against_the_one_told(question: str, verdict: str) -> None:
    assert reply(question).text.startswith(verdict)


@pytest.mark.parametrize(
    "question",
    [
        "Was the SPSR contract signed before or after 5 February 2014?",
        "Was the SPSR contract signed in early 2014?",  # it is told, but early is no date
        "Wurde Intime im Januar 2017 gekauft?",  # the year isn't
    ],
)
def test_what_the_dates_leave_open_gets_no_verdict(question: str) -> None:
    said = reply(question)
    assert said.outcome == "answer"
    assert not said.text.startswith(("Yes", "No", "Ja", "Nein"))


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Was the Confederation of Cologne formed before 19 November 1367?", "No."),
        ("Wurde der Kölner Bund vor dem 1. Dezember 1367 geschlossen?", "Ja."),
    ],
)
def test_on_another_subject_too(question: str, verdict: str) -> None:
    assert reply(question, folder=apps.HANSE).text.startswith(verdict)


def test_a_month_that_is_somebody_s_name_as_well_is_a_month_beside_a_figure() -> None:
    assert apps.analyse("Was it agreed after May 2013?").date == AskedDate(5, 2013, None, "after")
    assert apps.analyse("Was it agreed with May in 2018?").names


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Was the contract with SPSR signed before March 2014?", "Yes."),
        ("Was the contract with SPSR signed after March 2014?", "No."),
        ("Wurde der Vertrag mit SPSR vor März 2014 unterschrieben?", "Ja."),
        ("Wurde der Vertrag mit SPSR nach März 2014 unterschrieben?", "Nein."),
    ],
)
def test_a_month_is_no_other_thing_that_is_asked_about(question: str, said: str) -> None:
    assert reply(question).blocks[0].startswith(said)

"""A figure, a date or somebody else's figure is held against the one told last, and against nothing else."""

import pytest

from bot.answering.room.reply import Outcome, Reply
from tests import apps

MODERN = apps.SUBJECTS / "modern"


def text(reply: Reply) -> str:
    return " ".join(str(block) for block in reply.blocks)


@pytest.mark.parametrize(
    ("turns", "beginning"),
    [
        (("How many brands are on Tmall Global?", "More than 10000?"), "Yes."),
        (("Wie viele Kunden hat JD.com?", "mehr als 300 Mio?"), "Nein."),
        (("When was the contract with SPSR signed?", "before 2015?"), "Yes."),
        (("Wann wurde der Vertrag mit SPSR unterschrieben?", "vor 2013?"), "Nein."),
    ],
)
def test_a_figure_alone_is_held_against_what_was_told(turns: tuple[str, ...], beginning: str) -> None:
    reply = apps.reply(*turns)
    assert reply.facts == apps.reply(turns[0]).facts[:1]
    assert text(reply).startswith(beginning)


@pytest.mark.parametrize(
    ("asked", "put", "beginning"),
    [
        ("How long does delivery take in Moscow?", "14 days?", "No."),
        ("How long does delivery take in Moscow?", "10 days at most?", "Yes."),
        ("How long does delivery take in Moscow?", "at least 10 days?", "No."),
        ("Wie lange dauert die Lieferung bei AliExpress in Moskau?", "14 Tage?", "Nein."),
        ("Wie lange dauert die Lieferung bei AliExpress in Moskau?", "höchstens 10 Tage?", "Ja."),
        ("Wie lange dauert die Lieferung bei AliExpress in Moskau?", "10 Tage höchstens?", "Ja."),
        ("Wie viele Kunden hat JD.com?", "300 Millionen?", "Nein."),
        ("When was the AliExpress contract with SPSR signed?", "in 2013?", "No."),
        ("Wann wurde der Vertrag mit SPSR unterschrieben?", "im Februar?", "Ja."),
        ("On which day did Austria sign with JD?", "on a Tuesday?", "No."),
        ("Wann hat Österreich das Abkommen mit JD unterzeichnet?", "am Montag?", "Ja."),
        ("Wann hat Österreich das Abkommen mit JD unterzeichnet?", "an einem Dienstag?", "Nein."),
    ],
)
def test_a_figure_or_date_put_alone_is_answered_by_yes_or_no(asked: str, put: str, beginning: str) -> None:
    reply = apps.reply(asked, put)
    assert reply.facts == apps.reply(asked).facts[:1]
    assert text(reply).startswith(beginning)


@pytest.mark.parametrize(
    ("asked", "put", "beginning"),
    [
        ("When was the Treaty of Stralsund made?", "in May?", "Yes."),
        ("When was the Treaty of Stralsund made?", "in June?", "No."),
        ("Wann wurde der Frieden von Stralsund geschlossen?", "im Mai?", "Ja."),
        ("Wann wurde der Frieden von Stralsund geschlossen?", "1380?", "Nein."),
    ],
)
def test_so_it_is_where_centuries_lie_between(asked: str, put: str, beginning: str) -> None:
    assert text(apps.reply(asked, put, folder=apps.HANSE)).startswith(beginning)


@pytest.mark.parametrize(
    ("asked", "put"),
    [
        ("When was the AliExpress contract with SPSR signed?", "on a Monday?"),  # no weekday is told
        ("How long does delivery take in Moscow?", "7 days?"),  # it is 6 to 8
        ("Wann hat Österreich das Abkommen mit JD unterzeichnet?", "im Februar?"),  # only a weekday is told
        ("On which day did Austria sign with JD?", "in 2018?"),
        ("Wie viele Kunden hat JD.com?", "genau?"),
        ("How many customers does JD.com have?", "exactly?"),
    ],
)
def test_what_a_figure_leaves_open_it_is_told_once_more(asked: str, put: str) -> None:
    told, again = apps.reply(asked), apps.reply(asked, put)
    assert (again.facts, again.language) == (told.facts[:1], told.language)
    assert not text(again).startswith(("Ja", "Nein", "Yes", "No."))


def test_exactly_after_nothing_told_is_only_agreement() -> None:
    assert apps.reply("genau?").outcome is not Outcome.ANSWER
    assert apps.reply("Wie viele Kunden hat JD.com?", "genau").outcome is Outcome.SMALLTALK


@pytest.mark.parametrize(
    "turns",
    [
        ("Wie viele Marken gibt es auf Tmall Global?", "mehr als 30.000?"),  # "over 25,000" leaves that open
        ("How long does delivery take in Moscow?", "under a week?"),
    ],
)
def test_what_it_leaves_open_is_told_again_without_yes_or_no(turns: tuple[str, ...]) -> None:
    reply = apps.reply(*turns)
    assert reply.facts == apps.reply(turns[0]).facts[:1]
    assert not text(reply).startswith(("Ja", "Nein", "Yes", "No."))


def test_a_mere_figure_is_not_held_against_a_date() -> None:
    assert apps.reply("Wann wurde der Vertrag mit SPSR unterschrieben?", "mehr als 10?").outcome is Outcome.SILENT


@pytest.mark.parametrize(
    ("turns", "untold"),
    [
        (("How many customers does JD.com have?", "More than Alibaba?"), "the number of customers for Alibaba"),
        (("Wie viele Kunden hat JD.com?", "mehr als Alibaba?"), "Zu Alibaba nennen unsere Quellen die Zahl der Kunden"),
    ],
)
def test_of_whom_no_such_figure_is_told_that_is_said(turns: tuple[str, ...], untold: str) -> None:
    reply = apps.reply(*turns)
    assert reply.facts == ("jd-europe/customers",)
    assert untold in text(reply)


@pytest.mark.parametrize(
    "turns",
    [
        ("How much did Maersk pay for Hamburg Süd?", "More than Walmart?"),
        ("Wie viel hat Maersk für Hamburg Süd gezahlt?", "Mehr als Walmart?"),
    ],
)
def test_of_whom_one_is_told_both_are(turns: tuple[str, ...]) -> None:
    assert apps.reply(*turns, folder=MODERN).facts == ("maersk-hamburg-sued/seller", "walmart-flipkart/price")


def test_what_is_asked_next_is_asked_of_the_figure_told() -> None:
    turns = ("How much did Walmart pay for Flipkart?", "More than 10 billion?", "Why?")
    assert "10 billion" not in text(apps.reply(*turns, folder=MODERN))


def test_a_sum_is_not_held_against_a_duration() -> None:
    turns = ("How long does delivery take in Moscow?", "Less than 10 billion?")
    assert apps.reply(*turns).outcome is Outcome.SILENT

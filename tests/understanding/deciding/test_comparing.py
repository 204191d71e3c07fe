from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from bot.facts.model import Fact
from bot.facts.values import Count, Date, Duration, Money, Percentage, Range, Value
from bot.understanding.deciding.comparing import compared, span_of
from bot.understanding.utterance.units import AskedFigure
from tests import apps
from tests.understanding.builders import fact

FIFTY = Decimal(50)


def told(value: Value, details: Mapping[str, Value] | None = None) -> Fact:
    return replace(fact("ferry/fare"), value=value, details=details or {})


def ask(number: int, relation: str = "equal", unit: str | None = None) -> list[AskedFigure]:
    return [AskedFigure(Decimal(number), relation, unit)]


@pytest.mark.parametrize(
    ("relation", "below", "same", "above"),  # the figure asked for, beside the fifty of the fact
    [
        ("equal", False, True, False),
        ("more", True, False, False),
        ("less", False, False, True),
        ("at_least", True, True, False),
        ("at_most", False, True, True),
        ("roughly", None, None, None),
        ("since", None, None, None),
        ("open", None, None, None),
    ],
)
def test_an_exact_figure_proves_or_disproves(
    relation: str, below: bool | None, same: bool | None, above: bool | None
) -> None:
    cabins = told(Count(FIFTY))
    assert [compared(cabins, ask(n, relation)) for n in (40, 50, 60)] == [below, same, above]


@pytest.mark.parametrize(
    ("approx", "relation", "answers"),  # asked for 40, 50, 60
    [
        ("over", "equal", [False, None, None]),
        ("over", "more", [True, None, None]),
        ("over", "less", [False, False, None]),
        ("at_least", "at_least", [True, True, None]),
        ("up_to", "equal", [None, None, False]),
        ("up_to", "more", [None, False, False]),
        ("up_to", "at_most", [None, True, True]),
        ("under", "less", [None, None, True]),
        ("about", "equal", [False, None, False]),
        ("about", "more", [True, None, False]),
        ("nearly", "less", [False, None, True]),
    ],
)
def test_what_is_said_roughly_leaves_open_what_it_leaves_open(
    approx: str, relation: str, answers: list[bool | None]
) -> None:
    cabins = told(Count(FIFTY, approx=approx))
    assert [compared(cabins, ask(n, relation)) for n in (40, 50, 60)] == answers


def test_units_and_currencies_must_agree() -> None:
    three_years = told(Duration(Decimal(3), Decimal(3), "year"))
    assert compared(three_years, ask(36, unit="month")) is True
    assert compared(three_years, ask(48, unit="month")) is False
    assert compared(three_years, ask(3, unit="week")) is None  # no number of weeks makes a year
    assert compared(three_years, ask(3)) is None
    assert compared(told(Duration(Decimal(6), Decimal(8), "day")), ask(2, unit="week")) is False
    price = told(Money(FIFTY, "EUR"))
    assert compared(price, ask(40, "more", "euro")) is True
    assert compared(price, ask(40, "more", "dollar")) is None
    assert compared(price, ask(50, unit="percent")) is None
    assert compared(told(Money(FIFTY, "SEK")), ask(40, "more", "krone")) is True
    assert compared(told(Money(FIFTY, "INR")), ask(60, "more", "rupee")) is False
    assert compared(told(Money(FIFTY, None)), ask(40, "more", "euro")) is None
    assert compared(told(Percentage(FIFTY)), ask(50, unit="percent")) is True
    assert compared(told(Percentage(FIFTY)), ask(50)) is None


def test_ranges_and_years() -> None:
    seats = told(Range(Decimal(10), Decimal(20)))
    assert [compared(seats, ask(n)) for n in (5, 15, 25)] == [False, None, False]
    signed = told(Date(2014, 2, 5))
    assert [compared(signed, ask(2014, relation)) for relation in ("equal", "before", "after")] == [True, False, False]
    assert compared(signed, ask(2015, "before")) is True
    assert compared(signed, ask(2013, "after")) is True
    assert compared(signed, ask(2015, "at_most")) is True
    assert compared(signed, ask(5)) is None


def test_where_several_figures_could_be_meant_nothing_is_decided() -> None:
    both = told(Count(Decimal(126)), {"members": Count(Decimal(90))})
    assert compared(both, ask(100, "more")) is None
    assert compared(told(Count(FIFTY)), [*ask(40), *ask(60)]) is None
    assert compared(told(Count(FIFTY)), []) is None


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Was the SPSR contract signed before 2015?", "Yes."),
        ("Wurde der Vertrag mit SPSR vor 2014 unterschrieben?", "Nein."),
        ("Hat JD.com mehr als 266 Millionen Kunden?", "Nein."),
        ("Hat JD.com weniger als 300 Millionen Kunden?", "Ja."),
        ("Läuft das britische Abkommen 36 Monate?", "Ja."),
        ("Dauert die Lieferung in Moskau zwei Wochen?", "Nein."),
        ("Is the import programme worth more than 150 billion dollars?", "Yes."),
        ("Öffnen neue Läden innerhalb von 60 Tagen?", "Ja."),
    ],
)
def test_yes_or_no_stands_first_where_the_figure_proves_it(question: str, lead: str) -> None:
    reply = apps.reply(question)
    assert reply.text.startswith(lead)


@pytest.mark.parametrize(
    "question",
    [
        "Läuft das britische Abkommen drei Wochen?",  # weeks against years
        "Is the import programme worth more than 150 billion euros?",  # the fact says dollars
        "Does Amazon Prime have more than 100 million members?",  # two figures in one fact
        "Hat Hema knapp 15 Supermärkte?",  # a rough question
        "Hat Tmall Global mehr als 500 neue Marken gewonnen?",  # only planned
        "Endet das Importprogramm 2018?",  # presented in 2018
    ],
)
def test_neither_stands_where_nothing_is_proved(question: str) -> None:
    reply = apps.reply(question)
    assert not reply.text.startswith(("Ja.", "Nein.", "Yes.", "No."))


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Sind es 30 Länder mit einem Pavillon?", "Nein."),  # neither the eleven nor the dozen
        ("Sind es ungefähr 30 Länder mit einem Pavillon?", "Nein."),
        ("Hat JD knapp 500 Millionen Kunden?", "Nein."),
        ("Hat Hema knapp 20 Supermärkte?", "Nein."),
        ("Are there fewer than ten pavilions on Tmall Global?", "No."),
        ("Do the brands come from 92 countries?", "Yes."),
        ("Do the brands come from 50 countries?", "No."),
    ],
)
def test_all_figures_that_may_be_meant_say_the_same(question: str, lead: str) -> None:
    assert apps.reply(question).text.startswith(lead)


@pytest.mark.parametrize(
    "question",
    [
        "Sind die 1.000 neuen Marken chinesisch?",
        "Do the 90 million Prime members pay for it?",
        "Kommen die 266 Millionen Kunden aus China?",
        "Hat das Treffen mit den sieben Unternehmern in China stattgefunden?",
        "Do Hema's competitors know of its 13 supermarkets?",
    ],
)
def test_a_figure_that_is_taken_as_known_isn_t_asked_about(question: str) -> None:
    assert not apps.reply(question).text.startswith(("Yes", "Ja", "No.", "Nein"))


@pytest.mark.parametrize(
    "question",
    [
        "Is registration free within 30 days?",  # within says how the days are meant, and not that it is free
        "Is the SPSR contract valid until 2014?",  # what was signed by then needn't have lasted
        "Did Alibaba buy Intime in 2017?",  # the year isn't told, only that of the report
        "Hat Alibaba Intime 2017 gekauft?",
    ],
)
def test_what_stands_before_a_figure_is_not_confirmed_along_with_it(question: str) -> None:
    assert not apps.reply(question).text.startswith(("Ja.", "Nein.", "Yes.", "No."))


@pytest.mark.parametrize(("unit", "proved"), [("day", True), ("working_day", None)])
def test_working_days_prove_nothing_of_days(unit: str, proved: bool | None) -> None:
    two = told(Duration(Decimal(2), Decimal(2), unit))
    assert compared(two, ask(2, unit="day")) is proved
    assert compared(two, ask(3, "less", unit="day")) is proved


def test_working_days_are_as_long_as_days_where_deals_are_put_in_order() -> None:
    assert span_of(Duration(Decimal(2), Decimal(2), "working_day")) == span_of(Duration(Decimal(2), Decimal(2), "day"))

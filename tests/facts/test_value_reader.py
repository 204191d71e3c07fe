from decimal import Decimal
from typing import Any

import pytest

from bot.facts.fields import Fields
from bot.facts.problems import Problems
from bot.facts.value_reader import parse_date, read_value
from bot.facts.values import (
    Count,
    Date,
    DayOfMonth,
    Duration,
    EntityList,
    EntityValue,
    Money,
    NotDisclosed,
    Percentage,
    Range,
    TextValue,
    Value,
    Weekday,
)
from bot.facts.yaml_reader import read_yaml


def read(text: str) -> tuple[Value | None, list[str]]:
    problems = Problems()
    plain: dict[str, Any] = read_yaml(f"value: {text}".encode(), "f", problems) or {}
    value = read_value(Fields(plain["value"], "f", "value", problems))
    return value, [problem.remedy for problem in problems.found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{money: 2300000, currency: EUR, approx: about}", Money(Decimal(2300000), "EUR", "about")),
        ("{money: 130000, approx: nearly}", Money(Decimal(130000), None, "nearly")),
        ("{money: 1000000, currency: RMB}", Money(Decimal(1000000), "CNY")),
        ("{money: 2.30, currency: EUR}", Money(Decimal("2.30"), "EUR")),
        ("{count: 266000000, of: customer}", Count(Decimal(266000000), "customer")),
        ("{count: 0, of: customer}", Count(Decimal(0), "customer")),
        ("{money: 0}", Money(Decimal(0), None)),
        (f"{{money: {'9' * 30}}}", Money(Decimal("9" * 30), None)),
        ("{percentage: 250}", Percentage(Decimal(250))),
        ("{percentage: -2.5}", Percentage(Decimal("-2.5"))),
        ("{percentage: 80, approx: over}", Percentage(Decimal(80), "over")),
        ("{date: 2014-02-05}", Date(2014, 2, 5)),
        ("{date: 2014-02}", Date(2014, 2)),
        ("{date: 2019}", Date(2019)),
        ('{date: "--01"}', Date(None, 1)),
        ('{date: "--01-21"}', Date(None, 1, 21)),
        ("{weekday: monday}", Weekday(0)),
        ("{day_of_month: 21}", DayOfMonth(21)),
        ("{duration: 3, unit: year}", Duration(Decimal(3), Decimal(3), "year")),
        ("{duration: 2, unit: working_day}", Duration(Decimal(2), Decimal(2), "working_day")),
        ("{duration: [6, 8], unit: day}", Duration(Decimal(6), Decimal(8), "day")),
        ("{range: [10, 20], of: seat}", Range(Decimal(10), Decimal(20), "seat")),
        ("{entity: jd}", EntityValue("jd")),
        ("{entities: [FR, GB], complete: false}", EntityList(("FR", "GB"), complete=False)),
        ("{text: {de: Stockfisch, en: stockfish}}", TextValue({"de": "Stockfisch", "en": "stockfish"})),
        ("{not_disclosed: true}", NotDisclosed()),
    ],
)
def test_each_form_is_read(text: str, value: Value) -> None:
    assert read(text) == (value, [])


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("{money: 2.300.000, currency: EUR}", "plain digits"),
        ("{money: 2300000, currency: Euro}", "ISO 4217"),
        ("{money: 2300000, curency: EUR}", "did you mean 'currency'"),
        ("{money: -1, currency: EUR}", "a money amount isn't negative: write it without the sign"),
        ("{count: -3, of: customer}", "a count isn't negative: write it without the sign"),
        ("{duration: -3, unit: day}", "a duration isn't negative: write it without the sign"),
        ("{duration: [-3, 2], unit: day}", "a duration isn't negative: write it without the sign"),
        (f"{{money: 1{'0' * 30}, currency: EUR}}", "more than 30 digits"),
        (f"{{money: 1.{'0' * 30}, currency: EUR}}", "more than 30 digits"),
        ("{money: 1, approx: circa}", "about, over, up_to, nearly, at_least or under"),
        ("{mony: 1}", "did you mean 'money'"),
        ("{money: 1, count: 2}", "exactly one key"),
        ("{}", "exactly one key"),
        ("{date: 5.2.2014}", "2014-02-05"),
        ("{weekday: mon}", "use monday"),
        ("{day_of_month: 32}", "1 to 31"),
        ("{duration: [8, 6], unit: day}", "lower figure comes first"),
        ("{duration: [1, 2, 3], unit: day}", "[low, high]"),
        ("{duration: 3, unit: years}", "did you mean 'year'"),
        ("{duration: 3}", "'unit' is missing"),
        ("{entities: []}", "at least one"),
        ("{entities: [FR, FR]}", "twice"),
        ("{text: {de: nur deutsch}}", "'en' is missing"),
        ("{not_disclosed: false}", "only value is true"),
    ],
)
def test_each_mistake_has_a_remedy(text: str, remedy: str) -> None:
    remedies = read(text)[1]
    assert any(remedy in one for one in remedies), remedies


@pytest.mark.parametrize("text", ["2014-02-29", "--12-31", "0987"])
def test_a_possible_date_is_taken(text: str) -> None:
    assert parse_date(text) is not None


@pytest.mark.parametrize("text", ["2014-13", "2014-02-30", "2014-00", "--", "-", "", "14", "2014-2", "--02-", "2014-"])
def test_an_impossible_date_is_none(text: str) -> None:
    assert parse_date(text) is None

"""Whose boss, founder or age is asked for."""

from pathlib import Path

import pytest

from bot.answering.room.reply import Outcome
from bot.understanding.readings.scoring import Reading
from tests import apps


def read(question: str, *facts: str, folder: Path = apps.KNOWLEDGE) -> list[Reading]:
    """Readings of a question by these facts, each a little worse than the one before."""
    app = apps.app(folder)
    analysis = apps.analyse(question, folder)
    any_reading = app.room.recogniser.scorer.readings(analysis, analysis.units)[0]
    numbers = [app.understanding.matching.index.number_of[fact] for fact in facts]
    profiles = [app.understanding.matching.index.profiles[number] for number in numbers]
    return [any_reading._replace(features=one, score=100.0 - place) for place, one in enumerate(profiles)]


@pytest.mark.parametrize(
    ("question", "first", "second", "told"),
    [
        ("Who founded JD.com?", "alibaba-brussels/jack_ma", "jd-europe/founder", "jd-europe/founder"),
        ("Who founded JD.com?", "jd-europe/founder", "alibaba-brussels/jack_ma", "jd-europe/founder"),
        ("Who founded it?", "alibaba-brussels/jack_ma", "jd-europe/founder", "alibaba-brussels/jack_ma"),
        ("Who founded JD.com?", "alibaba-brussels/jack_ma", "rakuten/overview", "alibaba-brussels/jack_ma"),
    ],
)
def test_a_statement_that_names_who_is_asked_for_comes_before_one_that_names_another(
    question: str, first: str, second: str, told: str
) -> None:
    readings = apps.app().understanding.rules.whose.of_those_named(
        apps.analyse(question), read(question, first, second)
    )
    assert readings[0].features.fact.id == told


@pytest.mark.parametrize("question", ["How old is Sachin Bansal?", "Wie alt ist Sachin Bansal?"])
def test_the_age_of_a_firm_is_not_that_of_its_founder(question: str) -> None:
    modern = apps.SUBJECTS / "modern"
    assert apps.reply(question, folder=modern).outcome is Outcome.SILENT
    assert apps.reply("Wie alt ist Flipkart?", folder=modern).facts == ("walmart-flipkart/founders",)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How much did Amazon pay for Whole Foods?", "amazon-whole-foods/price"),
        ("Wie viel zahlte Amazon für Whole Foods?", "amazon-whole-foods/price"),
        ("Why did Amazon buy Whole Foods?", "amazon-whole-foods/rivals"),  # no figure: an outsider may be the reason
    ],
)
def test_a_figure_is_rather_that_of_the_party_named_than_that_of_an_outsider(question: str, told: str) -> None:
    modern = apps.SUBJECTS / "modern"
    readings = read(question, "amazon-whole-foods/rivals", "amazon-whole-foods/price", folder=modern)
    whose = apps.app(modern).understanding.rules.whose
    assert whose.of_those_named(apps.analyse(question, modern), readings)[0].features.fact.id == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What does Ocado bring into the joint venture with Marks & Spencer?", "ms-ocado/steiner"),
        ("Was bringt Ocado in die Firma mit Marks & Spencer ein?", "ms-ocado/steiner"),
        ("What does Marks & Spencer bring into the joint venture with Ocado?", "ms-ocado/capital"),
    ],
)
def test_what_one_party_does_is_not_told_by_what_the_other_does(question: str, told: str) -> None:
    modern = apps.SUBJECTS / "modern"
    analysis = apps.analyse(question, modern)
    names = [unit.kind == "entity" for unit in analysis.units]
    first, second = names.index(True), len(names) - 1 - names[::-1].index(True)
    best, other = read(question, "ms-ocado/capital", "ms-ocado/steiner", folder=modern)
    best = best._replace(centrality=tuple(float(n == second) for n in range(len(names))))
    other = other._replace(centrality=tuple(float(n == first) for n in range(len(names))))
    other = other._replace(explained=tuple(1.0 for _ in names), type_fits=True)
    whose = apps.app(modern).understanding.rules.whose
    assert whose.of_those_named(analysis, [best, other])[0].features.fact.id == told


@pytest.mark.parametrize("question", ["In welcher Stadt hat eBay seinen Sitz?", "Where is eBay based?"])
def test_the_seat_of_another_firm_is_not_the_one_asked_for(question: str) -> None:
    modern = apps.SUBJECTS / "modern"
    whose = apps.app(modern).understanding.rules.whose
    lazada, adyen = read(question, "alibaba-lazada/founded", "ebay-paypal/adyen", folder=modern)
    analysis = apps.analyse(question, modern)
    assert whose.seat(analysis, lazada)
    assert not whose.seat(analysis, adyen)  # names eBay as well
    asked = apps.analyse(question.replace("eBay", "Lazada"), modern)
    assert not whose.seat(asked, lazada)


@pytest.mark.parametrize("question", ["How many ships does Maersk own?", "Wie viele Schiffe hat Maersk?"])
def test_the_ships_of_a_part_are_not_those_of_the_whole(question: str) -> None:
    modern = apps.SUBJECTS / "modern"
    assert apps.reply(question, folder=modern).outcome is not Outcome.ANSWER
    assert apps.reply(question.replace("Maersk", "Hamburg Süd"), folder=modern).facts == ("maersk-hamburg-sued/fleet",)

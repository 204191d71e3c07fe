"""What is to be named must be named by a fact, or none is stated."""

import pytest

from bot.answering.reply import Outcome
from bot.understanding.scoring import Reading
from tests import apps
from tests.understanding import builders


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("Which Western chains are selling on Rakuten?", "rakuten/purpose"),
        ("Which 26 countries work with Juhuasuan through their embassies?", "juhuasuan-embassies/embassies"),
        ("Wie heißt der Entwicklungschef von AliExpress, der im Beitrag über Moskau zitiert wird?", None),
        ("What is the full name of the head of development at AliExpress who was quoted?", None),
    ],
)
def test_a_fact_that_names_nobody_only_stands_near(question: str, near: str | None) -> None:
    said = apps.reply(question)
    assert said.outcome is Outcome.SILENT
    assert near is None or said.facts == (near,)
    assert near is None or said.blocks[0] == "Our sources don’t name any."


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Welche Länder haben einen Pavillon?", "tmall-pavilions/participants"),
        ("Which company runs the centre in Moscow with SPSR?", "aliexpress-moscow/operator"),
        ("Which German shop ranks second in Europe?", "about-you/rank"),  # the statement names a party
        ("Auf welche Länder wird das Pavillon-Programm noch ausgeweitet?", "tmall-pavilions/expansion"),  # not known
        ("What is the name of the minister who signed for Austria?", "jd-austria/signatory"),
        ("Which brands get into the livestreams?", "tmall-brands/livestream_who"),  # a description
    ],
)
def test_a_name_a_description_or_that_it_is_not_known_answers(question: str, fact: str) -> None:
    said = apps.reply(question)
    assert said.outcome is Outcome.ANSWER
    assert fact in said.facts


def test_only_what_is_asked_for_by_a_noun_must_be_named() -> None:
    unnamed = apps.app().understanding.unnamed
    assert not unnamed.asked(builders.analysis(builders.unit("chain"), types=["count"]), ())
    assert not unnamed.asked(builders.analysis(builders.unit("chain"), types=["list"], flags=["yesno"]), ())


def read(question: str, *facts: str) -> list[Reading]:
    """Readings of a question by these facts, each a little worse than the one before."""
    app = apps.app()
    analysis = apps.analyse(question)
    any_reading = app.room.recogniser.scorer.readings(analysis, analysis.units)[0]
    numbers = [app.understanding.index.number_of[fact] for fact in facts]
    profiles = [app.understanding.index.profiles[number] for number in numbers]
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
    readings = apps.app().understanding.unnamed.whose(apps.analyse(question), read(question, first, second))
    assert readings[0].features.fact.id == told


@pytest.mark.parametrize("question", ["How old is Sachin Bansal?", "Wie alt ist Sachin Bansal?"])
def test_the_age_of_a_firm_is_not_that_of_its_founder(question: str) -> None:
    modern = apps.SUBJECTS / "modern"
    assert apps.reply(question, folder=modern).outcome is Outcome.SILENT
    assert apps.reply("Wie alt ist Flipkart?", folder=modern).facts == ("walmart-flipkart/founders",)

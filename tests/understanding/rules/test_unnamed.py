"""What is to be named must be named by a fact, or none is stated."""

from pathlib import Path

import pytest

from bot.answering.room.reply import Outcome
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
        ("Which European governments have made agreements with JD.com?", "jd-europe/agreements"),  # by their countries
        ("Which brands get into the livestreams?", "tmall-brands/livestream_who"),  # a description
        ("Which brands get access to the livestreams on Tmall Global?", "tmall-brands/livestream_who"),
    ],
)
def test_a_name_a_description_or_that_it_is_not_known_answers(question: str, fact: str) -> None:
    said = apps.reply(question)
    assert said.outcome is Outcome.ANSWER
    assert fact in said.facts


def test_only_what_is_asked_for_by_a_noun_must_be_named() -> None:
    unnamed = apps.app().understanding.rules.unnamed
    assert not unnamed.asked(builders.analysis(builders.unit("chain"), types=["count"]), ())
    assert not unnamed.asked(builders.analysis(builders.unit("chain"), types=["list"], flags=["yesno"]), ())


MODERN = apps.SUBJECTS / "modern"


@pytest.mark.parametrize(
    "question", ["Which rival of Amazon bid for Flipkart?", "Welcher Konkurrent von Amazon bot für Flipkart mit?"]
)
def test_whom_the_question_names_is_not_the_one_asked_for(question: str) -> None:
    assert apps.reply(question, folder=MODERN).outcome is Outcome.SILENT


@pytest.mark.parametrize(
    "question", ["Which rival of Walmart bid for Flipkart?", "Welcher Konkurrent von Walmart bot für Flipkart mit?"]
)
def test_another_is(question: str) -> None:
    assert apps.reply(question, folder=MODERN).facts == ("walmart-flipkart/amazon_bid",)


def test_a_fact_of_the_deal_that_names_another_goes_first() -> None:
    app = apps.app(MODERN)
    analysis = apps.analyse("Which competitor did Amazon look at beside Flipkart?", MODERN)
    found = {one.features.fact.id: one for one in app.room.recogniser.scorer.readings(analysis, analysis.units)}
    amazon, group = (found[f"walmart-flipkart/{name}"] for name in ("amazon_bid", "group"))
    readings = [amazon._replace(score=100.0), group._replace(score=80.0, type_fits=True)]
    assert app.understanding.rules.unnamed.first(analysis, readings)[0].features.fact.id == "walmart-flipkart/group"


@pytest.mark.parametrize(
    "question",
    [
        "What type of commerce platform is Tmall Global within the Alibaba Group?",
        "Was für eine Art Plattform ist Tmall Global?",
    ],
)
def test_of_what_kind_something_is_asks_for_no_name(question: str) -> None:
    assert apps.reply(question).facts[:1] == ("tmall-brands/tmall_global_definition",)


@pytest.mark.parametrize(
    ("question", "folder"),
    [
        ("Which embassies exactly cooperate with Juhuasuan?", apps.KNOWLEDGE),
        ("Which five consortia did Hamburg Süd have to leave?", apps.SUBJECTS / "modern"),
        ("Welche fünf Konsortien musste Hamburg Süd verlassen?", apps.SUBJECTS / "modern"),
        ("Which Whole Foods shops will get parcel lockers?", apps.SUBJECTS / "modern"),
        ("Welche Whole-Foods-Läden bekommen Paketschließfächer?", apps.SUBJECTS / "modern"),
    ],
)
def test_what_says_no_more_than_the_question_names_nothing(question: str, folder: Path) -> None:
    assert apps.reply(question, folder=folder).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    "question", ["Who does Alibaba cooperate with at Juhuasuan?", "Mit wem kooperiert Alibaba bei Juhuasuan?"]
)
def test_with_whom_is_told_by_what_they_are(question: str) -> None:
    assert "juhuasuan-embassies/partner" in apps.reply(question).facts


@pytest.mark.parametrize(
    "question", ["Which criteria apply to joining a pavilion?", "Welche Kriterien gelten für einen Pavillon?"]
)
def test_that_they_are_not_named_is_an_answer(question: str) -> None:
    assert "tmall-pavilions/conditions" in apps.reply(question).facts
    assert apps.reply(question).outcome is Outcome.ANSWER

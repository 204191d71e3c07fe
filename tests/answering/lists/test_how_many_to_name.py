"""As many as are to be named: "name three countries", "nennen Sie zwei Deals"."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import HANSE, analyse, reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Name three countries that have a pavilion", "For example the United States, New Zealand and Australia."),
        ("Nenne drei Länder mit Pavillon", "Zum Beispiel die USA, Neuseeland und Australien."),
    ],
)
def test_the_first_of_a_fact_that_lists_more_are_named(question: str, said: str) -> None:
    assert reply(question).blocks[0].startswith(said)
    assert reply(question).facts == ("tmall-pavilions/participants",)


@pytest.mark.parametrize(
    ("question", "number", "others"),
    [
        ("Give me two deals with Alibaba", 2, "7 "),
        ("Nennen Sie mir bitte zwei Deals mit Alibaba", 2, "7 "),
        ("Name two Alibaba deals", 2, "7 "),
        ("Name three companies mentioned in the articles", 3, " 15 "),
        ("Nenne mir zwei Personen, die genannt werden", 2, " 6 "),
    ],
)
def test_of_what_is_listed_as_many_are_told_and_how_many_more_there_are(
    question: str, number: int, others: str
) -> None:
    told = reply(question)
    assert len(told.facts) == number
    assert others in told.blocks[-1]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Name three deals", "en"),  # but for the verb these words are German ones, too
        ("Name 3 agreements", "en"),
        ("Nennen Sie drei Deals", "de"),
        ("Name 3 Firmen", "de"),
    ],
)
def test_the_verb_before_a_number_is_no_noun_and_tells_the_language(question: str, language: str) -> None:
    told = reply(question)
    assert told.language == language
    assert len(told.facts) == 3


@pytest.mark.parametrize("question", ["Name two treaties", "Nenne zwei Verträge"])
def test_on_another_subject_it_is_the_same(question: str) -> None:
    assert len(reply(question, folder=HANSE).facts) == 2


@pytest.mark.parametrize(
    "question",
    ["Name the three countries where JD starts", "Nenne die drei Länder, in denen JD startet", "Nenne 3 Euro"],
)
def test_behind_an_article_or_before_a_unit_it_is_a_figure(question: str) -> None:
    assert analyse(question).most == 0


@pytest.mark.parametrize("question", ["Name five brands on Tmall", "Nenne fünf Marken auf Tmall"])
def test_the_verb_that_wishes_asks_for_nobody_s_name(question: str) -> None:
    assert reply(question).outcome is Outcome.SILENT
    assert analyse(question).types == {"list"}
    assert all("name" not in unit.keys for unit in analyse(question).units)


@pytest.mark.parametrize("question", ["Name three castles in Scania", "Nenne drei Burgen in Schonen"])
def test_both_languages_name_the_first_of_a_list(question: str) -> None:
    assert reply(question, folder=HANSE).blocks[0].startswith(("For example Skanör", "Zum Beispiel Skanör"))

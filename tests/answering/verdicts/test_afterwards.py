from pathlib import Path

import pytest

from bot.answering.room.reply import Outcome
from tests import apps
from tests.apps import KNOWLEDGE, SUBJECTS

UNDATED = {"de": "der Bericht ist undatiert", "en": "the report is undated"}


def said(question: str, folder: Path = KNOWLEDGE) -> str:
    return apps.reply(question, folder=folder).text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Ist das Forschungszentrum schon fertig?", "de"),
        ("Hat JD.com in Frankreich schon angefangen?", "de"),
        ("Did Tmall Global reach the 1,000 brands?", "en"),
        ("What came of JD's plans for Germany?", "en"),
    ],
)
def test_asked_what_came_of_a_plan_it_says_where_the_sources_end(question: str, language: str) -> None:
    text = said(question)
    assert text.endswith(UNDATED[language] + ".")
    assert ("Was daraus geworden ist" if language == "de" else "What came of it") in text


def test_a_dated_source_says_its_date() -> None:
    text = said("Is Flipkart listed on a stock exchange yet?", SUBJECTS / "modern")
    assert text.endswith("What came of it, our sources don’t say (as of 20 August 2018).")


@pytest.mark.parametrize(
    "question",
    [
        "Hat Margarete Schramböck das Abkommen unterschrieben?",  # it has happened
        "Wann soll das Forschungszentrum eröffnen?",  # nobody asks what came of it
        "Does JD plan a research centre in Cambridge?",
    ],
)
def test_nothing_is_added_where_nobody_asks_what_came_of_it(question: str) -> None:
    text = said(question)
    assert "Was daraus geworden ist" not in text
    assert "What came of it" not in text


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("How many of the 1,000 new brands had actually joined Tmall Global when the twelve months were over?", "en"),
        ("Wie viele Bestellungen hat das Moskauer Zentrum tatsächlich geschafft?", "de"),
        ("Wie viele Bestellungen schaffte das Moskauer Zentrum am Ende?", "de"),
    ],
)
def test_a_planned_figure_is_not_what_it_came_to(question: str, language: str) -> None:
    told = apps.reply(question)
    assert told.outcome is Outcome.SILENT
    assert told.facts
    assert UNDATED[language] in told.text


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("How many customers does JD actually have?", "jd-europe/customers"),  # it is so already
        ("How many orders were really expected in Moscow?", "aliexpress-moscow/order_capacity"),  # the plan itself
        ("Wie viele neue Marken hat Tmall Global tatsächlich angekündigt?", "tmall-brands/new_brands"),
    ],
)
def test_a_figure_as_it_stands_is_told(question: str, fact: str) -> None:
    assert apps.reply(question).facts[0] == fact

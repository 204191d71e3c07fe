"""Regions: what holds throughout one, and what is told of a place in one."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import reply

NOWHERE_ELSE = "aliexpress-moscow/uniqueness"


@pytest.mark.parametrize(
    "question",
    [
        "Is there a pick-up point of AliExpress in Rome or Warsaw?",
        "Gibt es eine Ausgabestelle von AliExpress in Warschau?",
        "Gibt's so eine AliExpress-Abholung wie in Moskau auch in Polen?",
    ],
)
def test_what_holds_throughout_a_region_is_said_of_its_places(question: str) -> None:
    assert reply(question).facts[:1] == (NOWHERE_ELSE,)


@pytest.mark.parametrize(
    "question",
    [
        "Gibt es eine Ausgabestelle von AliExpress in Kanada?",  # not in that region
        "Is London further from Moscow than Berlin is?",  # nothing of what the fact tells
        "Wie viele Bestellungen gibt es in Polen bei AliExpress?",  # another fact
        "Gibt es AliExpress in Österreich?",
        "Is AliExpress successful in Germany?",
    ],
)
def test_of_nothing_else(question: str) -> None:
    assert NOWHERE_ELSE not in reply(question).facts


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Where is JD going to do research in Europe?", "jd-cambridge/location"),
        ("Wo will JD in Europa forschen?", "jd-cambridge/location"),
        ("Did About You launch in Europe?", "about-you/launch"),
        ("Which country in Asia is Rakuten from?", "rakuten/origin"),
    ],
)
def test_who_asks_of_a_region_is_told_of_a_place_in_it(question: str, fact: str) -> None:
    assert reply(question).facts[:1] == (fact,)


@pytest.mark.parametrize("question", ["How many orders does AliExpress expect in Europe?"])
def test_but_no_figure_of_a_place_as_that_of_its_region(question: str) -> None:
    assert reply(question).outcome == "silent"


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Welche europäischen Länder haben einen Pavillon?", "Europa: die Schweiz, Frankreich, "),
        (
            "Which non-European countries have a pavilion?",
            "Outside Europe: the United States, New Zealand and Australia.",
        ),
        (
            "Welche osteuropäischen Länder haben einen Pavillon?",
            "Von den elf Ländern",
        ),
        ("Which European countries had the first pavilion?", "Of the eleven countries"),
    ],
)
def test_a_continent_s_adjective_picks_from_a_list_where_nothing_else_is_asked(question: str, begins: str) -> None:
    assert reply(question).text.startswith(begins)


@pytest.mark.parametrize(
    "question", ["Is JD active in Russia?", "Ist JD in Russland aktiv?", "Are both JD and Alibaba active in Russia?"]
)
def test_what_is_wanted_for_a_region_is_done_in_none_of_its_countries(question: str) -> None:
    assert reply(question).outcome is Outcome.SILENT


def test_who_is_named_is_a_theme_of_the_sources_whatever_is_counted() -> None:
    assert reply("Wollen JD und Alibaba beide nach Brüssel?").outcome is Outcome.SILENT

"""Figures, sums and dates of several deals or articles at once, and all that is said of a topic."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps
from tests.apps import reply

HANSE, MODERN = apps.SUBJECTS / "hanse", apps.SUBJECTS / "modern"


def deals(facts: tuple[str, ...]) -> set[str]:
    return {fact.split("/")[0] for fact in facts}


@pytest.mark.parametrize(
    "question",
    [
        "List every big sum of money in the articles on JD and Tmall Global",
        "Nenne alle Geldbeträge in den Artikeln über JD und Tmall Global",
    ],
)
def test_sums_of_several_articles_are_told_at_once(question: str) -> None:
    assert deals(reply(question).facts) == {"jd-uk", "import-programme", "tmall-brands"}


@pytest.mark.parametrize(
    "question",
    [
        "All sums of money in the deals with LinkedIn and Flipkart",
        "Alle Beträge bei den Deals mit LinkedIn und Flipkart",
    ],
)
def test_sums_of_two_deals_are_told_at_once(question: str) -> None:
    assert deals(reply(question, folder=MODERN).facts) == {"microsoft-linkedin", "walmart-flipkart"}


@pytest.mark.parametrize("question", ["All figures about the Steelyard", "Alle Zahlen zum Stalhof"])
def test_where_there_are_none_it_says_so(question: str) -> None:
    said = reply(question, folder=HANSE)
    assert (said.outcome, said.facts) == (Outcome.SILENT, ())


@pytest.mark.parametrize("question", ["Name three figures of the JD article", "Nenne drei Zahlen aus dem JD-Artikel"])
def test_no_more_are_told_than_wanted(question: str) -> None:
    assert len(reply(question).facts) == 3


@pytest.mark.parametrize(
    "question",
    ["Give me the dates and partners of the Moscow deal", "Nenn mir Termine und Partner vom Moskauer Zentrum"],
)
def test_what_is_joined_to_it_is_told_as_well(question: str) -> None:
    assert {"aliexpress-moscow/partner", "aliexpress-moscow/date_signed"} <= set(reply(question).facts)


@pytest.mark.parametrize(
    "question",
    ["What do the articles say about cash?", "Was steht in den Artikeln über Bargeld?"],
)
def test_a_topic_is_told_by_the_facts_that_say_it(question: str) -> None:
    assert deals(reply(question).facts) == {"alipay-europe"}


@pytest.mark.parametrize(
    "question", ["What do the sources say about herring?", "Was steht in den Quellen über Hering?"]
)
def test_what_is_only_akin_to_a_topic_is_not_told_as_such(question: str) -> None:
    assert reply(question, folder=HANSE).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    "question",
    [
        "Safe.Shop means nothing to me. What can one learn about it?",
        "Safe.Shop sagt mir nix. Was erfährt man darüber?",
        "What do your sources say about Safe.Shop?",
        "Welche Artikel handeln von Safe.Shop?",
    ],
)
def test_what_is_named_before_is_taken_up(question: str) -> None:
    said = reply(question)
    assert (said.outcome, deals(said.facts)) == (Outcome.ANSWER, {"safe-shop"})


@pytest.mark.parametrize("question", ["What do the articles say about JD?", "Was steht in den Artikeln über JD?"])
def test_of_a_name_that_many_deals_bear_these_are_listed(question: str) -> None:
    assert deals(reply(question).facts) == {"jd-austria", "jd-cambridge", "jd-europe", "jd-uk"}


@pytest.mark.parametrize("question", ["What happened in January?", "Was ist alles im Januar passiert?"])
def test_a_month_without_a_year_is_that_of_any(question: str) -> None:
    assert deals(reply(question).facts) == {"jd-uk", "alibaba-retail"}


@pytest.mark.parametrize("question", ["What happened in March?", "Was ist im März passiert?"])
def test_a_month_of_which_nothing_is_told_has_no_events(question: str) -> None:
    assert reply(question).outcome is Outcome.SILENT

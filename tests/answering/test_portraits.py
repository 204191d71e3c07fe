"""Two who are compared without a theme: what each is, what is said of both, or that nothing compares them."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps
from tests.apps import reply

MODERN = apps.SUBJECTS / "modern"


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("Compare Tmall Global and JD.com", {"tmall-brands/tmall_global_definition", "jd-europe/definition"}),
        ("JD vs AliExpress", {"jd-europe/definition", "aliexpress-moscow/aliexpress_definition"}),
        ("Vergleiche Alipay mit Juhuasuan", {"alipay-europe/definition", "juhuasuan-embassies/definition"}),
        ("Vergleiche Jack Ma und Richard Liu", {"alibaba-brussels/jack_ma", "jd-europe/founder"}),
    ],
)
def test_what_each_is_stands_side_by_side(question: str, facts: set[str]) -> None:
    said = reply(question)
    assert (said.outcome, set(said.facts)) == (Outcome.ANSWER, facts)


@pytest.mark.parametrize("question", ["Vergleiche JD und Alibaba", "Compare JD.com and Alibaba", "JD vs Alibaba"])
def test_where_one_is_never_introduced_facts_on_both_are_told(question: str) -> None:
    assert set(reply(question).facts) == {"jd-europe/logistics", "jd-europe/competitor"}


@pytest.mark.parametrize("question", ["Compare JD.com and Alibaba in Europe", "Vergleiche JD und Alibaba in Europa"])
def test_in_a_place_the_deals_of_both_are_told(question: str) -> None:
    deals = [fact.split("/")[0] for fact in reply(question).facts]
    assert deals[0] == "jd-europe"
    assert "alibaba-european-platform" in deals


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who is bigger, JD or Alibaba?", "JD.com"),
        ("Wer ist größer, JD oder Alibaba?", "JD.com"),
        ("Compare JD.com and eBay", "eBay"),
        ("Wer ist größer, Amazon oder Alibaba?", "Amazon"),  # Rakuten stands in the shadow of both
    ],
)
def test_nothing_is_told_where_nothing_compares_them(question: str, name: str) -> None:
    said = reply(question)
    assert (said.outcome, said.facts) == (Outcome.SILENT, ())
    assert name in said.text


def test_it_holds_for_any_folder() -> None:
    said = reply("Who is bigger, Zalando or About You?", folder=MODERN)
    assert (said.outcome, said.facts) == (Outcome.SILENT, ())


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Compare JD and Alibaba logistics", "jd-europe/logistics"),
        ("Which is bigger, the import programme or the UK deal?", "import-programme/size"),
        ("Compare the deals with Austria and the UK", "jd-austria/overview"),
    ],
)
def test_a_theme_and_deals_are_compared_as_before(question: str, fact: str) -> None:
    assert fact in reply(question).facts

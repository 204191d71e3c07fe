"""Superlatives over all deals and figures: what comes first of what can be compared, and why it can't be told."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps
from tests.apps import HANSE, reply

MODERN = apps.SUBJECTS / "modern"


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Welcher Vertrag ist der älteste?", "luebeck-hamburg-1241/date"),
        ("Which treaty is the oldest?", "luebeck-hamburg-1241/date"),
        ("When was the first treaty signed?", "luebeck-hamburg-1241/date"),
        ("Welches Abkommen ist das jüngste?", "new-hanse-1980/founding"),
        ("Was ist der älteste Vertrag mit England?", "steelyard/union"),
    ],
)
def test_the_first_of_the_dated_deals_is_told(question: str, fact: str) -> None:
    said = reply(question, folder=HANSE)
    assert (said.outcome, said.facts) == (Outcome.ANSWER, (fact,))
    assert said.references


def test_how_many_deals_are_dated_and_how_many_are_not_is_said() -> None:
    said = reply("Welcher Vertrag ist der älteste?", folder=HANSE)
    assert said.blocks[0] == "Von 14 Deals, die unsere Quellen datieren, ist das der früheste:"
    assert said.blocks[-1] == "Zu einem weiteren nennen sie kein Datum."


@pytest.mark.parametrize("question", ["Welcher Vertrag ist der älteste?", "which is the oldest?"])
def test_where_most_deals_are_undated_none_is_the_oldest(question: str) -> None:
    said = reply(question)
    assert (said.outcome, said.facts) == (Outcome.SILENT, ("aliexpress-moscow/date_signed",))
    assert "2" in said.blocks[0]
    assert "18" in said.blocks[0]


@pytest.mark.parametrize("question", ["Which deal was the most expensive?", "Welcher Deal war der größte?"])
def test_amounts_are_compared_in_each_currency_by_itself(question: str) -> None:
    said = reply(question, folder=MODERN)
    assert said.outcome is Outcome.ANSWER
    assert set(said.facts) == {"microsoft-linkedin/price", "maersk-hamburg-sued/seller", "ms-ocado/price"}
    assert "Währung" in said.blocks[0] or "currenc" in said.blocks[0]


@pytest.mark.parametrize("question", ["Wer hat die meisten Kunden?", "Who has the most customers?"])
def test_a_single_number_is_compared_with_none(question: str) -> None:
    said = reply(question)
    assert (said.outcome, said.facts) == (Outcome.SILENT, ("jd-europe/customers",))


def test_numbers_of_the_same_thing_are_told_largest_first() -> None:
    said = reply("Which deal involves the most countries?")
    assert said.outcome is Outcome.ANSWER
    assert said.facts[:2] == ("tmall-brands/country_count", "juhuasuan-embassies/embassies")


@pytest.mark.parametrize(
    "question",
    [
        "Who signed the first deal?",
        "Was steht im ältesten Vertrag?",
        "Is the deal with Austria the latest?",
        "Which deal is older, the one with Austria or the one with the UK?",
        "Are most of the brands on Tmall Global new to China?",
        "which country was the latest to do a deal with jd.com",
    ],
)
def test_what_asks_for_something_else_is_no_superlative_of_deals(question: str) -> None:
    assert apps.app().room.recogniser.recognise(question).ranked is None


def test_a_plan_for_a_year_is_no_beginning() -> None:
    said = reply("Which deal is the latest?")
    assert "jd-cambridge/start_date" not in said.facts


def test_a_bare_superlative_after_an_answer_is_about_that() -> None:
    said = reply("What did JD.com agree with Austria?", "which is the oldest?")
    assert "aliexpress-moscow/date_signed" not in said.facts


def test_what_is_new_is_no_first_deal() -> None:
    """A fact that names the newest may stand for the latest, never for the first."""
    assert reply("What was JD's first deal?").facts == ()
    assert reply("Which is the latest JD deal?").facts == ("jd-austria/novelty",)


@pytest.mark.parametrize("question", ["Welcher Vertrag dauerte am längsten?", "Which treaty lasted longest?"])
def test_one_term_is_compared_with_none(question: str) -> None:
    said = reply(question, folder=HANSE)
    assert (said.outcome, said.facts) == (Outcome.SILENT, ("stralsund-1370/term",))

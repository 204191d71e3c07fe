"""Who bought and who sold somebody, and who served a deal."""

import pytest

from bot.answering.room.reply import Outcome
from bot.understanding.rules import roles, services
from tests import apps

MODERN = apps.SUBJECTS / "modern"


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Wer war der Käufer von Whole Foods?", "amazon-whole-foods/price"),
        ("Who was the buyer of Whole Foods?", "amazon-whole-foods/price"),
        ("Wer ist der Käufer von Lazada?", "alibaba-lazada/price"),
        ("Who was the buyer of LinkedIn?", "microsoft-linkedin/price"),
        ("Wer war der Verkäufer von Hamburg Süd?", "maersk-hamburg-sued/seller"),
        ("Who was the seller of Hamburg Süd?", "maersk-hamburg-sued/seller"),
    ],
)
def test_the_buyer_of_a_company_is_told_by_a_fact_that_names_him(question: str, fact: str) -> None:
    reply = apps.reply(question, folder=MODERN)
    assert reply.outcome is Outcome.ANSWER
    assert reply.facts[0] == fact


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Wer hat LinkedIn gekauft?", "microsoft-linkedin/price"),
        ("Who bought Whole Foods?", "amazon-whole-foods/price"),
        ("Who bought PayPal in 2002?", "ebay-paypal/bought"),
        ("Wer kaufte Hamburg Süd?", "maersk-hamburg-sued/seller"),
        ("Who bought Lazada?", "alibaba-lazada/price"),  # not what Lazada bought itself
        ("Wer kaufte Lazada?", "alibaba-lazada/price"),
        ("Who bought RedMart?", "alibaba-lazada/rival"),
        ("Wer hat RedMart gekauft?", "alibaba-lazada/rival"),
    ],
)
def test_who_bought_a_company_is_told_by_a_fact_that_names_the_buyer(question: str, fact: str) -> None:
    reply = apps.reply(question, folder=MODERN)
    assert reply.outcome is Outcome.ANSWER
    assert reply.facts == (fact,)


@pytest.mark.parametrize(
    "question",
    [
        "Wer ist der Verkäufer von About You?",  # the fact names the buyer alone
        "Who is the seller of About You?",
        "Wer hat LinkedIn an Microsoft verkauft?",
        "Who sold LinkedIn?",
    ],
)
def test_who_sold_is_not_told_by_who_bought_or_made_a_bid(question: str) -> None:
    assert apps.reply(question, folder=MODERN).outcome is Outcome.SILENT


@pytest.mark.parametrize("question", ["Wer sind die Käufer bei Tmall Global?", "Who are the buyers on Tmall Global?"])
def test_buyers_are_customers_where_nobody_is_taken_over(question: str) -> None:
    assert apps.app().room.recogniser.recognise(question).rule != roles.RULE


@pytest.mark.parametrize(
    "question",
    [
        "Welche Bank hat Maersk das Geld für Hamburg Süd geliehen?",
        "Which bank lent Maersk the money for Hamburg Süd?",
        "Wer übersetzte bei der Unterzeichnung in Tokio?",
        "Who interpreted at the signing in Tokyo?",
    ],
)
def test_the_parties_do_not_stand_for_who_served_them(question: str) -> None:
    assert apps.app(MODERN).room.recogniser.recognise(question).rule == services.RULE
    assert apps.reply(question, folder=MODERN).outcome is Outcome.SILENT


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("From whom did Alibaba acquire Intime?", "alibaba-retail/intime_seller"),
        ("Who did Alibaba acquire Intime from?", "alibaba-retail/intime_seller"),
        ("Von wem hat Alibaba Intime erworben?", "alibaba-retail/intime_seller"),
        ("Von wem wurde Intime erworben?", "alibaba-retail/intime"),  # the passive asks for the buyer
    ],
)
def test_from_whom_a_buyer_bought_asks_for_the_seller(question: str, fact: str) -> None:
    reply = apps.reply(question)
    assert reply.outcome is Outcome.ANSWER
    assert reply.facts[0] == fact


@pytest.mark.parametrize("question", ["Who did Microsoft buy LinkedIn from?", "Von wem kaufte Microsoft LinkedIn?"])
def test_a_seller_whom_no_fact_names_is_not_told(question: str) -> None:
    assert apps.reply(question, folder=MODERN).outcome is Outcome.SILENT

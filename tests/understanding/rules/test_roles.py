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

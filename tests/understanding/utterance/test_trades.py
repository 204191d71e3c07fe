import pytest

from bot.answering.room.reply import Outcome
from tests import apps
from tests.apps import analyse

MODERN = apps.SUBJECTS / "modern"


def meant(question: str) -> set[str]:
    """Whom the words of a question stand for that name nobody."""
    units = [unit for unit in analyse(question, MODERN).units if unit.kind != "entity"]
    return {key[1:] for unit in units for key in unit.keys if key.startswith("@")}


@pytest.mark.parametrize(
    ("question", "firm"),
    [
        ("What did the auction site earn?", "ebay"),
        ("Was verdiente das Auktionshaus?", "ebay"),
        ("Was zahlte der Auktionskonzern?", "ebay"),  # composed of what says the trade and a noun for a company
        ("Who pushed the organic grocer to sell?", "whole_foods"),
        ("Wer drängte den Ökosupermarkt zum Verkauf?", "whole_foods"),
        ("What was the professional network worth?", "linkedin"),
        ("Was war dieses Karrierenetzwerk wert?", "linkedin"),
        ("What did the Indian web shop cost?", "flipkart"),  # a place keeps those from there
        ("Was war der Preis des Auktionshauses?", "ebay"),  # a noun in its cases
        ("Wer führt das internationale Karrierenetzwerk?", "linkedin"),
    ],
)
def test_a_company_is_called_by_its_trade(question: str, firm: str) -> None:
    assert meant(question) == {firm}


@pytest.mark.parametrize(
    "question",
    [
        "Is there an auction site?",  # any of them
        "Gibt es ein Auktionshaus?",
        "What do the auction sites earn?",
        "Was verdienen die Auktionsplattformen?",
        "What did the online retailer pay?",  # too many are in this trade
        "What did the Japanese auction site pay?",  # none of them is from there
        "Who bought the carmaker?",  # none of them is in this trade
        "When is the auction?",
        "What did the luxury fashion site pay?",  # another trade than that of the fashion sites among them
        "Was zahlte die Kreuzfahrtreederei?",
    ],
)
def test_whoever_is_not_told_apart_is_nobody_in_particular(question: str) -> None:
    assert meant(question) == set()


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Wer hat bei dem Ökosupermarkt auf den Verkauf gedrängt?", "amazon-whole-foods/pressure"),
        ("Who pressed the organic grocer to sell?", "amazon-whole-foods/pressure"),
        ("For how many years were the auction site and the wallet bound to each other?", "ebay-paypal/contract"),
    ],
)
def test_what_is_told_of_it_answers(question: str, fact: str) -> None:
    reply = apps.reply(question, folder=MODERN)
    assert reply.outcome is Outcome.ANSWER
    assert fact in reply.facts

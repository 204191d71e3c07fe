"""A sum of money is told only by a fact that tells one."""

from pathlib import Path

import pytest

from bot.answering.room.reply import Outcome
from bot.understanding.rules import sums
from tests import apps

MODERN = apps.SUBJECTS / "modern"


@pytest.mark.parametrize(
    ("folder", "question"),
    [
        (apps.KNOWLEDGE, "Für welchen Betrag hat About You vor Kurzem eröffnet?"),
        (apps.HANSE, "Für welchen Betrag wurde das Kontor in Bergen aufgelöst?"),
        (apps.HANSE, "For how much money was the Kontor in Bergen dissolved?"),
        (MODERN, "Für welchen Betrag wurde das Abkommen mit Japan unterzeichnet?"),
    ],
)
def test_when_something_happened_does_not_tell_for_how_much(folder: Path, question: str) -> None:
    assert apps.app(folder).room.recogniser.recognise(question).rule == sums.RULE


@pytest.mark.parametrize(
    ("folder", "question", "fact"),
    [
        (MODERN, "Was kostet die Packstation?", "packstation/free"),
        (MODERN, "What does the Packstation cost?", "packstation/free"),
        (MODERN, "Wie viel zahlte Maersk für Hamburg Süd?", "maersk-hamburg-sued/seller"),
        (apps.KNOWLEDGE, "Wie viel Geld soll der Österreich-Deal von JD.com einbringen?", "jd-austria/amount"),
    ],
)
def test_nothing_to_pay_a_sum_and_one_not_disclosed_do(folder: Path, question: str, fact: str) -> None:
    reply = apps.reply(question, folder=folder)
    assert reply.outcome is Outcome.ANSWER
    assert reply.facts[0] == fact


@pytest.mark.parametrize(
    "question",
    [
        "How many zlotys did it cost?",
        "Wie viele Zloty hat es gekostet?",
        "How many rupees changed hands?",
        "Wie viele Rupien flossen?",
        "How many kronor were paid?",
        "How many Swedish kronor were paid?",
        "Wie viele Singapur-Dollar zahlte Alibaba?",
        "How many Thai baht will it invest?",
        "How many South Korean won did it pay?",
        "Wie viele südkoreanische Won hat es gekostet?",
    ],
)
def test_how_many_of_a_currency_asks_for_money(question: str) -> None:
    assert "money" in apps.analyse(question).types
    assert "count" not in apps.analyse(question).types


@pytest.mark.parametrize("question", ["How many Swedish shops are there?", "How many Austrians paid in euros?"])
def test_how_many_of_anything_else_does_not(question: str) -> None:
    assert "money" not in apps.analyse(question).types

"""A company called by its head or its rival."""

from pathlib import Path

import pytest

from bot.answering.room.reply import Outcome
from tests import apps
from tests.apps import analyse

MODERN = apps.SUBJECTS / "modern"


def named(question: str, folder: Path = apps.KNOWLEDGE) -> set[str]:
    return {entity for unit in analyse(question, folder).names for entity in unit.entities}


@pytest.mark.parametrize(
    ("question", "firm"),
    [
        ("How common is it to be signed up with Bezos's delivery club?", "amazon"),
        ("Wie viele zahlen für Bezos' Lieferclub?", "amazon"),
        ("Was bringt es mir, bei Jack Ma zu verkaufen?", "alibaba"),
        ("What do I get out of selling at Jack Ma's?", "alibaba"),
        ("How many sites does Jack Ma's shopping empire run?", "alibaba"),
    ],
)
def test_a_person_stands_for_the_company_that_something_is_at(question: str, firm: str) -> None:
    assert firm in named(question)


@pytest.mark.parametrize(
    ("question", "firm"),
    [
        ("What did Bezos say?", "amazon"),
        ("Was plant Jack Ma in Brüssel?", "alibaba"),
        ("Who is Jack Ma?", "alibaba"),
        ("Wer arbeitet mit Theresa May?", "GB"),
    ],
)
def test_a_person_who_does_something_stands_for_nobody_else(question: str, firm: str) -> None:
    assert firm not in named(question)


@pytest.mark.parametrize(
    "question",
    [
        "Wo will der Alibaba-Gegner zuerst Fuß fassen?",
        "Wo will Alibabas größter Rivale zuerst Fuß fassen?",
        "Wo will der Konkurrent von Alibaba zuerst Fuß fassen?",
        "Where does Alibaba's competitor want to start?",
        "Where does the main rival of Alibaba want to start?",
    ],
)
def test_the_rival_of_a_company_is_who_competes_with_it_as_a_fact_tells(question: str) -> None:
    assert "jd" in named(question)
    assert "alibaba" not in named(question)


@pytest.mark.parametrize(
    "question",
    [
        "Wer ist der Hauptkonkurrent von Alibaba in China?",
        "Who is Alibaba's main rival?",
        "Is JD.com a rival of Alibaba?",
        "Does Alibaba have any competitors?",
        "What does Alibaba's rival JD.com sell?",  # who is meant is said
        "Who is the rival of Safe.Shop that launched in Spain?",  # nobody tells
        "Where do Alibaba's rivals want to deliver?",  # several
        "Wo will der Konkurrent liefern?",  # nobody's
    ],
)
def test_who_the_rival_is_stays_a_question(question: str) -> None:
    assert "rakuten" not in named(question)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Wie viele Leute kaufen beim großen Widersacher von Alibaba ein?", "jd-europe/customers"),
        ("In which country will Alibaba's rival build its research lab?", "jd-cambridge/location"),
    ],
)
def test_what_is_asked_of_the_rival_is_answered(question: str, fact: str) -> None:
    reply = apps.reply(question)
    assert reply.outcome is Outcome.ANSWER
    assert fact in reply.facts


@pytest.mark.parametrize(
    "question", ["What is the share price of Alibaba's rival?", "Was kostet eine Aktie des Alibaba-Gegners?"]
)
def test_what_nobody_tells_of_the_rival_stays_untold(question: str) -> None:
    assert apps.reply(question).outcome is Outcome.SILENT


def test_other_folders_have_rivals_of_their_own() -> None:
    assert "salesforce" in named("What did Microsoft's rival offer?", MODERN)

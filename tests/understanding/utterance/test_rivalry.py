"""Whoever is called by whose rival it is is meant by it, where the facts tell who that is."""

from pathlib import Path

import pytest

from bot.answering.room.reply import Outcome
from tests import apps
from tests.apps import analyse

MODERN = apps.SUBJECTS / "modern"


def meant(question: str, folder: Path = apps.KNOWLEDGE) -> set[str]:
    """Whom a question then names."""
    found = apps.app(folder).understanding.hearing.rivalry.meant(analyse(question, folder))
    return {entity for unit in found[0].names for entity in unit.entities} if found else set()


@pytest.mark.parametrize(
    "question",
    [
        "Where does Alibaba's competitor want to deliver?",
        "Where does Alibaba's biggest rival want to deliver?",
        "Where does the Alibaba rival want to deliver?",
        "Where does the great opponent of Alibaba want to deliver?",
        "Wo will Alibabas Konkurrent liefern?",
        "Wo will der Alibaba-Gegner liefern?",
        "Wo will der große Widersacher von Alibaba liefern?",
    ],
)
def test_the_rival_of_somebody_is_whom_the_facts_call_that(question: str) -> None:
    assert "jd" in meant(question)
    assert "alibaba" not in meant(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who is Alibaba's rival?",  # this asks for the name
        "Wer ist Alibabas Gegner?",
        "Where do Alibaba's rivals want to deliver?",  # several
        "Wo wollen die Rivalen von Alibaba liefern?",
        "Where does the rival want to deliver?",  # nobody's
        "Wo will der Konkurrent liefern?",
        "Does Alibaba compete with a rival in Austria?",
        "Where does Alibaba's rival JD.com want to deliver?",  # it is named
        "Wo will der Alibaba-Konkurrent JD.com liefern?",
        "Where does Zalando's rival want to deliver?",  # no fact tells whose that is
        "Wo will Zalandos Rivale liefern?",
    ],
)
def test_nobody_is_put_in_the_place_of_whoever_is_named_or_asked_for(question: str) -> None:
    assert meant(question) == set()


def test_other_folders_have_rivals_of_their_own() -> None:
    assert "salesforce" in meant("What did Microsoft's rival offer?", MODERN)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("How many people buy from Alibaba's rival?", "jd-europe/customers"),
        ("Wie viele Leute kaufen beim Alibaba-Gegner?", "jd-europe/customers"),
    ],
)
def test_what_is_asked_of_the_rival_is_answered_of_the_rival(question: str, fact: str) -> None:
    assert apps.reply(question).facts[:1] == (fact,)


@pytest.mark.parametrize(
    "question", ["What is the share price of Alibaba's rival?", "Was kostet eine Aktie des Alibaba-Gegners?"]
)
def test_what_nobody_tells_of_the_rival_stays_untold(question: str) -> None:
    assert apps.reply(question).outcome is Outcome.SILENT

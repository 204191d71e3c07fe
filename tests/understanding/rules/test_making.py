"""Who made a thing is told only by a fact that speaks of its making."""

from pathlib import Path

import pytest

from bot.answering.room.reply import Outcome
from tests import apps

HANSE, MODERN = apps.SUBJECTS / "hanse", apps.SUBJECTS / "modern"


@pytest.mark.parametrize(
    ("folder", "question"),
    [
        (HANSE, "Who built the Steelyard?"),
        (HANSE, "Wer hat den Stalhof gebaut?"),
        (MODERN, "Who designed the Packstations?"),
        (MODERN, "Wer hat die Packstationen entworfen?"),
        (MODERN, "What does it cost DHL to build a Packstation?"),
        (MODERN, "Was kostet eine Packstation in der Herstellung?"),
    ],
)
def test_who_owned_it_or_built_it_did_not_make_or_design_it(folder: Path, question: str) -> None:
    assert apps.reply(question, folder=folder).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    ("folder", "question", "fact"),
    [
        (HANSE, "Who sold the Steelyard?", "steelyard/sale"),
        (HANSE, "Wer hat den Stalhof verkauft?", "steelyard/sale"),
        (MODERN, "Who built the Packstations?", "packstation/maker"),
        (MODERN, "Wer hat die Packstationen gebaut?", "packstation/maker"),
    ],
)
def test_who_is_said_to_have_made_or_sold_it_did(folder: Path, question: str, fact: str) -> None:
    assert fact in apps.reply(question, folder=folder).facts


@pytest.mark.parametrize(
    "question",
    ["How did PayPal's employees react to the split?", "Wie reagierten die Angestellten von PayPal auf die Trennung?"],
)
def test_how_a_deal_was_taken_is_not_told_by_why_it_was_made(question: str) -> None:
    assert apps.reply(question, folder=MODERN).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    "question", ["What did receiving a parcel at a Packstation cost?", "Was kostet die Packstation?"]
)
def test_what_the_use_of_a_thing_costs_is_told(question: str) -> None:
    assert "packstation/free" in apps.reply(question, folder=MODERN).facts

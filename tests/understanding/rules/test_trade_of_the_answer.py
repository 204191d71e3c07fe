"""A firm's trade, well known or told by the gazetteer, is held by the fact that gives the firm; another trade isn't."""

import pytest

from bot.answering.room.reply import Outcome
from bot.understanding.readings.scoring import EXPLAINED
from tests.apps import SUBJECTS, app, reply

MODERN = SUBJECTS / "modern"


@pytest.mark.parametrize(
    "question",
    [
        "Which software firm lost out to Microsoft in the bidding for LinkedIn?",
        "Welche Softwarefirma hat auch für LinkedIn geboten?",
    ],
)
def test_a_firm_is_found_by_its_trade(question: str) -> None:
    told = reply(question, folder=MODERN)
    assert told.outcome is Outcome.ANSWER
    assert "Salesforce" in told.text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Which software firm made a bid for LinkedIn?", True),
        ("Which airline made a bid for LinkedIn?", False),
        ("Wer aus der Software-Welt hat für LinkedIn geboten?", True),
        ("Welche Airline hat für LinkedIn geboten?", False),
    ],
)
def test_only_its_own_trade_is_held(question: str, *, held: bool) -> None:
    found = app(MODERN).room.recogniser.recognise(question)
    best = next(one for one in found.readings if one.features.fact.id == "microsoft-linkedin/salesforce")
    trades = [n for n, unit in enumerate(found.analysis.units) if {"software", "flight"} & unit.keys.keys()]
    assert trades
    assert all((best.explained[place] >= EXPLAINED) is held for place in trades)

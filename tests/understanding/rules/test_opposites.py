"""The opposite of what is asked for is no answer, nor is it that something was agreed where its close is asked for."""

import pytest

from bot.answering.room.reply import Outcome
from bot.understanding.readings.scoring import Reading
from tests import apps

MODERN = apps.SUBJECTS / "modern"
LAST, CLOSED = "walmart-flipkart/price", "walmart-flipkart/closed"


def first(question: str) -> str:
    """Which fact is first, where that which tells when the purchase was announced was the best one."""
    app = apps.app(MODERN)
    analysis = apps.analyse(question, MODERN)
    found = {one.features.fact.id: one for one in app.room.recogniser.scorer.readings(analysis, analysis.units)}
    best, other = found[LAST]._replace(score=100.0), found[CLOSED]._replace(score=80.0)
    readings: list[Reading] = app.understanding.rules.opposites.first(analysis, [best, other])
    return readings[0].features.fact.id


@pytest.mark.parametrize(
    "question",
    [
        "Wann war die Flipkart-Übernahme endgültig abgeschlossen?",
        "Bis wann war die Übernahme von Flipkart fertig?",
        "When was the Flipkart takeover completed?",
    ],
)
def test_when_a_purchase_was_announced_is_not_when_it_was_completed(question: str) -> None:
    assert first(question) == CLOSED


@pytest.mark.parametrize(
    "question",
    [
        "Wann wurde die Flipkart-Übernahme angekündigt?",
        "When was the Flipkart takeover announced?",
        "War die Flipkart-Übernahme 2018 abgeschlossen?",
    ],
)
def test_what_was_announced_answers_when_that_was_and_yes_or_no(question: str) -> None:
    assert first(question) == LAST


def test_the_first_and_the_last_are_compared_by_both() -> None:
    asked = apps.app(MODERN).understanding.rules.opposites.asked
    readings = apps.app(MODERN).room.recogniser.scorer.readings
    question = "When did Zalando last go abroad?"
    analysis = apps.analyse(question, MODERN)
    abroad = next(r for r in readings(analysis, analysis.units) if r.features.fact.id == "zalando-expansion/abroad")
    assert asked(analysis, abroad)
    analysis = apps.analyse("How does Zalando's first market abroad compare with its last?", MODERN)
    abroad = next(r for r in readings(analysis, analysis.units) if r.features.fact.id == "zalando-expansion/abroad")
    assert not asked(analysis, abroad)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many towns attended the first Hanseatic Diet?", False),
        ("How many towns attended the last Hanseatic Diet?", True),
    ],
)
def test_the_last_of_several_is_not_the_first(question: str, *, told: bool) -> None:
    assert (apps.reply(question, folder=apps.SUBJECTS / "hanse").outcome is Outcome.ANSWER) is told

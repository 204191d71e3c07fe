"""Whoever is named must be in the fact; of two that are nearly as good the one that holds them goes first."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.understanding.readings.scoring import Reading
from bot.understanding.rules import holding
from tests.apps import SUBJECTS, app, reply

MODERN = SUBJECTS / "modern"


@pytest.mark.parametrize(
    "question", ["What does M&S pay for Waitrose products at Ocado?", "Was hat Waitrose mit M&S und Ocado zu tun?"]
)
def test_the_fact_that_holds_whoever_is_named_goes_first(question: str) -> None:
    recogniser = app(MODERN).room.recogniser
    found = recogniser.recognise(question)
    lacking, held = (_of(found.readings, fact) for fact in ("ms-ocado/capital", "ms-ocado/switch"))
    near = [lacking._replace(score=100.0), held._replace(score=95.0, type_fits=lacking.type_fits)]
    assert holding.first(found.analysis, near)[0] is near[1]
    far = [near[0], near[1]._replace(score=80.0)]
    assert holding.first(found.analysis, far)[0] is far[0]


@pytest.mark.parametrize("question", ["What does M&S pay for Waitrose products at Ocado?"])
def test_where_nobody_is_named_the_best_stays_the_best(question: str) -> None:
    found = app(MODERN).room.recogniser.recognise(question)
    lacking, held = (_of(found.readings, fact) for fact in ("ms-ocado/capital", "ms-ocado/switch"))
    nameless = replace(found.analysis, units=found.analysis.contents)
    near = [lacking._replace(score=100.0), held._replace(score=95.0)]
    assert holding.first(nameless, near) == near


@pytest.mark.parametrize(
    "question",
    [
        "On which channel are the livestreams of the strongest Tmall brands promoted?",
        "Auf welchem Kanal werden die Livestreams der stärksten Marken von Tmall beworben?",
    ],
)
def test_the_fact_that_holds_what_is_asked_for_goes_first(question: str) -> None:
    assert "tmall-brands/livestream_channel" in reply(question).facts


def _of(readings: Sequence[Reading], fact: str) -> Reading:
    return next(one for one in readings if one.features.fact.id == fact)

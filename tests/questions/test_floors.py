"""The question sets reach what floors.yaml demands of them."""

from functools import cache
from typing import Any

import pytest
import yaml

from bot.facts.model import LANGUAGES
from tests.questions.judge import Verdict
from tests.questions.sets import HERE, Result, all_sets, ask

ENOUGH = 10
"""A style with fewer questions says too little by itself."""

SETS = {questions.name: questions for questions in all_sets()}
FLOORS: dict[str, dict[str, float]] = yaml.safe_load((HERE / "floors.yaml").read_text(encoding="utf-8")) or {}


@cache
def asked(name: str) -> Result:
    return ask(SETS[name])


def floors(key: str) -> list[Any]:
    return [
        pytest.param(name, limits[key], id=name) for name, limits in FLOORS.items() if name in SETS and key in limits
    ]


def percent(result: Result, verdict: Verdict) -> float:
    return 100 * result.share(verdict)


def test_every_set_has_floors() -> None:
    assert SETS.keys() <= FLOORS.keys()


@pytest.mark.parametrize(("name", "least"), floors("right"))
def test_enough_is_answered_right(name: str, least: float) -> None:
    assert percent(asked(name).answerable, Verdict.RIGHT) >= least


@pytest.mark.parametrize(("name", "most"), floors("wrong"))
def test_little_is_answered_wrong(name: str, most: float) -> None:
    assert percent(asked(name).answerable, Verdict.WRONG) <= most


@pytest.mark.parametrize(("name", "most"), floors("through"))
def test_little_is_answered_that_has_no_answer(name: str, most: float) -> None:
    assert percent(asked(name).unanswerable, Verdict.WRONG) <= most


@pytest.mark.parametrize(("name", "most"), floors("apart"))
def test_both_languages_do_alike(name: str, most: float) -> None:
    shares = [percent(asked(name).answerable.only(language=language), Verdict.RIGHT) for language in LANGUAGES]
    assert max(shares) - min(shares) <= most


@pytest.mark.parametrize(("name", "least"), floors("style"))
def test_no_style_falls_behind(name: str, least: float) -> None:
    result = asked(name).answerable
    styles = {style: result.only(style=style) for style in {one.question.style for one in result.graded}}
    shares = {style: percent(part, Verdict.RIGHT) for style, part in styles.items() if len(part.graded) >= ENOUGH}
    assert {style: share for style, share in shares.items() if share < least} == {}

"""When something was is told by what is about that time."""

import pytest

from bot.understanding.readings.scoring import Reading
from bot.understanding.rules import days
from tests import apps

MODERN = apps.SUBJECTS / "modern"
PRICE, CLOSED = "amazon-whole-foods/price", "amazon-whole-foods/closed"


def readings(question: str, *, held: float) -> list[Reading]:
    """The price, which tells a day as well, and the close; each word is held so well by the price."""
    analysis = apps.analyse(question, MODERN)
    found = apps.app(MODERN).room.recogniser.scorer.readings(analysis, analysis.units)
    by_fact = {one.features.fact.id: one for one in found}
    price, closed = by_fact[PRICE], by_fact[CLOSED]
    price = price._replace(score=100.0, explained=tuple(held for _ in price.explained))
    return [price, closed._replace(score=90.0, explained=tuple(1.0 for _ in closed.explained))]


@pytest.mark.parametrize("question", ["Wann wurde Whole Foods übernommen?", "When was Whole Foods taken over?"])
@pytest.mark.parametrize(("held", "told"), [(0.3, CLOSED), (0.9, PRICE)])
def test_a_time_told_in_passing_gives_way_if_a_word_is_missing(question: str, held: float, told: str) -> None:
    first = days.first(apps.analyse(question, MODERN), readings(question, held=held))
    assert first[0].features.fact.id == told


@pytest.mark.parametrize("question", ["Wurde der Kauf von Whole Foods abgeschlossen?", "Was Whole Foods taken over?"])
def test_only_where_the_time_is_asked_for(question: str) -> None:
    first = days.first(apps.analyse(question, MODERN), readings(question, held=0.3))
    assert first[0].features.fact.id == PRICE

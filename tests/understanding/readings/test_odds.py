from math import log

import pytest

from bot.understanding.readings.odds import Odds, spoken
from tests.understanding.builders import analysis, unit

PRICE, DATE = 0, 1


@pytest.fixture
def odds() -> Odds:
    """Two facts with five examples each: all of the first one's say "fare", all of the second one's "signed"."""
    return Odds([{"fare": 5}, {"signed": 5}], [5, 5])


def test_a_key_speaks_for_whose_examples_say_it_and_against_the_others(odds: Odds) -> None:
    found = odds.of(analysis(), [unit("fare")])
    # five of its own and 5 × ½ imagined ones in 10, where half of all say it; none in 10 for the other
    assert found[PRICE] == pytest.approx(log(7.5 / 5))
    assert found[DATE] == pytest.approx(log(5 / 10))


def test_a_key_that_everybody_says_as_often_tells_nothing() -> None:
    found = Odds([{"ferry": 3}, {"ferry": 3}], [6, 6]).of(analysis(), [unit("ferry")])
    assert found.tolist() == pytest.approx([0.0, 0.0], abs=1e-6)


def test_a_word_that_no_example_says_counts_for_nobody(odds: Odds) -> None:
    assert odds.of(analysis(), [unit("gobbledegook")]).tolist() == [0.0, 0.0]


def test_keys_add_up(odds: Odds) -> None:
    both = odds.of(analysis(), [unit("fare"), unit("signed")])
    assert both[PRICE] == pytest.approx(log(7.5 / 5) + log(5 / 10))


def test_more_examples_make_the_odds_sharper(odds: Odds) -> None:
    many = Odds([{"fare": 40}, {"signed": 40}], [40, 40]).of(analysis(), [unit("fare")])
    few = odds.of(analysis(), [unit("fare")])
    assert many[PRICE] > few[PRICE]
    assert many[DATE] < few[DATE]


def test_a_missing_key_never_costs_more_than_two() -> None:
    found = Odds([{"fare": 1000}, {"signed": 1000}], [1000, 1000]).of(analysis(), [unit("fare")])
    assert found[DATE] == -2.0


def test_the_kind_of_answer_asked_for_counts_like_a_word() -> None:
    odds = Odds([{"?money": 5}, {"?date": 5}], [5, 5])
    found = odds.of(analysis(types=["money"]), [])
    assert found[PRICE] > 0 > found[DATE]


def test_what_is_said_comes_with_how_surely_it_is_said() -> None:
    said = spoken(
        analysis(types=["date"], flags=["only"]),
        [unit("fare", weight=1.3), unit("sign", weight=0.2), unit("~fahrpreis", parts=(unit("ride"), unit("fare")))],
    )
    assert said == pytest.approx({"fare": 1.0, "sign": 0.2, "~fahrpreis": 1.0, "ride": 0.7, "?date": 1.0, "!only": 0.5})

from collections.abc import Sequence
from math import exp

import numpy as np
import pytest

from bot.understanding.readings.example import Example
from bot.understanding.readings.examples import ITSELF, Examples, Nearest, TypeBits, different, greatest, padded
from bot.understanding.readings.gathered import Strengths
from tests.understanding.builders import example

FARE, FERRY, RIGA = example("fare", "ferry"), example("ferry"), example("@riga", "ferry", "sign")


def examples(*owned: Sequence[Example]) -> Examples:
    return Examples([different(one) for one in owned], lambda weight, _: weight, TypeBits())


def numbers(*values: float) -> Strengths:
    return np.array(values, np.float32)


def test_each_owner_has_an_empty_example_more_and_equal_ones_count_once() -> None:
    kept = examples([FARE, FARE, FERRY], [])
    assert kept.sizes.tolist() == [3, 1]
    assert len(kept) == 4
    assert list(kept.without_rows()) == [FARE.keys, FERRY.keys, frozenset(), frozenset()]
    assert list(kept.without_rows()) == []


def test_the_same_words_asked_for_another_kind_of_answer_are_another_example() -> None:
    assert len(examples([example("fare", types=["money"]), example("fare", types=["date"])])) == 3
    assert len(examples([example("fare", polarity=True), example("fare", polarity=False)])) == 3


@pytest.mark.parametrize(
    ("shared", "total", "likeness"),
    [
        (2.0, 2.0, 1.0),  # word for word
        (1.0, 2.0, 0.5),  # one of two
        (2.0, 4.0, 2 / 3),  # all of the example, half of the question
        (3.0, 3.0, 0.8),  # no example shares more than it holds
        (0.0, 2.0, 0.0),
    ],
)
def test_likeness_is_dice_s(shared: float, total: float, likeness: float) -> None:
    found = examples([FARE]).likeness(numbers(shared, 0), total)
    assert found.tolist() == pytest.approx([likeness, 0.0])


def test_only_nearly_all_of_a_question_is_the_question_itself() -> None:
    kept = examples([example(*"abcdefghijklmnopqrst")])
    assert kept.likeness(numbers(20, 0), 20)[0] >= ITSELF
    assert kept.likeness(numbers(19, 0), 20)[0] < ITSELF


def test_the_best_example_speaks_for_its_owner() -> None:
    kept = examples([FARE, FERRY], [RIGA], [])
    assert kept.best(numbers(0.25, 0.5, 0, 0.75, 0, 0)).tolist() == [0.5, 0.75, 0.0]


def test_the_nearest_examples_vote_and_the_nearer_ones_count_more() -> None:
    votes = examples([FARE], [RIGA]).votes(numbers(1.0, 0.0, 0.9, 0.0))
    assert votes == pytest.approx({0: 1 / (1 + exp(-0.8)), 1: exp(-0.8) / (1 + exp(-0.8))})


def test_what_is_far_behind_the_nearest_has_no_vote() -> None:
    assert examples([FARE], [RIGA]).votes(numbers(1.0, 0.0, 0.2, 0.0)) == {0: 1.0}


def test_several_near_examples_outvote_one_that_is_as_near() -> None:
    votes = examples([example("a"), example("b"), example("c")], [RIGA]).votes(numbers(0.9, 0.9, 0.9, 0, 0.9, 0))
    assert votes[0] == pytest.approx(0.75, abs=0.01)
    assert sum(votes.values()) == pytest.approx(1.0)


def test_only_the_nearest_twelve_vote() -> None:
    many = [example(f"w{number}") for number in range(12)]
    values = [*[1.0] * 12, 0.0, 0.9, 0.0]
    assert examples(many, [RIGA]).votes(numbers(*values)) == pytest.approx({0: 1.0})


def test_without_examples_nobody_votes() -> None:
    assert examples().votes(numbers()) == {}


def test_an_example_is_alike_in_kind_if_it_shares_one() -> None:
    bits = TypeBits()
    kept = Examples([[example("a", types=["money", "percent"]), example("b", polarity=True)]], lambda w, _: w, bits)
    assert kept.alike(bits.known(["money"]), asks=False).tolist() == [True, False, False]
    assert kept.alike(bits.known(["date"]), asks=False).tolist() == [False, False, False]
    assert kept.alike(bits.known(["date"]), asks=True).tolist() == [False, True, False]


def test_types_are_bits_and_an_unknown_one_is_none() -> None:
    bits = TypeBits()
    assert (bits.of(["date"]), bits.of(["date", "money"]), bits.of(["money"])) == (1, 3, 2)
    assert int(bits.known(["date", "weather"])) == 1


def test_yes_and_no_are_looked_for_apart() -> None:
    kept = examples([example("a", polarity=True), example("b", polarity=False), example("c")])
    values = numbers(0.25, 0.5)
    assert kept.said(values, yes=True).tolist() == [0.25]
    assert kept.said(values, yes=False).tolist() == [0.5]


@pytest.mark.parametrize(("asked", "reversed_"), [(["jd", "tmall"], []), (["tmall", "jd"], [0]), (["jd"], [])])
def test_names_the_other_way_round_make_another_yes_or_no_question(asked: list[str], reversed_: list[int]) -> None:
    belongs = example("@jd", "belong", "@tmall", polarity=True)
    names = [frozenset({f"@{entity}"}) for entity in asked]
    assert examples([belongs]).polar.reversed(names, np.array([True])) == reversed_


@pytest.mark.parametrize(
    ("yes", "no", "polarity"),
    [
        (0.9, 0.3, True),
        (0.3, 0.9, False),
        (0.9, 0.8, None),  # the one is no clearer than the other
        (0.7, 0.1, None),  # neither is near enough
        (0.72, 0.5, True),
    ],
)
def test_yes_or_no_is_said_only_where_it_is_clear(yes: float, no: float, polarity: bool | None) -> None:
    nearest = Nearest(numbers(0), np.zeros(1, np.bool_), {}, np.array([yes]), np.array([no]))
    assert nearest.polarity(0) is polarity
    assert nearest.leans_yes(0) is (yes > no)


def test_a_question_for_something_else_has_no_yes_or_no() -> None:
    nearest = Nearest(numbers(0), np.zeros(1, np.bool_), {})
    assert nearest.polarity(0) is None
    assert nearest.leans_yes(0) is False


def test_columns_of_unequal_length_are_filled_up() -> None:
    assert padded([[1, 2], [3], []], 9).tolist() == [[1, 3, 9], [2, 9, 9]]
    assert padded([[], []], 9).tolist() == [[9, 9]]


def test_a_column_has_the_greatest_of_what_it_numbers_and_0_where_it_numbers_nothing() -> None:
    table = padded([[0, 2], [1], []], 3)
    assert greatest(numbers(0.25, 0.5, 0.75), table).tolist() == [0.75, 0.5, 0.0]

from types import SimpleNamespace
from typing import cast

import pytest

from bot.understanding.judging.sides import alike
from bot.understanding.readings.scoring import Reading
from tests.apps import joints


@pytest.mark.parametrize("text", ["JD versus Alibaba", "JD im Vergleich zu Alibaba", "JD next to Alibaba"])
def test_words_that_set_two_sides_against_each_other(text: str) -> None:
    assert joints().contrast.search(text)


@pytest.mark.parametrize(
    ("text", "both"), [("between JD and Austria", True), ("beide Länder", True), ("JD and Austria", False)]
)
def test_words_that_mean_both_as_one(text: str, both: bool) -> None:
    assert bool(joints().together.search(text)) is both


def test_what_stands_between_listed_names() -> None:
    assert joints().names.match(", und mit der ")
    assert not joints().names.match(" unterschrieb ")


def test_what_ends_one_of_two_questions() -> None:
    assert joints().tail.sub("", "who was it, and then") == "who was it"


def reading(number: int, score: float, *attributes: str) -> Reading:
    profile = SimpleNamespace(attributes=frozenset(attributes))
    return cast("Reading", SimpleNamespace(number=number, score=score, features=profile))


def test_each_side_is_told_the_same_of_where_that_is_nearly_as_good() -> None:
    british = [reading(1, 100, "role"), reading(2, 97, "signatory")]
    austrian = [reading(3, 101, "parties"), reading(4, 99, "signatory")]
    assert [one.number for one in alike([british, austrian])] == [2, 4]


def test_what_is_much_worse_is_not_told_for_being_the_same() -> None:
    british = [reading(1, 100, "role"), reading(2, 70, "signatory")]
    austrian = [reading(3, 101, "parties"), reading(4, 99, "signatory")]
    assert alike([british, austrian]) == []

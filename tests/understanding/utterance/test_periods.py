import pytest

from bot.understanding.utterance.periods import Period, periods
from tests.apps import HANSE, analyse


def times(question: str) -> list[tuple[int | None, int | None, str]]:
    return [(one.first, one.last, one.kind) for one in periods(analyse(question, HANSE))]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Welche Verträge gab es 1370?", (1370, 1370, "in")),
        ("Which treaties are from 1370?", (1370, 1370, "in")),
        ("Which treaties are there from 1370 on?", (1370, None, "since")),
        ("Welche Verträge wurden vor 1300 geschlossen?", (None, 1299, "before")),
        ("Welche Verträge wurden bis 1300 geschlossen?", (None, 1300, "until")),
        ("Which treaties came after 1400?", (1401, None, "after")),
        ("Welche Verträge gibt es seit 1500?", (1500, None, "since")),
        ("Welche Verträge gab es zwischen 1350 und 1400?", (1350, 1400, "between")),
        ("Which treaties were made from 1350 to 1400?", (1350, 1400, "between")),
        ("Which treaties came after 1300 and before 1400?", (1301, 1399, "between")),
        ("Welche Verträge stammen aus dem 14. Jahrhundert?", (1301, 1400, "century")),
        ("Which treaties are from the 14th century?", (1301, 1400, "century")),
        ("Which treaties were made before the 14th century?", (None, 1300, "before")),
    ],
)
def test_a_time_is_read_with_the_word_before_it(question: str, expected: tuple[int | None, int | None, str]) -> None:
    assert times(question) == [expected]


@pytest.mark.parametrize("question", ["Welche Verträge gab es 1370 oder 1392?", "treaties of 1370 and 1392"])
def test_two_years_that_begin_and_end_nothing_are_two_times(question: str) -> None:
    assert times(question) == [(1370, 1370, "in"), (1392, 1392, "in")]


@pytest.mark.parametrize(
    "question", ["Welche 14 Verträge gab es?", "Did they sell 20,000 furs?", "Wer hat verhandelt?"]
)
def test_other_numbers_are_no_times(question: str) -> None:
    assert times(question) == []


@pytest.mark.parametrize(("year", "within"), [(1300, False), (1301, True), (1400, True), (1401, False)])
def test_both_ends_are_part_of_a_period(year: int, within: bool) -> None:
    assert Period(1301, 1400).holds(year) is within

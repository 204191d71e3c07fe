import pickle

from bot.understanding.language.remembered import Remembered


class Counted:
    """The length of a word, None for an empty one; counts how often it was worked out."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, word: str) -> int | None:
        self.asked.append(word)
        return len(word) or None


def test_each_result_is_worked_out_once_nothing_too() -> None:
    counted = Counted()
    length = Remembered(counted)
    assert [length("ferry"), length("ferry"), length(""), length("")] == [5, 5, None, None]
    assert counted.asked == ["ferry", ""]


def test_it_never_holds_more_than_its_limit() -> None:
    length = Remembered(Counted(), most=3)
    for word in ("a", "bb", "ccc", "dddd"):
        assert length(word) == len(word)
        assert len(length) <= 3


def test_what_is_forgotten_is_worked_out_anew() -> None:
    counted = Counted()
    length = Remembered(counted)
    length("ferry")
    length.forget()
    length("ferry")
    assert counted.asked == ["ferry", "ferry"]


def test_it_can_be_kept_with_what_it_works_for() -> None:
    length = Remembered(Counted())
    length("ferry")
    assert pickle.loads(pickle.dumps(length))("ferry") == 5

import pickle

from bot.understanding.language.marks import Marks


def test_texts_are_found_by_all_their_numbers() -> None:
    marks = Marks()
    for number, text in enumerate(["one", "two", "one"]):
        marks.add(text, number)
    marks.settle()
    assert marks.find("one") == [0, 2]
    assert marks.find("three") == []


def test_more_may_come_later_and_all_is_kept() -> None:
    marks = Marks()
    marks.add("one", 1)
    marks.settle()
    marks.add("two", 2)
    marks.settle()
    kept = pickle.loads(pickle.dumps(marks))
    assert (kept.find("one"), kept.find("two")) == ([1], [2])

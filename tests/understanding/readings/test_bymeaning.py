import pickle

from bot.understanding.readings.bymeaning import ByMeaning
from bot.understanding.utterance.units import Unit
from tests.understanding.builders import unit


def keys(one: Unit) -> tuple[str, ...]:
    return tuple(one.keys)


def test_what_means_the_same_is_worked_out_once() -> None:
    asked: list[str] = []

    def count(one: Unit) -> int:
        asked.append(one.text)
        return len(one.keys)

    known = ByMeaning(count, 10)
    assert [known(unit("fare", weight=weight)) for weight in (1.0, 0.3)] == [1, 1]
    assert known(unit("fare", "price")) == 2
    assert known(unit("fare", parts=(unit("ride"),))) == 1
    assert asked == ["fare", "fare price", "fare"]


def test_it_keeps_no_more_than_it_may() -> None:
    known = ByMeaning(keys, 3)
    for number in range(8):
        assert known(unit(f"w{number}")) == (f"w{number}",)
        assert len(known) <= 3


def test_pickled_it_forgets() -> None:
    known = ByMeaning(keys, 3)
    known(unit("fare"))
    again = pickle.loads(pickle.dumps(known))
    assert len(again) == 0
    assert again(unit("fare")) == ("fare",)

import numpy as np
import pytest

from bot.understanding.readings.bythings import ByThing, ranges
from bot.understanding.readings.gathered import Gathered


@pytest.fixture
def held() -> ByThing:
    return ByThing(Gathered([{"shop": 1.0}, {"store": 1.0, "shop": 0.25}, {}, {"parcel": 0.5}]))


def test_a_few_things_are_numbered_anew(held: ByThing) -> None:
    few = held.only(np.array([1, 3]), ["shop", "parcel"])
    rows = {key: few.row(key) for key in ("shop", "parcel")}
    assert {key: [v.tolist() for v in row] for key, row in rows.items() if row} == {
        "shop": [[0], [0.25]],
        "parcel": [[1], [0.5]],
    }
    assert few.count == 2


def test_only_the_wanted_keys_have_rows(held: ByThing) -> None:
    few = held.only(np.array([0, 1]), ["store", "unheard-of"])
    assert few.row("store") is not None
    assert few.row("shop") is None
    assert "unheard-of" not in few


def test_ranges_follow_one_another() -> None:
    assert ranges(np.array([5, 9, 2]), np.array([2, 0, 3])).tolist() == [5, 6, 2, 3, 4]

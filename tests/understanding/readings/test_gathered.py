from bot.understanding.readings.gathered import Gathered, Spans, numbering, spans


def entries(held: Gathered) -> list[tuple[int, int, float]]:
    return list(zip(held.things().tolist(), held.keys().tolist(), held.strengths().tolist(), strict=True))


def test_things_keep_their_order_and_keys_are_numbered_as_they_come() -> None:
    held = Gathered([{"shop": 1.0}, {}, {"store": 0.5, "shop": 0.25}])
    assert held.names == {"shop": 0, "store": 1}
    assert entries(held) == [(0, 0, 1.0), (2, 1, 0.5), (2, 0, 0.25)]
    assert len(held) == 3


def test_what_was_gathered_elsewhere_follows_under_the_same_numbers() -> None:
    names = numbering()
    held, others = Gathered([{"shop": 1.0}], names), Gathered([{"store": 1.0}, {"shop": 0.5}], names)
    held.take(others)
    held.add_all({"store"})
    assert entries(held) == [(0, 0, 1.0), (1, 1, 1.0), (2, 0, 0.5), (3, 1, 1.0)]


def test_strengths_can_be_weighed_anew() -> None:
    held = Gathered([{"shop": 1.0}, {"store": 0.5}])
    held.weigh([2.0, 4.0])
    assert held.strengths().tolist() == [2.0, 4.0]


def test_spreads_count_the_first_things_only() -> None:
    held = Gathered([{"shop": 1.0, "store": 1.0}, {"shop": 1.0}, {"parcel": 1.0}])
    assert held.spreads(2) == {"shop": 2, "store": 1}


def test_nothing_gathered_is_nothing() -> None:
    assert entries(Gathered()) == []
    assert list(spans({}, Gathered().keys())) == []


def test_each_key_that_is_held_has_its_row() -> None:
    rows = Spans(("none", "shop", "store", "parcel"), (0, 2, 0, 3))
    assert {key: rows.of(key) for key in rows} == {"shop": (0, 2), "parcel": (2, 5)}
    assert [key in rows for key in ("none", "shop", "unheard")] == [False, True, False]
    assert rows.of("store") is None

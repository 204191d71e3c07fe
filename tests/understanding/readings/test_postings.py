import pickle

import numpy as np
import pytest

from bot.understanding.readings.postings import Postings, Widened, relations, strongest, summed

SHOP, STORE, PARCEL = "shop", "store", "parcel"


@pytest.fixture
def held() -> Postings:
    """Three things: a shop, a store that is a shop a little, and one that is neither."""
    return Postings([{SHOP: 1.0}, {STORE: 1.0, SHOP: 0.25}, {}])


def widened(held: Postings, *openness: float) -> Widened:
    return Widened(held, relations([(SHOP, STORE, 0.5)]), np.array(openness, np.float32))


def test_a_row_tells_who_holds_a_key_and_how_strongly(held: Postings) -> None:
    row = held.row(SHOP)
    assert row is not None
    assert [values.tolist() for values in row] == [[0, 1], [1.0, 0.25]]
    assert (held.count, held.spread(SHOP), held.spread(PARCEL)) == (3, 2, 0)


def test_a_key_that_nothing_holds_has_no_row(held: Postings) -> None:
    assert held.row(PARCEL) is None
    assert PARCEL not in held
    assert STORE in held


def test_of_several_keys_the_strongest_counts(held: Postings) -> None:
    assert strongest(held, [(SHOP, 0.5), (STORE, 0.75), (PARCEL, 1.0)]).tolist() == [0.5, 0.75, 0.0]


def test_or_all_of_them_are_added(held: Postings) -> None:
    assert summed(held, [(SHOP, 0.5), (STORE, 0.75), (PARCEL, 1.0)]).tolist() == [0.5, 0.875, 0.0]


def test_a_widened_row_finds_related_keys_less_strongly(held: Postings) -> None:
    assert strongest(held, [(STORE, 1.0)]).tolist() == [0.0, 1.0, 0.0]
    assert widened(held, 1, 1, 1).best([(STORE, 1.0)]).tolist() == [0.5, 1.0, 0.0]


def test_a_closed_thing_listens_to_its_own_keys_only(held: Postings) -> None:
    assert widened(held, 0, 0, 0).best([(STORE, 1.0)]).tolist() == [0.0, 1.0, 0.0]
    assert widened(held, 0.5, 0, 0).best([(STORE, 1.0)]).tolist() == [0.25, 1.0, 0.0]


def test_a_related_key_never_weakens_one_that_is_held(held: Postings) -> None:
    assert widened(held, 1, 1, 1).best([(SHOP, 1.0)]).tolist() == [1.0, 0.5, 0.0]
    assert widened(held, 1, 0.1, 1).best([(SHOP, 1.0)]).tolist() == [1.0, 0.25, 0.0]


def test_a_key_without_relations_is_the_plain_row(held: Postings) -> None:
    assert widened(held, 1, 1, 1).row(PARCEL) is None
    plain = Widened(held, {}, np.ones(3, np.float32)).row(SHOP)
    assert plain is not None
    assert plain[0].tolist() == [0, 1]


def test_widened_rows_are_kept_for_the_next_question_but_not_on_disk(held: Postings) -> None:
    open_ = widened(held, 1, 1, 1)
    assert open_.row(STORE) is open_.row(STORE)
    again: Widened = pickle.loads(pickle.dumps(open_))
    assert again.row(STORE) is not open_.row(STORE)
    assert again.best([(STORE, 1.0)]).tolist() == [0.5, 1.0, 0.0]


def test_relations_hold_in_both_directions_and_the_nearer_grade_counts() -> None:
    related = relations([(SHOP, STORE, 0.5), (STORE, SHOP, 0.7), (SHOP, PARCEL, 0.2)])
    assert related == {SHOP: {STORE: 0.7, PARCEL: 0.2}, STORE: {SHOP: 0.7}, PARCEL: {SHOP: 0.2}}

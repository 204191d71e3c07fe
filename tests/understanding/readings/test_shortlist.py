import numpy as np
import pytest

from bot.understanding.readings.gathered import Gathered
from bot.understanding.readings.shortlist import Shortlist

_FERRY, _DEALS = 3, 200


@pytest.fixture
def shortlist() -> Shortlist:
    """Two facts each of many deals: all hold "deal", one has a ferry, one in twenty a ship, themes hold a captain."""
    facts = [
        {
            "deal": 1.0,
            **({"ferry": 1.0} if deal == _FERRY and first else {}),
            **({"ship": 0.5} if deal % 20 == 0 else {}),
        }
        for deal in range(_DEALS)
        for first in (True, False)
    ]
    themes = [{"captain": 0.3} if deal == _FERRY else {} for deal in range(_DEALS)]
    homes = [number // 2 for number in range(len(facts))]
    return Shortlist(Gathered([*facts, *themes]), [*homes, *range(_DEALS)], len(facts))


def test_a_rare_word_chooses_all_facts_of_its_deal(shortlist: Shortlist) -> None:
    chosen = shortlist.choose([[("ferry", 1.0)]], [1.0])
    assert chosen.tolist() == [2 * _FERRY, 2 * _FERRY + 1]


def test_so_does_a_word_that_only_the_theme_holds(shortlist: Shortlist) -> None:
    assert shortlist.choose([[("captain", 1.0)]], [1.0]).tolist() == [2 * _FERRY, 2 * _FERRY + 1]


def test_a_common_word_fills_up_what_rare_ones_leave_free(shortlist: Shortlist) -> None:
    chosen = shortlist.choose([[("deal", 1.0)], [("ship", 1.0)]], [1.0, 1.0]).tolist()
    assert len(chosen) == 2 * 32
    assert {2 * deal for deal in range(0, _DEALS, 20)} <= set(chosen)


def test_the_facts_of_the_conversation_are_looked_at_in_any_case(shortlist: Shortlist) -> None:
    chosen = shortlist.choose([[("ferry", 1.0)]], [1.0], favoured=[101])
    assert chosen.tolist() == [2 * _FERRY, 2 * _FERRY + 1, 100, 101]


def test_words_that_nothing_holds_choose_nothing(shortlist: Shortlist) -> None:
    assert np.size(shortlist.choose([[("unheard-of", 1.0)]], [1.0])) == 0

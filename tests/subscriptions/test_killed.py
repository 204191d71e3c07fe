"""The kill test, small: the full one is `make killtest`."""

import pytest

from tests.subscriptions.killing import under_fire

pytestmark = [pytest.mark.usefixtures("clean"), pytest.mark.timeout(240)]


def test_nobody_is_missed_and_at_most_one_is_told_twice_a_kill(address: str) -> None:
    result = under_fire(address, subscribers=45, kills=3)
    assert result.missed == 0
    assert result.repeats <= result.kills


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_the_same_with_two_processes_and_one_killed(address: str) -> None:
    result = under_fire(address, subscribers=45, kills=2, processes=2)
    assert result.missed == 0
    assert result.repeats <= result.kills

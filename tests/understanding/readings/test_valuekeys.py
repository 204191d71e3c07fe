from decimal import Decimal

import pytest

from bot.facts.values import Duration
from bot.understanding.readings.valuekeys import value_keys


@pytest.mark.parametrize(("unit", "key"), [("day", "unit_day"), ("working_day", "unit_day"), ("week", "unit_week")])
def test_a_duration_is_found_by_the_unit_that_it_is_asked_for_in(unit: str, key: str) -> None:
    assert set(value_keys(Duration(Decimal(2), Decimal(3), unit))) == {"#2", "#3", key}

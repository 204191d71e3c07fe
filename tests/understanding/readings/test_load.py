import pytest

from bot.understanding.readings.load import Load, Softness
from bot.understanding.readings.rarity import Rarity


@pytest.fixture
def load() -> Load:
    """Sixteen facts: one key is held by all of them, one by four, one by one."""
    spreads = {"ferry": 16, "fare": 4, "cabin": 1, "@riga": 1}.get
    return Load(Rarity(lambda key: spreads(key, 0), 15), Softness(floor=0.5, name=0.2))


@pytest.mark.parametrize(
    ("keys", "weight"),
    [
        (["ferry"], 0.5),  # what all facts hold keeps the floor
        (["fare"], 0.75),  # a quarter of them: half as rare as can be
        (["cabin"], 1.0),
        (["unheard-of"], 1.0),
        (["ferry", "cabin"], 1.0),  # the rarest of its keys decides
        ([], 1.0),
        (["@riga"], 0.2),  # a name says little among examples
    ],
)
def test_a_unit_weighs_the_more_the_fewer_facts_hold_it(load: Load, keys: list[str], weight: float) -> None:
    assert load(1.0, keys) == pytest.approx(weight)
    assert load(0.5, keys) == pytest.approx(0.5 * weight)

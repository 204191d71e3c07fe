from bot.understanding.readings.intake import Intake
from tests.understanding.builders import example, features


def test_facts_come_one_after_the_other_and_gaps_behind_them() -> None:
    taken = Intake()
    taken.take(features("ferry/fare", {"fare": 1.0}, example("fare"), example("fare")))
    taken.take(features("ferry/-discounts", {"discount": 1.0}, example("discount")), gap=True)
    assert [profile.fact.id for profile in taken.profiles] == ["ferry/fare", "ferry/-discounts"]
    assert [len(kept) for kept in taken.examples] == [1, 1]  # equal ones once
    assert [len(gathered) for gathered in (taken.held, taken.usual, taken.counts)] == [2, 2, 2]
    assert list(taken.themes) == ["ferry"]


def test_what_a_deal_s_facts_have_nearby_is_known_once_all_are_in() -> None:
    theme = {"fare": 0.3}
    taken = Intake()
    taken.take(features("ferry/fare", {}, theme=theme))
    taken.take(features("ferry/-discounts", {}), gap=True)
    theme["@riga"] = 0.5
    taken.close()
    assert [dict(profile.nearby) for profile in taken.profiles] == [{"@riga": 0.5}, {}]


def test_only_the_facts_say_how_many_hold_a_key() -> None:
    taken = Intake()
    for name in ("ferry/fare", "ferry/cabins"):
        taken.take(features(name, {"ferry": 1.0, name: 1.0}))
    taken.take(features("ferry/-discounts", {"ferry": 1.0, "discount": 1.0}), gap=True)
    assert taken.held.spreads(2) == {"ferry": 2, "ferry/fare": 1, "ferry/cabins": 1}

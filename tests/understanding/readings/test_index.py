from collections.abc import Mapping
from math import log

import numpy as np
import pytest

from bot.understanding.readings.examples import Nearest
from bot.understanding.readings.features import FactFeatures
from bot.understanding.readings.index import FactIndex
from bot.understanding.readings.load import Softness
from bot.understanding.readings.postings import Relations, relations
from bot.understanding.readings.reaching import reach
from bot.understanding.utterance.units import Analysis, Unit
from tests.understanding.builders import analysis, example, features, name, unit

FARE, SIGNED, CABINS = 0, 1, 2
RELATED = relations([("price", "fare", 0.5), ("loud", "fare", 0.2)])


def index(
    *facts: FactFeatures,
    gaps: tuple[FactFeatures, ...] = (),
    related: Relations = RELATED,
    attributes: Mapping[str, int] | None = None,
) -> FactIndex:
    return FactIndex(facts, gaps, related, Softness(floor=1.0, name=1.0), attributes or {})


@pytest.fixture
def ferry() -> FactIndex:
    """Three facts of one deal, one of another one; the fare is what people ask for most."""
    theme = {"cabin": 0.3}
    return index(
        features("ferry/fare", {"ferry": 0.75, "fare": 1.0}, example("ferry", "fare"), example("fare"), theme=theme),
        features("ferry/signed", {"ferry": 0.75, "sign": 1.0}, example("ferry", "sign", types=["date"]), theme=theme),
        features("ferry/cabins", {"ferry": 0.75, "cabin": 1.0}, theme=theme),
        features("train/name", {"train": 1.0}),
    )


def match(held: FactIndex, *units: Unit) -> list[list[float]]:
    return [[round(float(value), 4) for value in row] for row in held.look(units, [1.0] * len(units)).match]


def nearest(held: FactIndex, asked: Analysis) -> Nearest:
    look = held.look(asked.units, [unit.weight for unit in asked.units])
    return held.nearest(look, asked, asked.units, 0.25)


def test_a_key_is_the_rarer_the_fewer_facts_hold_it(ferry: FactIndex) -> None:
    assert ferry.rarity.of(unit("fare")) == 1.0
    assert ferry.rarity.of(unit("unheard-of")) == 1.0
    assert ferry.rarity.of(unit("ferry")) == pytest.approx(1 - log(3) / log(5))


def test_a_unit_is_as_rare_as_its_rarest_key_or_part(ferry: FactIndex) -> None:
    assert ferry.rarity.of(unit("ferry", "fare")) == 1.0
    compound = unit("~rigafahre", parts=(unit("ferry"), unit("ferry")))
    assert ferry.rarity.of(compound) == pytest.approx(1 - log(3) / log(5))


def test_a_fact_explains_what_it_holds_as_strongly_as_it_holds_it(ferry: FactIndex) -> None:
    assert match(ferry, unit("ferry"), unit("fare")) == [[0.75, 0.75, 0.75, 0.0], [1.0, 0.0, 0.0, 0.0]]


def test_what_the_deal_s_other_facts_hold_explains_a_little(ferry: FactIndex) -> None:
    assert match(ferry, unit("cabin")) == [[0.3, 0.3, 1.0, 0.0]]


def test_related_words_explain_by_their_grade(ferry: FactIndex) -> None:
    assert match(ferry, unit("price"), unit("loud")) == [[0.5, 0.0, 0.0, 0.0], [0.2, 0.0, 0.0, 0.0]]


@pytest.mark.parametrize(("asked", "openness"), [(1, 1.0), (10, 1.0), (40, (10 / 40) ** 1.5)])
def test_a_fact_with_many_examples_listens_less_to_related_words(asked: int, openness: float) -> None:
    examples = [example("fare", f"w{number}") for number in range(asked)]
    held = index(features("ferry/fare", {"fare": 1.0}, *examples))
    assert match(held, unit("price")) == [[pytest.approx(0.5 * openness)]]
    assert match(held, unit("fare")) == [[1.0]]


@pytest.mark.parametrize(
    ("modifier", "head", "explained"),
    [("fare", "fare", 0.95), ("unheard-of", "fare", 0.6 * 0.95), ("fare", "unheard-of", 0.4 * 0.95)],
)
def test_the_head_of_a_compound_explains_more_of_it(
    ferry: FactIndex, modifier: str, head: str, explained: float
) -> None:
    compound = unit("~compound", parts=(unit(modifier), unit(head)))
    assert match(ferry, compound)[0][FARE] == pytest.approx(explained, abs=1e-4)


def test_examples_are_reached_by_a_compound_s_pieces_too() -> None:
    compound = unit("~fahrpreis", parts=(unit("ride"), unit("fare")))
    assert reach(compound) == [("~fahrpreis", 1.0), ("ride", 0.6), ("fare", 0.6)]


def test_what_many_of_a_fact_s_examples_say_is_central_to_it(ferry: FactIndex) -> None:
    central = ferry.look([unit("ferry")], [1.0]).central[0]
    assert central[FARE] == pytest.approx(0.5**0.5)  # one of two
    assert central[SIGNED] == pytest.approx(1.0)
    assert central[CABINS] == 0.0


def test_the_nearest_example_of_each_fact_is_found_and_recognised(ferry: FactIndex) -> None:
    found = nearest(ferry, analysis(unit("ferry"), unit("fare")))
    assert found.likeness.tolist() == pytest.approx([1.0, 0.5, 0.0, 0.0])
    assert found.itself.tolist() == [True, False, False, False]


def test_an_example_that_asks_for_the_same_kind_of_answer_is_nearer(ferry: FactIndex) -> None:
    plain, typed = (nearest(ferry, analysis(unit("ferry"), types=types)) for types in ([], ["date"]))
    assert plain.likeness[SIGNED] == pytest.approx(2 / 3)
    assert typed.likeness[SIGNED] == pytest.approx(2 / 3 + 0.25)
    assert typed.likeness[FARE] == pytest.approx(plain.likeness[FARE])


def test_the_same_words_for_another_kind_of_answer_are_not_the_question_itself(ferry: FactIndex) -> None:
    said = (unit("ferry"), unit("sign"))
    assert nearest(ferry, analysis(*said, types=["date"])).itself[SIGNED]
    assert not nearest(ferry, analysis(*said, types=["place"])).itself[SIGNED]


def test_another_name_makes_it_another_question() -> None:
    asked = example("sign", *(f"w{number}" for number in range(60)), "@riga")
    held = index(features("ferry/signed", {"sign": 1.0, "@riga": 1.0}, asked))
    words = [unit("sign"), *(unit(f"w{number}") for number in range(60))]
    assert nearest(held, analysis(*words, name("riga", 1.0))).itself[0]
    assert not nearest(held, analysis(*words, name("tallinn", 1.0))).itself[0]


def test_yes_and_no_are_told_by_their_own_examples() -> None:
    free, dear = example("free", "ferry", polarity=False), example("dear", "ferry", polarity=True)
    held = index(features("ferry/fare", {"ferry": 1.0}, free, dear))
    for word, answer in (("free", False), ("dear", True), ("blue", None)):
        found = nearest(held, analysis(unit(word), unit("ferry"), flags=["yesno"]))
        assert found.polarity(0) is answer


def test_what_the_sources_do_not_tell_stands_behind_the_facts() -> None:
    gap = features("ferry/-discounts", {"discount": 1.0}, example("discount"), attribute="discounts")
    held = index(features("ferry/fare", {"fare": 1.0}), gaps=(gap,))
    assert [profile.fact.id for profile in held.profiles] == ["ferry/fare", "ferry/-discounts"]
    assert [profile.fact.id for profile in held.facts] == ["ferry/fare"]
    assert match(held, unit("discount")) == [[0.0, 1.0]]
    assert held.rarity.of_key("fare") == 1.0  # no fact but one holds it


def test_facts_fit_by_the_kinds_of_answer_that_they_give() -> None:
    held = index(features("a/x", {}, gives=["money", "text"]), features("a/y", {}, gives=["date"]))
    assert held.fits(["money"]).tolist() == [True, False]
    assert held.fits(["date", "money"]).tolist() == [True, True]
    assert held.fits(["weather"]).tolist() == [False, False]


def test_each_fact_takes_the_score_of_its_own_attribute() -> None:
    held = index(
        features("a/x", {}, attribute="price"),
        features("a/y", {}, attribute="date"),
        features("a/z", {}, attribute="unknown"),
        attributes={"price": 0, "date": 1},
    )
    assert held.by_attribute(np.array([0.25, 0.75], np.float32)).tolist() == [0.25, 0.75, 0.0]


def test_of_very_many_facts_those_that_share_most_with_a_question_are_looked_at_as_ever() -> None:
    facts = [
        features(f"d{number}/fare", {f"@c{number}": 1.0, "fare": 1.0}, example("fare", f"@c{number}"))
        for number in range(300)
    ]
    gap = features("d7/-discounts", {"discount": 1.0, "@c7": 1.0}, example("discount"), attribute="discounts")
    softness = Softness(floor=1.0, name=1.0)
    whole, large = (FactIndex(facts, (gap,), RELATED, softness, {}, many=many) for many in (10_000, 100))
    asked = analysis(name("c7"), unit("price"), unit("discount"))
    weights = [one.weight for one in asked.units]
    part = large.part(asked.units, weights)
    assert whole.part(asked.units, weights) is whole
    assert {7, 300} <= set(part.numbers.tolist())
    assert len(part) < len(whole)
    assert part.told == len(part) - 1
    seen, seen_whole = (held.look(asked.units, weights) for held in (part, whole))
    assert np.array_equal(seen.match, seen_whole.match[:, part.numbers])
    assert np.array_equal(seen.central, seen_whole.central[:, part.numbers])
    near, near_whole = (
        held.nearest(look, asked, asked.units, 0.25) for held, look in ((part, seen), (whole, seen_whole))
    )
    assert near.likeness.tolist() == near_whole.likeness[part.numbers].tolist()
    odds = whole.odds.of(asked, asked.units)[part.numbers]
    assert part.odds.of(asked, asked.units).tolist() == pytest.approx(odds.tolist())


def test_a_question_that_shares_nothing_with_very_many_facts_finds_none() -> None:
    facts = [features(f"d{number}/fare", {"fare": 1.0}, example("fare")) for number in range(3)]
    large = FactIndex(facts, (), RELATED, Softness(floor=1.0, name=1.0), {}, many=0)
    part = large.part([unit("unheard-of")], [1.0])
    assert len(part) == 0
    assert nearest(part, analysis(unit("unheard-of"))).likeness.tolist() == []

from collections.abc import Sequence
from math import log
from typing import Any

import pytest

from bot.understanding.language.once import Once
from bot.understanding.readings.acceptance import WEIGHTS, Acceptance, Evidence, Gap, gather
from bot.understanding.readings.profile import FactProfile
from bot.understanding.readings.scoring import Reading
from bot.understanding.utterance.units import Analysis, Unit
from tests.understanding.builders import analysis, example, features, name, unit

FERRY, FARE, RIGA = unit("ferry"), unit("fare"), name("riga", 1.0)


def reading(explained: Sequence[float], centrality: Sequence[float] | None = None, **changed: Any) -> Reading:
    """A good reading that explains each unit so well, as changed."""
    asked = [example("fare", f"w{number}") for number in range(changed.pop("asked", 20))]
    given: dict[str, Any] = {
        "number": 0, "features": FactProfile.of(features("ferry/fare", {}, *asked), {}, Once()), "score": 80.0,
        "coverage": 1.0, "example": 0.5, "central": 0.5, "odds": 1.0, "type_fits": True, "polarity": None,
        "leaning": False, "itself": False, "votes": 0.0, "explained": tuple(explained), "unexplained": (),
        "centrality": tuple(explained if centrality is None else centrality),
    }  # fmt: skip
    return Reading(**{**given, **changed})


def gathered(
    asked: Analysis,
    *chosen: Reading,
    rivals: Sequence[Reading] = (),
    cues: Sequence[Unit] = (),
    inherited: bool = False,
    sides: tuple[float, float] = (0.0, 0.0),
    gap: Gap | None = None,
) -> Evidence:
    readings = [*chosen, *rivals]
    return gather(asked, chosen, readings, lambda one: one in cues, inherited=inherited, sides=sides, gap=gap or Gap())


def test_without_evidence_the_constant_decides() -> None:
    assert Acceptance({}, constant=0.0).confidence({}) == 0.5
    assert Acceptance({}, constant=-log(3)).confidence({}) == pytest.approx(0.25)


def test_each_piece_of_evidence_counts_by_its_weight() -> None:
    acceptance = Acceptance({"for": log(3), "against": -log(3)}, constant=0.0)
    assert acceptance.confidence({"for": 1.0}) == pytest.approx(0.75)
    assert acceptance.confidence({"against": 1.0}) == pytest.approx(0.25)
    assert acceptance.confidence({"for": 1.0, "against": 1.0}) == pytest.approx(0.5)


def test_no_evidence_is_so_strong_that_it_overflows() -> None:
    acceptance = Acceptance({"for": 1.0}, constant=0.0)
    assert acceptance.confidence({"for": 1e9}) == pytest.approx(1.0)
    assert acceptance.confidence({"for": -1e9}) == pytest.approx(0.0)


def test_every_piece_of_evidence_has_a_weight_and_every_weight_its_evidence() -> None:
    assert gathered(analysis(FERRY), reading([1.0])).keys() == WEIGHTS.keys()


def test_only_what_explains_speaks_for_an_answer() -> None:
    speaking_for = {evidence for evidence, weight in WEIGHTS.items() if weight > 0}
    assert speaking_for == {"score", "central", "focus", "focus_central"}


def test_two_readings_explain_together() -> None:
    asked = analysis(FERRY, RIGA)
    assert gathered(asked, reading([1.0, 0.0]))["left_names"] > 0.0
    assert gathered(asked, reading([1.0, 0.0]), reading([0.0, 1.0], number=1))["left_names"] == 0.0


@pytest.mark.parametrize(
    ("left", "match", "evidence"),
    [
        (RIGA, 0.0, "left_names"),
        (FARE, 0.3, "left_theme"),  # the deal's other facts hold it
        (unit("discount"), 0.0, "left_cues"),
        (FARE, 0.5, "weak"),
    ],
)
def test_what_is_left_unexplained_counts_by_what_it_is(left: Unit, match: float, evidence: str) -> None:
    asked = analysis(unit("ferry", weight=3.0), left)
    found = gathered(asked, reading([1.0, match]), cues=[unit("discount")])
    named = {key: share for key, share in found.items() if (key.startswith("left_") or key == "weak") and share}
    assert named == {evidence: pytest.approx(0.25)}


def test_other_words_left_over_count_where_nothing_is_named() -> None:
    asked = analysis(unit("ferry", weight=3.0), unit("~colour", kind="word"))
    found = gathered(asked, reading([1.0, 0.0]))
    assert found["nameless_left"] == pytest.approx(0.25)
    assert not any(share for key, share in found.items() if key.startswith("left_"))


def test_a_unit_explained_by_a_third_and_more_is_not_left() -> None:
    asked = analysis(FERRY, FARE)
    assert gathered(asked, reading([1.0, 0.34]))["left_theme"] == 0.5
    assert gathered(asked, reading([1.0, 0.35]))["left_theme"] == 0.0


@pytest.mark.parametrize(("rival", "margin"), [(None, 0.0), (80.0, 1.0), (74.0, 0.6), (50.0, 0.0)])
def test_a_rival_close_behind_makes_it_doubtful(rival: float | None, margin: float) -> None:
    rivals = [] if rival is None else [reading([1.0], number=1, score=rival)]
    assert gathered(analysis(FERRY), reading([1.0]), rivals=rivals)["narrow_margin"] == pytest.approx(margin)


@pytest.mark.parametrize(("score", "gap"), [(0.0, 0.0), (40.0, 0.0), (60.0, 0.2), (80.0, 0.4), (130.0, 0.8)])
def test_a_question_known_to_have_no_answer_counts_the_more_the_nearer_it_comes(score: float, gap: float) -> None:
    assert gathered(analysis(FERRY), reading([1.0]), gap=Gap(score))["gap"] == pytest.approx(gap)


def test_the_odds_and_votes_of_such_questions_count_within_bounds() -> None:
    asked, best = analysis(FERRY), reading([1.0])
    found = gathered(asked, best, gap=Gap(80.0, 6.0, 0.25))
    assert [found[key] for key in ("gap_odds", "gap_votes")] == pytest.approx([1.0, 0.25])
    assert gathered(asked, best, gap=Gap(80.0, 99.0, 1.0))["gap_odds"] == 2.0


def test_a_kind_of_answer_that_the_fact_does_not_give_counts_against_it() -> None:
    assert gathered(analysis(FERRY), reading([1.0]))["wrong_type"] == 0.0
    assert gathered(analysis(FERRY), reading([1.0], type_fits=False))["wrong_type"] == 1.0


def test_without_a_name_what_is_left_counts_again_unless_the_conversation_has_one() -> None:
    bare, named = analysis(FERRY, FARE), analysis(FERRY, FARE, RIGA)
    assert gathered(bare, reading([1.0, 0.0]))["nameless_left"] == 0.5
    assert gathered(bare, reading([1.0, 0.0]))["nameless"] == 1.0
    assert gathered(named, reading([1.0, 0.0, 1.0]))["nameless"] == 0.0
    assert gathered(bare, reading([1.0, 0.0]), inherited=True)["nameless_left"] == 0.0


def test_an_operator_that_shifts_the_question_is_strange_unless_examples_ask_with_it() -> None:
    besides = example("!except", "fare")
    used = FactProfile.of(features("ferry/fare", {}, besides), {}, Once())
    asked = analysis(FERRY, flags=["except"])
    assert gathered(asked, reading([1.0]))["strange"] == 1.0
    assert gathered(asked, reading([1.0], features=used))["strange"] == 0.0
    assert gathered(analysis(FERRY, flags=["yesno"]), reading([1.0]))["strange"] == 0.0


@pytest.mark.parametrize(("sides", "other"), [((0.25, 0.75), 0.5), ((0.75, 0.25), 0.0)])
def test_another_attribute_speaks_for_another_side_of_the_deal(sides: tuple[float, float], other: float) -> None:
    assert gathered(analysis(FERRY), reading([1.0]), sides=sides)["other_side"] == other


def test_the_thing_asked_for_is_looked_at_by_itself() -> None:
    found = gathered(analysis(FERRY, FARE, focus=(1,)), reading([1.0, 0.25], [0.5, 0.1]))
    assert (found["focus"], found["focus_central"]) == (0.25, 0.1)
    assert gathered(analysis(FERRY, FARE), reading([1.0, 0.25]))["focus"] == 0.8


@pytest.mark.parametrize(("asked", "few"), [(0, 1.0), (7, 0.5), (63, 0.003), (64, 0.0), (500, 0.0)])
def test_each_doubling_of_a_facts_examples_counts_the_same(asked: int, few: float) -> None:
    assert gathered(analysis(FERRY), reading([1.0], asked=asked))["few"] == pytest.approx(few, abs=0.003)


@pytest.mark.parametrize(("score", "lead"), [(79.0, 0.0), (80.0, 0.0), (90.0, 0.1), (180.0, 0.4)])
def test_an_unanswered_question_ahead_of_the_best_fact_counts_by_its_lead(score: float, lead: float) -> None:
    assert gathered(analysis(FERRY), reading([1.0]), gap=Gap(score))["gap_lead"] == pytest.approx(lead)


def test_where_nothing_untold_is_known_no_odds_speak_for_it() -> None:
    assert gathered(analysis(FERRY), reading([1.0]))["gap_odds"] == 0.0


@pytest.mark.parametrize(
    ("asked", "unexplained", "lenient"),
    [(4, (), True), (4, (FARE,), True), (4, (RIGA,), False), (4, (FARE, FERRY), False), (20, (), False)],
)
def test_less_is_asked_of_a_fact_that_knows_few_ways_of_being_asked(
    asked: int, unexplained: tuple[Unit, ...], lenient: bool
) -> None:
    acceptance = Acceptance(least=0.6, least_of_few=0.4)
    least = acceptance.least_for(reading([1.0, 1.0, 1.0], asked=asked, unexplained=unexplained))
    assert least == (0.4 if lenient else 0.6)

import pytest

from bot.facts.model import Knowledge
from bot.proof.build import build_variants
from bot.proof.examples import Way, examples_of
from bot.proof.report import percent, robust_summary
from bot.proof.robust import AS_WRITTEN, Robustness, try_variants
from bot.proof.variants import Variants
from bot.understanding.judging.recognition import Verdict
from bot.understanding.recogniser import Recogniser
from tests.apps import LOCALES
from tests.proof.conftest import Made, Scripted, answers_all, examples

NAME = "night-train/name"


@pytest.fixture(scope="module")
def variants(small: Knowledge) -> Variants:
    return build_variants(small, LOCALES, 0)


@pytest.fixture
def brittle(small: Knowledge, made: Made, variants: Variants) -> Robustness:
    """Answers as written and in lower case; without punctuation another fact, else nothing."""
    answers = answers_all(small, made)
    for question, answer in list(answers.items()):
        answers[question.lower()] = answer
        answers[question.rstrip("?")] = made(Verdict.ANSWER, NAME)
    return try_variants(examples_of(small.facts.values()), Scripted(answers, made(Verdict.SILENT)), variants)


def test_kinds_are_counted_apart(brittle: Robustness) -> None:
    assert brittle.of([AS_WRITTEN]).share(Way.REACHED) == 1.0
    assert brittle.of(["lower case"]).share(Way.REACHED) == 1.0
    assert brittle.of(["no punctuation"]).share(Way.ANOTHER) == 0.8  # the two questions for the name itself are right
    assert brittle.of(["greeting"]).share(Way.REFUSED) == 1.0
    assert brittle.of(["greeting"], "de").asked == brittle.of(["greeting"], "en").asked == 5


def test_all_variants_are_counted_without_the_questions_as_written(brittle: Robustness) -> None:
    assert brittle.of().asked == sum(brittle.of([kind]).asked for kind in brittle.kinds if kind != AS_WRITTEN)


def test_the_worst_come_first(brittle: Robustness) -> None:
    worst = brittle.worst(Way.ANOTHER)
    assert len(worst) == 8
    assert {slip.kind for slip in worst} == {"no punctuation"}
    scores = [slip.asked.recognition.score for slip in worst]
    assert scores == sorted(scores, reverse=True)


def test_the_summary_is_one_line(brittle: Robustness) -> None:
    line = robust_summary(brittle)
    assert line.startswith(f"{brittle.of().asked} variants of 10 questions: ")
    assert "\n" not in line


def test_nothing_asked_is_no_failure(made: Made, variants: Variants) -> None:
    found = try_variants([], Scripted({}, made(Verdict.SILENT)), variants)
    assert found.of().share(Way.ANOTHER) == 0.0


def test_nearly_all_is_not_said_to_be_all() -> None:
    assert [percent(share) for share in (1.0, 0.99999, 0.5)] == ["100 %", "99.99 %", "50.00 %"]


def test_the_real_engine_tells_no_other_fact_for_a_greeted_or_unpunctuated_question(
    small: Knowledge, recogniser: Recogniser, variants: Variants
) -> None:
    found = try_variants(examples(small, "night-train/contract"), recogniser, variants)
    assert found.of(["lower case", "no punctuation", "greeting"]).share(Way.REACHED) == 1.0

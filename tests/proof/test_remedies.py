from dataclasses import replace

import pytest

from bot.facts.model import Fact, Knowledge
from bot.proof.examination import Examination, examine
from bot.proof.examples import Asked, Example, ask
from bot.proof.outcomes import outcome, unreachable
from bot.proof.remedies import Remedies
from bot.understanding.recogniser import Recogniser
from bot.understanding.recognition import Verdict
from tests.proof.conftest import Made, Scripted

CONTRACT, NAME = "night-train/contract", "night-train/name"


@pytest.fixture(scope="module")
def remedies(small: Knowledge, recogniser: Recogniser) -> Remedies:
    return Remedies(small, recogniser)


@pytest.fixture
def missed(small: Knowledge, recogniser: Recogniser, made: Made) -> "Missed":
    return Missed(small.facts[CONTRACT], recogniser, made)


class Missed:
    """Asks a question for the contract that finds the train's name, or nothing, whatever the engine would choose."""

    def __init__(self, fact: Fact, recogniser: Recogniser, made: Made) -> None:
        self._fact, self._recogniser, self._made = fact, recogniser, made

    def __call__(self, question: str, *, another: bool = True) -> Asked:
        verdict, facts = (Verdict.ANSWER, [NAME]) if another else (Verdict.SILENT, [])
        analysis = self._recogniser.recognise(question).analysis
        recognition = replace(self._made(verdict, *facts, rule="words left"), analysis=analysis)
        example = Example(self._fact, "questions", "en", 1, question)
        return ask(Scripted({question: recognition}, recognition), example)


@pytest.mark.parametrize(
    ("question", "advice"),
    [
        ("When did Thello agree to the night train?", "the fact is not about 'Thello': add it to `about`"),
        ("Was the night train contract signed in 1999?", "the fact doesn't hold '1999': type it in `value`"),
        ("Was the night train contract gobbledegook?", "doesn't know 'gobbledegook': add it to its `words`"),
        ("What is it?", "it holds only words that every question has"),
        ("What is the train called?", f"{NAME} has the same question"),
    ],
)
def test_it_says_what_the_editor_can_do(missed: Missed, remedies: Remedies, question: str, advice: str) -> None:
    assert advice in remedies.advice(missed(question))


def test_the_problem_names_question_place_and_winner(missed: Missed, remedies: Remedies) -> None:
    problem = remedies.problem(missed("Was the night train contract gobbledegook?"))
    assert (problem.file, problem.key) == ("deals/night-train.yaml", "facts.contract.questions.en[1]")
    assert problem.value == "Was the night train contract gobbledegook?"
    assert problem.remedy.startswith(f"finds {NAME} instead: ")


def test_a_refusal_names_the_rule_that_decided(missed: Missed) -> None:
    assert outcome(missed("When was the night train agreed?", another=False)) == "finds nothing (words left)"


@pytest.mark.parametrize(
    ("verdict", "advice"), [(Verdict.SMALLTALK, "reads as small talk"), (Verdict.DEALS, "a list of deals")]
)
def test_a_question_read_as_something_else_is_to_be_asked_with_a_word_of_the_fact(
    small: Knowledge, made: Made, remedies: Remedies, verdict: Verdict, advice: str
) -> None:
    example = Example(small.facts[CONTRACT], "questions", "en", 1, "Which deals are there?")
    assert advice in remedies.advice(ask(Scripted({}, made(verdict, deals=("survey",))), example))


def test_a_fact_that_nothing_reaches_points_to_the_proof(small: Knowledge, made: Made) -> None:
    examination = examine(small, Scripted({}, made(Verdict.SILENT)))
    problem = unreachable(small.facts[CONTRACT], examination)
    assert problem.key == "facts.contract.questions"
    assert "check --fact night-train/contract shows what its 4 questions find" in problem.remedy


def test_a_fact_without_questions_is_to_be_given_some(small: Knowledge) -> None:
    examination = Examination((small.facts[CONTRACT],), ())
    assert unreachable(small.facts[CONTRACT], examination).remedy.startswith("write questions")

from dataclasses import replace

import pytest

from bot.facts.model import Fact, Knowledge
from bot.proof.examination import Examination, examine
from bot.proof.examples import Asked, Example, ask
from bot.proof.outcomes import outcome, unreachable
from bot.proof.remedies import Remedies
from bot.understanding.deals.chronicle import Events
from bot.understanding.deals.sheet import FactSheet
from bot.understanding.judging.recognition import Verdict
from bot.understanding.recogniser import Recogniser
from bot.understanding.utterance.periods import Period
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

    def __call__(self, question: str, *, another: bool = True, form: str = "questions") -> Asked:
        verdict, facts = (Verdict.ANSWER, [NAME]) if another else (Verdict.SILENT, [])
        analysis = self._recogniser.recognise(question).analysis
        recognition = replace(self._made(verdict, *facts, rule="words left"), analysis=analysis)
        example = Example(self._fact, form, "en", 1, question)
        return ask(Scripted({question: recognition}, recognition), example)


@pytest.mark.parametrize(
    ("question", "advice"),
    [
        (
            "When did Thello agree to the night train?",
            "the fact is not about 'Thello' (read as the bystander `thello`: a fact can",
        ),
        (
            "When did Italy agree to the night train?",
            "the fact is not about 'Italy' (read as the country `IT`): add it",
        ),
        ("Was the night train contract signed in 1999?", "the fact doesn't hold '1999': type it in `value`"),
        ("Was the night train contract gobbledegook?", "doesn't know 'gobbledegook': add it to its `words`"),
        ("What is it?", "it holds only words that every question has"),
        ("What is the train called?", f"{NAME} has the same question"),
    ],
)
def test_it_says_what_the_editor_can_do(missed: Missed, remedies: Remedies, question: str, advice: str) -> None:
    assert advice in remedies.advice(missed(question))


NO_TOO = "if the answer is no: add it to `about` and put the question under `no`"


@pytest.mark.parametrize(
    ("question", "form", "told"),
    [
        ("Does the night train go to Italy?", "questions", True),
        ("Does the night train go to Italy?", "no", False),
        ("When does the night train go to Italy?", "questions", False),
    ],
)
def test_a_wrong_place_in_a_question_for_yes_or_no_belongs_under_no(
    missed: Missed, remedies: Remedies, question: str, form: str, told: bool
) -> None:
    advice = remedies.advice(missed(question, another=False, form=form))
    assert "or leave the name out of the question" in advice
    assert (NO_TOO in advice) is told


def test_an_unknown_word_that_looks_like_a_name_may_be_one(missed: Missed, remedies: Remedies) -> None:
    advice = remedies.advice(missed("When was the night train to Xanten agreed?", another=False))
    assert advice.endswith("(if it is a name, give it an entry in gazetteer.yaml)")
    assert "gazetteer" not in remedies.advice(missed("When was the night xanten agreed?", another=False))


def test_what_is_asked_back_names_its_words_and_what_else_they_fit(
    small: Knowledge, made: Made, recogniser: Recogniser, remedies: Remedies
) -> None:
    analysis = recogniser.recognise("Is there a contract?").analysis
    back = replace(made(Verdict.CLARIFY, CONTRACT, NAME), analysis=analysis)
    example = Example(small.facts[CONTRACT], "questions", "en", 1, "Is there a contract?")
    assert f"'contract' fits {NAME} as well: name one" in remedies.advice(ask(Scripted({}, back), example))


@pytest.mark.parametrize(
    ("language", "question", "told"),
    [
        ("en", "Is there a night train?", "it names the deal by 'night train' and no party, and that"),
        ("de", "Gibt es einen Nachtzug?", "it names the deal by 'Nachtzug' and no party, and that"),
        ("en", "Is there a contract?", "it names neither the deal nor a party, and 'contract'"),
        ("de", "Gibt es einen Vertrag?", "it names neither the deal nor a party, and 'Vertrag'"),
    ],
)
def test_what_names_its_deal_is_not_told_to_name_it(
    small: Knowledge, made: Made, recogniser: Recogniser, language: str, question: str, told: str
) -> None:
    deal = replace(small.deals["night-train"], names={"de": ("Nachtzug",), "en": ("night train",)})
    remedies = Remedies(replace(small, deals={**small.deals, deal.id: deal}), recogniser)
    back = replace(made(Verdict.CLARIFY, CONTRACT, NAME), analysis=recogniser.recognise(question).analysis)
    advice = remedies.advice(
        ask(Scripted({}, back), Example(small.facts[CONTRACT], "questions", language, 1, question))
    )
    assert advice.startswith(f"{told} fits {NAME} as well: ")


def test_a_question_for_deals_names_the_words_that_made_it_one(
    small: Knowledge, recogniser: Recogniser, made: Made, remedies: Remedies
) -> None:
    analysis = recogniser.recognise("Which agreements did Thello sign?").analysis
    example = Example(small.facts[CONTRACT], "questions", "en", 1, "Which agreements did Thello sign?")
    asked = ask(Scripted({}, replace(made(Verdict.DEALS, deals=("survey",)), analysis=analysis)), example)
    assert remedies.advice(asked).startswith("with 'agreements', 'sign' it reads as a question for a list of deals")
    assert outcome(asked) == "lists other deals"
    own = ask(Scripted({}, replace(made(Verdict.DEALS, deals=("night-train",)), analysis=analysis)), example)
    assert outcome(own) == "is answered with a list of deals, its own among them"


@pytest.mark.parametrize(
    ("untold", "told"),
    [
        ("When was the contract signed?", "the same question stands in survey.yaml, unanswered.fare"),
        ("When was the contract ever signed?", "nearly the same question stands in survey.yaml, unanswered.fare"),
        ("Who will pay?", ""),
    ],
)
def test_a_near_miss_that_takes_the_question_is_named(
    small: Knowledge, recogniser: Recogniser, missed: Missed, untold: str, told: str
) -> None:
    survey = replace(small.deals["survey"], unanswered={"fare": {"de": (), "en": (untold,)}})
    remedies = Remedies(replace(small, deals={**small.deals, "survey": survey}), recogniser)
    advice = remedies.advice(missed("When was the contract signed?", another=False))
    assert advice.startswith(told)
    assert ("stands in" in advice) is bool(told)


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


@pytest.mark.parametrize(
    ("sheet", "events", "advice"),
    [
        (FactSheet("date", (), "survey"), None, "it asks for all at once (date) and gets a list"),
        (
            None,
            Events((), Period(2014, 2014, "in")),
            "it asks what happened at a time and gets all events of that time",
        ),
    ],
)
def test_a_question_for_several_facts_at_once_says_so(
    small: Knowledge, made: Made, remedies: Remedies, sheet: FactSheet | None, events: Events | None, advice: str
) -> None:
    example = Example(small.facts[CONTRACT], "questions", "de", 1, "Zeitplan Nachtzug")
    asked = ask(Scripted({}, replace(made(Verdict.EVENTS), sheet=sheet, events=events)), example)
    assert remedies.advice(asked) == f"{advice}: ask for what this fact alone tells"


def test_a_fact_that_nothing_reaches_points_to_the_proof(small: Knowledge, made: Made) -> None:
    examination = examine(small, Scripted({}, made(Verdict.SILENT)))
    problem = unreachable(small.facts[CONTRACT], examination)
    assert problem.key == "facts.contract.questions"
    assert "check --fact night-train/contract shows what its 4 questions find" in problem.remedy


def test_a_fact_without_questions_is_to_be_given_some(small: Knowledge) -> None:
    examination = Examination((small.facts[CONTRACT],), ())
    assert unreachable(small.facts[CONTRACT], examination).remedy.startswith("write questions")

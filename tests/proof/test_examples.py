import pytest

from bot.facts.model import Knowledge
from bot.proof.examination import Examination, examine
from bot.proof.examples import Way, ask, examples_of
from bot.proof.report import reach
from bot.understanding.judging.recognition import Verdict
from bot.understanding.recogniser import Recogniser
from tests.proof.conftest import Made, Scripted, answers_all, examples

CONTRACT, NAME, SURVEY = "night-train/contract", "night-train/name", "survey/sleepers"
ASKED = "When was the night train agreed?"


def test_every_question_is_an_example_with_its_place(small: Knowledge) -> None:
    found = [(example.form, example.language, example.key) for example in examples(small, CONTRACT)]
    assert found == [
        ("questions", "de", "facts.contract.questions.de[1]"),
        ("questions", "en", "facts.contract.questions.en[1]"),
        ("yes", "de", "facts.contract.yes.de[1]"),
        ("yes", "en", "facts.contract.yes.en[1]"),
    ]


@pytest.mark.parametrize(
    ("verdict", "chosen", "deals", "way"),
    [
        (Verdict.ANSWER, [CONTRACT], (), Way.REACHED),
        (Verdict.ANSWER, [NAME, CONTRACT], (), Way.REACHED),
        (Verdict.ANSWER, [NAME], (), Way.ANOTHER),
        (Verdict.CLARIFY, [NAME, CONTRACT], (), Way.CLARIFIED),
        (Verdict.SILENT, [], (), Way.REFUSED),
        (Verdict.OFFTOPIC, [], (), Way.REFUSED),
        (Verdict.SMALLTALK, [], (), Way.REFUSED),
        (Verdict.DEALS, [], ("night-train",), Way.CLARIFIED),
        (Verdict.DEALS, [], ("survey",), Way.ANOTHER),
    ],
)
def test_what_became_of_a_question(
    small: Knowledge, made: Made, verdict: Verdict, chosen: list[str], deals: tuple[str, ...], way: Way
) -> None:
    recogniser = Scripted({ASKED: made(verdict, *chosen, deals=deals)}, made(Verdict.SILENT))
    assert ask(recogniser, examples(small, CONTRACT)[1]).way is way


def examined(small: Knowledge, made: Made, **changed: list[str]) -> Examination:
    """All examples answered rightly but those whose question begins with a key of `changed`."""
    answers = answers_all(small, made)
    for question in answers:
        for start, facts in changed.items():
            if question.startswith(start):
                verdict = Verdict.ANSWER if facts else Verdict.SILENT
                answers[question] = made(verdict, *facts)
    return examine(small, Scripted(answers, made(Verdict.SILENT)))


def test_all_well_means_no_misses(small: Knowledge, made: Made) -> None:
    examination = examined(small, made)
    assert (examination.reached, examination.share, examination.misses, examination.lost) == (10, 1.0, (), ())


def test_a_question_that_another_fact_takes_alone_collides(small: Knowledge, made: Made) -> None:
    examination = examined(small, made, When=[NAME])
    assert [asked.text for asked in examination.collisions] == [ASKED]
    assert [asked.text for asked in examination.guests[NAME]] == [ASKED]
    assert examination.share == 0.9
    assert reach(examination) == "9 of 10 reach their fact (90.00 %), 1 taken by another one"


def test_a_question_that_finds_several_other_facts_misses_without_colliding(small: Knowledge, made: Made) -> None:
    examination = examined(small, made, When=[NAME, SURVEY])
    assert len(examination.misses) == 1
    assert examination.collisions == ()


def test_a_fact_is_lost_when_none_of_its_questions_reaches_it(small: Knowledge, made: Made) -> None:
    assert examined(small, made, How=[]).lost == ()
    assert [fact.id for fact in examined(small, made, How=[], Wie=[]).lost] == ["night-train/wagons", SURVEY]


def test_the_real_engine_reaches_every_fact_of_a_small_folder(small: Knowledge, recogniser: Recogniser) -> None:
    examination = examine(small, recogniser)
    assert [asked.text for asked in examination.misses] == []


def test_examples_come_in_the_order_of_the_files(small: Knowledge) -> None:
    order = list(dict.fromkeys(example.fact.id for example in examples_of(small.facts.values())))
    assert order == list(small.facts)

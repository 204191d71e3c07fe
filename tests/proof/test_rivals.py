from dataclasses import replace

import pytest

from bot.facts.entities import Entity
from bot.facts.model import Fact, Knowledge
from bot.proof.habits import load_habits
from bot.proof.rivals import try_rivals
from bot.understanding.judging.recognition import Verdict
from bot.understanding.readings.attributes import AttributeReading
from bot.understanding.recogniser import Recogniser
from bot.understanding.utterance.units import Analysis
from tests.apps import LOCALES
from tests.proof.conftest import Made, Scripted, answers_all

HABITS = load_habits(LOCALES)
WAGONS = "night-train/wagons"
ASKED = "How much does Alpina put into carriages?"
OF_RIVAL = "How much does Thello put into carriages?"


@pytest.fixture
def knowledge(small: Knowledge) -> Knowledge:
    """The wagons' investment is asked for by one question that names Alpina, and the only other company is Thello."""
    fact = replace(small.facts[WAGONS], questions={"de": ("Wie viel Geld fließt in die Wagen?",), "en": (ASKED,)})
    entities = dict(small.entities)
    entities["alpina"] = replace(entities["alpina"], article={})
    entities["nachtfalke"] = replace(entities["nachtfalke"], kind="product")
    return replace(small, facts={**small.facts, WAGONS: fact}, entities=entities)


def changed(knowledge: Knowledge, **fields: object) -> Knowledge:
    fact: Fact = replace(knowledge.facts[WAGONS], **fields)  # type: ignore[arg-type]
    return replace(knowledge, facts={**knowledge.facts, WAGONS: fact})


def test_a_figure_that_a_rival_gets_is_told(knowledge: Knowledge, made: Made, recogniser: Recogniser) -> None:
    told = replace(made(Verdict.ANSWER, WAGONS), analysis=recogniser.recognise(OF_RIVAL).analysis)
    proof = try_rivals(knowledge, Scripted({OF_RIVAL: told}, made(Verdict.SILENT)), HABITS)
    assert proof.line == "figures asked of a rival: 1 of 1 questions still get the figure"
    [doubt] = proof.doubts
    assert (doubt.file, doubt.key) == ("deals/night-train.yaml", "facts.wagons.questions.en[1]")
    assert doubt.value == OF_RIVAL
    assert "under `unanswered` of what it asks for (investment or other)" in doubt.remedy
    assert "asked of Thello" in doubt.remedy


def test_what_the_question_asks_for_comes_before_what_the_fact_tells(
    knowledge: Knowledge, made: Made, recogniser: Recogniser
) -> None:
    asked, rival = "How many employees does Alpina have?", "How many employees does Thello have?"
    other = changed(knowledge, questions={"de": (), "en": (asked,)})
    told = replace(made(Verdict.ANSWER, WAGONS), analysis=recogniser.recognise(rival).analysis)
    [doubt] = try_rivals(other, Scripted({rival: told}, told), HABITS, finder=Employees()).doubts
    assert "of what it asks for (employees, investment or other)" in doubt.remedy


class Employees:
    """Hears a question for the number of employees in everything."""

    def readings(self, _: Analysis) -> list[AttributeReading]:
        return [AttributeReading("employees", 0.9)]

    def speaks(self, _: Analysis, attribute: str) -> bool:
        return attribute == "employees"


@pytest.mark.parametrize(("about", "told"), [(("thello",), True), ((), False)])
def test_a_fact_on_the_rival_that_tells_it_is_named(
    knowledge: Knowledge, made: Made, recogniser: Recogniser, about: tuple[str, ...], told: bool
) -> None:
    sleepers = replace(knowledge.facts["survey/sleepers"], attribute="investment", about=about)
    richer = replace(knowledge, facts={**knowledge.facts, sleepers.id: sleepers})
    recognition = made(Verdict.ANSWER, WAGONS)
    near = made(Verdict.ANSWER, sleepers.id).readings
    leaking = replace(
        recognition, readings=(*recognition.readings, *near), analysis=recogniser.recognise(OF_RIVAL).analysis
    )
    [doubt] = try_rivals(richer, Scripted({OF_RIVAL: leaking}, leaking), HABITS).doubts
    assert ("if survey/sleepers answers it, put the question there" in doubt.remedy) is told


@pytest.mark.parametrize(
    ("asked", "little"),
    [(ASKED, True), ("How much money does Alpina put into new sleeping carriages for the night train?", False)],
)
def test_an_example_that_fits_any_deal_is_said_to_name_too_little(
    knowledge: Knowledge, made: Made, recogniser: Recogniser, asked: str, little: bool
) -> None:
    question = asked.replace("Alpina", "Thello")
    told = replace(made(Verdict.ANSWER, WAGONS), analysis=recogniser.recognise(question).analysis)
    folder = changed(knowledge, questions={"de": (), "en": (asked,)})
    [doubt] = try_rivals(folder, Scripted({question: told}, told), HABITS).doubts
    assert ("the example names too little" in doubt.remedy) is little


def test_every_fact_is_shown_with_all_of_its_questions(
    knowledge: Knowledge, made: Made, recogniser: Recogniser
) -> None:
    many = changed(knowledge, questions={"de": (), "en": (ASKED, f"Well, {ASKED}", f"So {ASKED}")})
    told = replace(made(Verdict.ANSWER, WAGONS), analysis=recogniser.recognise(OF_RIVAL).analysis)
    [doubt] = try_rivals(many, Scripted({}, told), HABITS).doubts
    assert "as do questions.en[2] asked of Thello and questions.en[3] asked of Thello: " in doubt.remedy


def test_a_rival_whose_name_is_heard_as_a_word_is_none(
    knowledge: Knowledge, made: Made, recogniser: Recogniser
) -> None:
    unheard = recogniser.recognise("How much does the real put into carriages?").analysis
    told = replace(made(Verdict.ANSWER, WAGONS), analysis=unheard)
    assert try_rivals(knowledge, Scripted({OF_RIVAL: told}, made(Verdict.SILENT)), HABITS).leaks == ()


def test_key_words_are_not_asked_of_a_rival(knowledge: Knowledge, made: Made) -> None:
    bare = changed(knowledge, questions={"de": (), "en": ("Alpina carriages money",)})
    assert try_rivals(bare, Scripted({}, made(Verdict.SILENT)), HABITS).asked == 0


@pytest.mark.parametrize("verdict", [Verdict.SILENT, Verdict.CLARIFY])
def test_what_is_refused_or_asked_back_is_well(knowledge: Knowledge, made: Made, verdict: Verdict) -> None:
    proof = try_rivals(knowledge, Scripted({}, made(verdict)), HABITS)
    assert proof.line == "figures asked of a rival: none of 1 gets one"
    assert proof.doubts == ()


def test_a_correction_of_the_name_is_no_leak(knowledge: Knowledge, made: Made, recogniser: Recogniser) -> None:
    names = recogniser.recognise(OF_RIVAL).analysis.names
    corrected = replace(made(Verdict.ANSWER, WAGONS), conflicts=names)
    assert names
    assert try_rivals(knowledge, Scripted({OF_RIVAL: corrected}, corrected), HABITS).leaks == ()


def test_the_real_engine_refuses_the_rival(knowledge: Knowledge, recogniser: Recogniser) -> None:
    assert try_rivals(knowledge, recogniser, HABITS).leaks == ()


def test_whoever_the_fact_is_about_is_no_rival(knowledge: Knowledge, made: Made) -> None:
    proof = try_rivals(changed(knowledge, about=("thello",)), Scripted({}, made(Verdict.SILENT)), HABITS)
    assert proof.line == "figures asked of a rival: no question whose company can be exchanged"


@pytest.mark.parametrize("field", ["questions", "no", "words"])
def test_whom_the_facts_own_texts_name_is_no_rival(knowledge: Knowledge, made: Made, field: str) -> None:
    given = {language: (*texts, "Zahlt Thello? Thello pays?") for language, texts in
             {"de": (), "en": (ASKED,) if field == "questions" else ()}.items()}  # fmt: skip
    assert try_rivals(changed(knowledge, **{field: given}), Scripted({}, made(Verdict.SILENT)), HABITS).asked == 0


def test_what_is_part_of_it_is_no_rival(knowledge: Knowledge, made: Made) -> None:
    entities = {**knowledge.entities, "thello": replace(knowledge.entities["thello"], part_of="alpina")}
    assert try_rivals(replace(knowledge, entities=entities), Scripted({}, made(Verdict.SILENT)), HABITS).asked == 0


def test_those_of_the_same_deal_come_before_bystanders(knowledge: Knowledge, made: Made) -> None:
    sncf = Entity("sncf", "company", {"de": ("SNCF",), "en": ("SNCF",)})
    name = replace(knowledge.facts["night-train/name"], about=("sncf",))
    richer = replace(knowledge, entities={**knowledge.entities, "sncf": sncf}, facts={**knowledge.facts, name.id: name})
    recogniser = Scripted({}, made(Verdict.SILENT))
    assert try_rivals(richer, recogniser, HABITS).asked == 1
    assert recogniser.heard == [ASKED.replace("Alpina", "SNCF")]


def test_what_is_mended_leaves_the_rivals_of_other_questions(knowledge: Knowledge, made: Made) -> None:
    rivals = {one: Entity(one, "company", {"de": (one.upper(),), "en": (one.upper(),)}) for one in ("aa", "bb", "cc")}
    questions = tuple(f"{ASKED} {number}?" for number in range(12))
    richer = replace(
        changed(knowledge, questions={"de": (), "en": questions}), entities={**knowledge.entities, **rivals}
    )
    first, second = Scripted({}, made(Verdict.SILENT)), Scripted({}, made(Verdict.SILENT))
    try_rivals(richer, first, HABITS)
    try_rivals(changed(richer, about=("aa",)), second, HABITS)
    pairs = list(zip(first.heard, second.heard, strict=True))
    assert {before == after for before, after in pairs if "AA" not in before} == {True}
    assert {before == after for before, after in pairs if "AA" in before} == {False}


def test_a_party_is_a_rival_where_the_fact_names_another_party(knowledge: Knowledge, made: Made) -> None:
    nachtfalke = replace(knowledge.entities["nachtfalke"], kind="company")
    parties = replace(knowledge, entities={**knowledge.entities, "nachtfalke": nachtfalke})
    recogniser = Scripted({}, made(Verdict.SILENT))
    try_rivals(parties, recogniser, HABITS)
    assert recogniser.heard == [ASKED.replace("Alpina", "Nachtfalke")]
    of_all = changed(parties, details={}, wording={"de": "", "en": ""})
    recogniser = Scripted({}, made(Verdict.SILENT))
    try_rivals(of_all, recogniser, HABITS)
    assert recogniser.heard == [OF_RIVAL]


def test_a_question_that_another_fact_has_is_not_asked(knowledge: Knowledge, made: Made) -> None:
    other = replace(knowledge.facts["survey/sleepers"], questions={"de": (), "en": (OF_RIVAL,)})
    richer = replace(knowledge, facts={**knowledge.facts, other.id: other})
    assert try_rivals(richer, Scripted(answers_all(knowledge, made), made(Verdict.SILENT)), HABITS).asked == 0


def test_no_more_are_asked_than_allowed_and_the_same_for_the_same_seed(knowledge: Knowledge, made: Made) -> None:
    many = changed(knowledge, questions={"de": (), "en": tuple(f"{ASKED} {number}?" for number in range(9))})
    heard = []
    for seed in (1, 1, 2):
        recogniser = Scripted({}, made(Verdict.SILENT))
        assert try_rivals(many, recogniser, HABITS, seed, most=4).asked == 4
        heard.append(recogniser.heard)
    assert heard[0] == heard[1] != heard[2]

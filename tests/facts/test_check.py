from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import Problem
from bot.facts.check import check_doubles, check_use, check_wordings
from bot.facts.evidence import check_evidence
from bot.facts.loader import load_knowledge
from bot.facts.locating import located
from bot.facts.model import Knowledge
from tests.apps import SMALL

Change = Callable[[str, str, str], None]
TRAIN = "deals/night-train.yaml"


@pytest.fixture
def loaded(folder: Path) -> Callable[[], Knowledge]:
    return lambda: load_knowledge(folder, folder, folder / "intents.yaml")


def keys(problems: object) -> list[str]:
    assert hasattr(problems, "__iter__")
    return [problem.key for problem in problems if isinstance(problem, Problem)]


def test_a_sound_folder_has_nothing_to_mend(small: Knowledge) -> None:
    assert [*check_use(small), *check_wordings(small), *check_evidence(small, SMALL / "texts")] == []


def test_an_entity_that_no_fact_names_is_a_problem(change: Change, loaded: Callable[[], Knowledge]) -> None:
    change("gazetteer.yaml", "    bystander: true\n", "")
    assert keys(check_use(loaded())) == ["entities.thello"]


def many(change: Change, count: int) -> None:
    entities = "".join(
        f"  unused{number}:\n    kind: company\n    names: [Unused {number}]\n" for number in range(count)
    )
    change("gazetteer.yaml", "  thello:\n", f"{entities}  thello:\n")


def test_up_to_five_unused_entities_are_a_problem_each(change: Change, loaded: Callable[[], Knowledge]) -> None:
    many(change, 5)
    assert keys(check_use(loaded())) == [f"entities.unused{number}" for number in range(5)]


def test_more_unused_entities_are_one_problem_that_counts_them(change: Change, loaded: Callable[[], Knowledge]) -> None:
    many(change, 6)
    [problem] = check_use(loaded())
    assert problem.key == "entities.unused0"
    assert problem.value == "unused0, unused1, unused2, unused3, unused4 and 1 more"
    assert problem.remedy.startswith("no fact names these 6 yet: write their facts")


@pytest.mark.parametrize(
    ("count", "value", "remedy"),
    [
        (1, "", "no fact cites it: write its facts or drop it"),
        (2, "900, 901", "no fact cites these 2 yet: write their facts or drop them"),
        (7, "900, 901, 902, 903, 904 and 2 more", "no fact cites these 7 yet: write their facts or drop them"),
    ],
)
def test_sources_that_nothing_cites_are_one_problem(small: Knowledge, count: int, value: str, remedy: str) -> None:
    source = next(iter(small.sources.values()))
    uncited = {str(900 + number): replace(source, id=str(900 + number)) for number in range(count)}
    [problem] = check_use(replace(small, sources={**small.sources, **uncited}))
    assert (problem.file, problem.key) == ("sources.yaml", "sources.900")
    assert (problem.value, problem.remedy) == (value, remedy)


def test_a_bystander_that_a_fact_names_is_a_problem(change: Change, loaded: Callable[[], Knowledge]) -> None:
    change(TRAIN, "about: [CH, ES]", "about: [CH, ES, thello]")
    assert keys(check_use(loaded())) == ["entities.thello.bystander"]


def test_an_entity_is_used_when_a_used_one_is_part_of_it(small: Knowledge) -> None:
    assert "catalonia" not in {entity for deal in small.deals.values() for entity in (*deal.parties, *deal.places)}
    assert keys(check_use(small)) == []


def test_a_source_that_no_fact_cites_is_a_problem(change: Change, loaded: Callable[[], Knowledge]) -> None:
    change("deals/survey.yaml", 'source: "302"', 'source: "301"')
    assert keys(check_use(loaded())) == ["sources.302"]


def test_an_attribute_that_nobody_tells_or_asks_for_is_a_problem(
    change: Change, loaded: Callable[[], Knowledge]
) -> None:
    change("intents.yaml", ", cues: [cost, ticket]", "")
    change("intents.yaml", ", cues: [called]", "")
    assert keys(check_use(loaded())) == ["attributes.fare"]


def test_a_question_in_two_facts_is_a_problem(change: Change, loaded: Callable[[], Knowledge]) -> None:
    assert list(check_doubles(loaded())) == []
    change("deals/survey.yaml", "How many would sleep on a train?", "what is the  train called?")
    assert keys(check_doubles(loaded())) == ["facts.sleepers.questions.en[1]"]


@pytest.mark.parametrize("denied", ["Is there a contract yet?", "is there a  contract, yet"])
def test_a_question_under_yes_and_no_is_a_problem(change: Change, loaded: Callable[[], Knowledge], denied: str) -> None:
    no = "    no: {{de: [Wurde der Vertrag gekündigt?], en: [{}]}}\n"
    change(TRAIN, "  wagons:\n", no.format("Was the contract cancelled?") + "  wagons:\n")
    assert list(check_doubles(loaded())) == []
    change(TRAIN, "Was the contract cancelled?", f'"{denied}"')
    [problem] = check_doubles(loaded())
    assert (problem.file, problem.key, problem.value) == (TRAIN, "facts.contract.no.en[1]", denied)
    assert problem.remedy.startswith("the same question stands at facts.contract.yes.en[1]: keep the one")


@pytest.mark.parametrize(
    ("question", "place"),
    [("What is the train called?", "questions.en[1]"), ("is there a contract - yet", "yes.en[1]")],
)
def test_a_question_that_a_fact_answers_is_not_unanswered(
    change: Change, loaded: Callable[[], Knowledge], question: str, place: str
) -> None:
    unanswered = (
        "unanswered:\n  fare: {de: [Was kostet er?], en: [How much is it?, What is the tram called?]}\nfacts:\n"
    )
    change("deals/survey.yaml", "facts:\n", unanswered)
    assert list(check_doubles(loaded())) == []
    change("deals/survey.yaml", "What is the tram called?", question)
    [problem] = check_doubles(loaded())
    assert (problem.file, problem.key) == ("deals/survey.yaml", "unanswered.fare.en[2]")
    assert problem.value == question
    assert f"answers the same question ({place}): drop it here" in problem.remedy


def test_a_figure_written_out_is_a_problem(change: Change, loaded: Callable[[], Knowledge]) -> None:
    change("deals/survey.yaml", 'de: "{value} von', 'de: "Über 60 % von')
    change("deals/survey.yaml", 'en: "{value} of', 'en: "Over 60% of')
    assert keys(check_wordings(loaded())) == ["facts.sleepers.wording.de", "facts.sleepers.wording.en"]


def test_a_text_copied_into_the_other_language_is_a_problem(change: Change, loaded: Callable[[], Knowledge]) -> None:
    change(
        TRAIN, '"Wie der Zug heißen wird, steht noch nicht fest."', '"What the train will be called isn\'t settled."'
    )
    change(TRAIN, '"Wie viel Geld fließt in die Wagen?"', '"How much money goes into the carriages?"')
    assert keys(check_wordings(loaded())) == ["facts.wagons.questions", "facts.name.wording"]


def test_evidence_in_its_paragraph_is_right_whatever_the_white_space(
    change: Change, folder: Path, loaded: Callable[[], Knowledge]
) -> None:
    change("texts/nachtzug.txt", "Rund 4,5 Millionen Euro", "Rund 4,5  Millionen\N{NO-BREAK SPACE}Euro")
    assert [key for key in keys(check_evidence(loaded(), folder / "texts")) if "evidence" in key] == []


def test_evidence_in_another_paragraph_says_which(
    change: Change, folder: Path, loaded: Callable[[], Knowledge]
) -> None:
    change(TRAIN, 'paragraph: 3, evidence: "Rund', 'paragraph: 2, evidence: "Rund')
    [problem] = check_evidence(loaded(), folder / "texts")
    assert problem.key == "facts.wagons.citations[1].evidence"
    assert problem.remedy.startswith("not in paragraph 2 but in 3")


@pytest.mark.parametrize(
    ("evidence", "nearest"),
    [
        ("rund 4,5 Millionen Euro", "nearest is “Rund 4,5 Millionen Euro”; ‘rund’ is not there"),
        ("4.5 Millionen", "nearest is “4,5 Millionen”; ‘4.5’ is not there"),
        ("4,5 Mio. Euro", "nearest is “4,5 Millionen Euro”; ‘Mio.’ is not there"),
        ("binnen drei Jahren in Wagen", "nearest is “binnen drei Jahren in die Wagen”: copy"),
        ("Einen Namen für die Bahn", "nearest is “Einen Namen für den Zug” (in paragraph 4); ‘die’, ‘Bahn’ are not"),
        ("knapp Rund 4,5 Millionen Euro", "nearest is “Rund 4,5 Millionen Euro”; ‘knapp’ is not there"),
        ("xyz", "nor in any other, and nothing like it"),
    ],
)
def test_evidence_that_is_not_as_printed_is_a_problem(
    change: Change, folder: Path, loaded: Callable[[], Knowledge], evidence: str, nearest: str
) -> None:
    change(TRAIN, "Rund 4,5 Millionen Euro", evidence)
    [problem] = check_evidence(loaded(), folder / "texts")
    assert problem.remedy.startswith("not in paragraph 3 nor in any other")
    assert nearest in problem.remedy


def test_a_changed_paragraph_is_noticed(change: Change, folder: Path, loaded: Callable[[], Knowledge]) -> None:
    change("texts/survey.txt", "in January", "in  January")
    [problem] = check_evidence(loaded(), folder / "texts")
    assert (problem.file, problem.key) == ("sources.yaml", "sources.302.digests[3]")


def test_a_blank_line_more_changes_nothing(change: Change, folder: Path, loaded: Callable[[], Knowledge]) -> None:
    change("texts/survey.txt", "Night trains", "\n\N{NO-BREAK SPACE}\nNight trains")
    assert list(check_evidence(loaded(), folder / "texts")) == []


def test_a_paragraph_more_is_noticed(change: Change, folder: Path, loaded: Callable[[], Knowledge]) -> None:
    change("texts/survey.txt", "Night trains", "News\nNight trains")
    assert "sources.302.digests" in keys(check_evidence(loaded(), folder / "texts"))


def test_a_missing_text_is_named(folder: Path, loaded: Callable[[], Knowledge]) -> None:
    (folder / "texts" / "survey.txt").unlink()
    assert keys(check_evidence(loaded(), folder / "texts")) == ["sources.302.document"]


def test_problems_are_shown_on_their_lines_in_the_order_of_the_file(folder: Path) -> None:
    problems = [Problem(TRAIN, key, "", "") for key in ("facts.name", "facts.contract.wording.en", "title")]
    found = located(problems, {TRAIN: (folder / TRAIN).read_bytes()})
    assert [problem.line for problem in found] == [1, 15, 38]


@pytest.mark.parametrize(
    ("one", "other"), [("Was it < 5 million?", "Was it > 5 million?"), ("Is it 1.5?", "Is it 15?")]
)
def test_a_sign_that_turns_the_sense_makes_another_question(
    change: Change, loaded: Callable[[], Knowledge], one: str, other: str
) -> None:
    no = f'    no: {{de: [Wurde der Vertrag gekündigt?], en: ["{other}"]}}\n'
    change(TRAIN, "  wagons:\n", no + "  wagons:\n")
    change(TRAIN, "Is there a contract yet?", one)
    assert list(check_doubles(loaded())) == []

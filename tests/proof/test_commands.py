"""The proofs as an editor runs them."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from bot.cli.main import main

Run = Callable[..., tuple[int, str]]
FERRY = """
title: {de: Fähre, en: Ferry}
kind: agreement
names: {de: [Fährvertrag], en: [ferry contract]}
parties: [DK, LV]
status: signed
facts:
  price:
    attribute: price
    value: {money: 89, currency: EUR}
    wording: {de: "Die Fähre kostet {value}.", en: "The ferry costs {value}."}
    citations: [{source: "1", paragraph: 1, evidence: "89 euros"}]
    questions: {de: [%s], en: ["How much is the ferry?", "What does the ferry cost?"]}
"""
OTHER_FACT = """
  owner:
    attribute: owner
    value: {entity: DK}
    wording: {de: "Die Fähre gehört {value}.", en: "The ferry belongs to {value}."}
    citations: [{source: "1", paragraph: 1, evidence: "Denmark"}]
    questions: {de: ["Wem gehört die Fähre?"], en: ["Who owns the ferry?", "Whose ferry is it?"]}
"""
SOURCES = """
sources:
  "1": {document: a.txt, label: {de: Eins, en: One}, language: en, digests: ["%s"]}
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the folders lie, written once, beside what the bot has built of them."""
    return tmp_path_factory.mktemp("ferries")


@pytest.fixture
def checked(kept: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `check` on a folder with one fact, or `more`; its German questions are given."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("BOT_CACHE", str(kept / "built"))

    def run(*options: str, german: str = '"Was kostet die Fähre?"', more: str = "") -> tuple[int, str]:
        status = main(["check", "--knowledge", str(written(kept, german, more)), *options])
        return status, capsys.readouterr().out

    return run


def written(kept: Path, german: str, more: str = "") -> Path:
    """The folder with these German questions, and `more` facts."""
    folder = kept / sha256(f"{german}{more}".encode()).hexdigest()[:8]
    if not folder.exists():
        (folder / "deals").mkdir(parents=True)
        (folder / "sources.yaml").write_text(SOURCES % ("0" * 64), encoding="utf-8")
        (folder / "gazetteer.yaml").write_text("entities: {}\n", encoding="utf-8")
        (folder / "deals" / "ferry.yaml").write_text(FERRY % german + more, encoding="utf-8")
    return folder


def test_when_all_is_well_one_line_tells_so(checked: Run) -> None:
    status, report = checked()
    assert status == 0, report
    assert "✓ example questions: 3 of 3 reach their fact (100 %)" in report
    assert "✓ figures asked of a rival: no question whose company can be exchanged" in report
    assert report.endswith("all is well\n")


def test_a_question_that_misses_is_a_warning_with_a_remedy(checked: Run) -> None:
    status, report = checked(german='"Was kostet die Fähre?", "Vielen Dank!"')
    assert status == 0, report
    assert "! example questions: 3 of 4 reach their fact (75.00 %)" in report
    assert ": facts.price.questions.de[2] = Vielen Dank!" in report
    assert "→ finds nothing (smalltalk): it reads as small talk" in report


def test_the_fact_shows_its_questions(checked: Run) -> None:
    status, report = checked("--fact", "ferry/price", german='"Was kostet die Fähre?", "Vielen Dank!"')
    assert status == 0
    assert report.startswith("ferry/price: 3 of 4 of its questions reach it\n")
    assert "✓ Was kostet die Fähre?" in report
    assert "✗ Vielen Dank!" in report
    assert "nearest" not in report


def test_the_wordings_of_all_facts_can_be_read_in_both_languages(checked: Run) -> None:
    status, report = checked("--wordings", more=OTHER_FACT)
    assert status == 0
    assert report.replace("\xa0", " ").splitlines() == [
        "ferry/price",
        "  de  Die Fähre kostet 89 Euro.",
        "  en  The ferry costs €89.",
        "ferry/owner",
        "  de  Die Fähre gehört Dänemark.",
        "  en  The ferry belongs to Denmark.",
    ]


def test_the_wordings_of_one_fact_can_be_read_alone(checked: Run) -> None:
    _, report = checked("--wordings", "--fact", "ferry/owner", more=OTHER_FACT)
    assert report.startswith("ferry/owner\n")
    assert "ferry/price" not in report


def test_a_fact_that_cannot_be_read_is_counted_beside_the_wordings(checked: Run) -> None:
    _, report = checked("--wordings", more=OTHER_FACT.replace("attribute: owner", "attribute: nonsense"))
    assert report.startswith("ferry/price\n")
    assert report.endswith("1 fact can't be said yet: mend what `check` finds first\n")


@pytest.mark.parametrize(("sample", "told"), [("2", True), ("3", False), ("all", False)])
def test_how_many_questions_of_other_facts_were_asked_is_said_unless_it_was_all(
    checked: Run, sample: str, *, told: bool
) -> None:
    status, report = checked("--fact", "ferry/price", "--sample", sample, more=OTHER_FACT)
    assert status == 0
    assert ("Of the 3 questions of other facts the 2 nearest were asked" in report) is told


def test_few_examples_and_no_near_misses_are_remarks_that_fail_nothing(checked: Run) -> None:
    status, report = checked("--no-questions")
    assert status == 0
    assert "· facts with fewer than 8 example questions in a language: 1 of 1\n    ferry: 1 of 1; price (1 d" in report
    assert "· deals with fewer than 2 near misses under `unanswered` a fact and language: 1 of 1\n" in report
    assert "    ferry: 0 de, 0 en for 1 fact (2 or more are advised)\n" in report
    assert report.endswith("all is well\n")


def test_a_small_sample_says_of_how_many_it_was_drawn(checked: Run) -> None:
    _, report = checked("--robust", "--sample", "2")
    assert "variants of 2 questions" in report
    assert "(asked 2 of 3 questions)" in report.splitlines()[0]


@pytest.mark.parametrize("sample", ["3", "all", "1200"])
def test_a_sample_as_large_as_all_is_not_spoken_of(checked: Run, sample: str) -> None:
    _, report = checked("--robust", "--sample", sample)
    assert "variants of 3 questions" in report
    assert "(asked" not in report


@pytest.mark.parametrize(
    ("option", "value", "remedy"),
    [
        ("--sample", "0", "give 1, 2, 3 or more, or all"),
        ("--sample", "-3", "give 1, 2, 3 or more, or all"),
        ("--sample", "some", "give 1, 2, 3 or more, or all"),
        ("--every", "second", "give 1, 2, 3 or more"),
    ],
)
def test_a_number_that_is_none_is_named_with_its_option_and_a_remedy(
    checked: Run, capsys: pytest.CaptureFixture[str], option: str, value: str, remedy: str
) -> None:
    with pytest.raises(SystemExit) as caught:
        checked("--robust", option, value)
    assert caught.value.code == 2
    assert capsys.readouterr().err.endswith(f"argument {option}: '{value}' is no such number: {remedy}\n")


def test_an_unknown_fact_is_a_failure(checked: Run) -> None:
    assert checked("--fact", "ferry/prize")[0] == 1


@pytest.mark.parametrize(("most", "status"), [("100", 0), ("-1", 1)])
def test_the_share_of_other_facts_decides_about_robustness(checked: Run, most: str, status: int) -> None:
    found, report = checked("--robust", "--fact", "ferry/price", "--seed", "3", "--every", "2", "--most-another", most)
    assert found == status
    assert report.splitlines()[0].startswith("✓ " if status == 0 else "✗ ")
    assert "variants of 2 questions" in report
    assert "(asked 2 of 3 questions)" in report.splitlines()[0]
    assert "letters swapped" in report


def test_the_attributes_are_held_against_each_other(checked: Run) -> None:
    status, report = checked("--attributes")
    assert "cues speak for their own attribute" in report.splitlines()[0]
    assert status == (1 if "is never asked for" in report else 0)

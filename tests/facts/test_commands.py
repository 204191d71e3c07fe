"""`check` and `digest` as an editor runs them."""

import argparse
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import digest
from bot.cli.main import main
from bot.cli.report import Report
from bot.errors import DealBotError, Problem
from bot.settings import Settings
from tests.apps import SMALL

Change = Callable[[str, str, str], None]


@pytest.fixture
def checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Runs the check on the folder, without the questions; gives exit status and report."""

    def run(sources: Path | None = None) -> tuple[int, str]:
        texts = ["--sources", str(sources)] if sources else []
        status = main(["check", "--no-questions", "--knowledge", str(folder), *texts])
        return status, capsys.readouterr().out

    return run


def test_a_sound_folder_is_well(checked: Callable[..., tuple[int, str]], folder: Path) -> None:
    status, report = checked(folder / "texts")
    assert status == 0, report
    assert "2 deals, 4 facts, 2 sources" in report
    assert "✓ evidence and digests" in report
    assert report.endswith("all is well\n")


def test_what_was_not_checked_is_said(checked: Callable[..., tuple[int, str]]) -> None:
    status, report = checked()
    assert status == 0
    assert "- evidence and digests: not checked; give the texts with --sources DIR" in report
    assert "- example questions: not checked" in report


def test_a_broken_folder_shows_all_its_problems_with_lines(
    checked: Callable[..., tuple[int, str]], change: Change
) -> None:
    change("deals/night-train.yaml", "status: planned", "status: plan")
    change("gazetteer.yaml", "kind: person", "kind: human")
    status, report = checked()
    assert status == 1
    assert "deals/night-train.yaml\n    26: facts.wagons.status = plan\n      → did you mean 'planned'?" in report
    assert "gazetteer.yaml\n    13: entities.keller.kind = human" in report
    assert report.endswith("2 to mend\n")


@pytest.mark.parametrize(
    ("wrong", "doubtful", "status", "last"),
    [
        (0, 0, 0, "all is well"),
        (0, 2, 0, "nothing to mend, 2 to look at"),
        (1, 0, 1, "1 to mend"),
        (3, 2, 1, "3 to mend, 2 to look at"),
    ],
)
def test_the_last_line_tells_mistakes_from_doubts(
    wrong: int, doubtful: int, status: int, last: str, capsys: pytest.CaptureFixture[str]
) -> None:
    problem = Problem("deals/a.yaml", "facts.b", "", "mend it")
    report = Report()
    report.add("facts", [problem] * wrong)
    report.warn("doubts", [problem] * doubtful)
    report.remark("few questions", ["a: 1 of 2"], well=False)
    assert report.show("a folder") == status
    assert capsys.readouterr().out.endswith(f"\n{last}\n")


def test_a_folder_without_deals_is_one_mistake_on_lines_of_its_own(
    checked: Callable[..., tuple[int, str]], folder: Path
) -> None:
    for path in (folder / "deals").iterdir():
        path.unlink()
    status, report = checked()
    assert status == 1
    assert "0 deals, 0 facts, 2 sources" in report
    assert "\n  deals/\n      → no deals: write at least one deals/<deal-id>.yaml\n" in report
    assert report.endswith("\n1 to mend\n")


def test_what_half_a_folder_does_not_use_yet_comes_behind_its_mistakes(
    checked: Callable[..., tuple[int, str]], change: Change, folder: Path
) -> None:
    (folder / "deals" / "night-train.yaml").unlink()
    change("deals/survey.yaml", 'en: "{value} of', 'en: "Over {value} of')
    status, report = checked()
    assert status == 1
    assert "1 deal, 1 fact, 2 sources" in report
    assert report.index("facts.sleepers.wording.en") < report.index("no fact cites it")
    assert "✗ wordings and questions: 1\n" in report


def test_a_mistake_in_one_fact_does_not_hide_those_of_others(
    checked: Callable[..., tuple[int, str]], change: Change, folder: Path
) -> None:
    change("deals/night-train.yaml", "status: planned", "status: plan")
    change("deals/night-train.yaml", "Rund 4,5 Millionen", "Rund 4,6 Millionen")
    change("deals/survey.yaml", 'de: "{value} von', 'de: "Über 60 % von')
    change("deals/survey.yaml", 'en: "{value} of', 'en: "Over 60% of')
    status, report = checked(folder / "texts")
    assert status == 1
    assert "facts.wagons.status = plan" in report
    assert "facts.wagons.citations[1].evidence = Rund 4,6 Millionen Euro" in report
    assert "facts.sleepers.wording.de = Über 60 % von" in report
    assert "- wordings and questions of 1 fact: not checked; mend what is wrong above first\n" in report
    assert "- entities, attributes and sources in use: not checked; what is wrong in deals/night-train.yaml" in report
    assert "- example questions: not checked; mend the above first\n" in report
    assert report.endswith("4 to mend\n")


def test_a_deal_that_cannot_be_read_does_not_hide_the_others(
    checked: Callable[..., tuple[int, str]], change: Change, folder: Path
) -> None:
    change("deals/night-train.yaml", "parties: [", "parties: [[")
    change("deals/survey.yaml", "in January", "in February")
    _, report = checked(folder / "texts")
    assert "deals/night-train.yaml\n" in report
    assert "not valid YAML" in report
    assert "facts.sleepers.citations[2].evidence = in February" in report
    assert "- evidence and digests of deals/night-train.yaml: not checked; can't be read\n" in report
    assert "1 to mend" not in report


@pytest.mark.parametrize(
    ("file", "unchecked"),
    [("gazetteer.yaml", "wordings and questions"), ("sources.yaml", "evidence and digests")],
)
def test_a_list_that_cannot_be_read_is_one_mistake_not_one_for_each_reference(
    checked: Callable[..., tuple[int, str]], folder: Path, file: str, unchecked: str
) -> None:
    (folder / file).write_text("entities: [\n", encoding="utf-8")
    _, report = checked(folder / "texts")
    assert f"- {unchecked}: not checked; {file} can't be read\n" in report
    assert report.endswith("1 to mend\n")


def test_wrong_evidence_is_shown_with_its_line(
    checked: Callable[..., tuple[int, str]], change: Change, folder: Path
) -> None:
    change("deals/night-train.yaml", "am 3. Mai 2021", "am 4. Mai 2021")
    status, report = checked(folder / "texts")
    assert status == 1
    assert "17: facts.contract.citations[1].evidence = am 4. Mai 2021" in report


def test_a_folder_of_texts_that_is_not_there_is_a_problem(
    checked: Callable[..., tuple[int, str]], folder: Path
) -> None:
    status, report = checked(folder / "nowhere")
    assert status == 1
    assert "there is no such folder" in report


def digest_of(path: Path, *, numbered: bool) -> None:
    digest.run(argparse.Namespace(files=[str(path)], paragraphs=numbered), Settings())


def test_digests_come_ready_for_sources_yaml(capsys: pytest.CaptureFixture[str]) -> None:
    digest_of(SMALL / "texts" / "survey.txt", numbered=False)
    printed = capsys.readouterr().out
    assert printed.startswith("    document: survey.txt\n    digests:\n")
    lines = [line.strip() for line in printed.splitlines()[2:]]
    assert lines[0] == f"- {hashlib.sha256(b'Night trains are back').hexdigest()}  # 1"
    assert all(line.split("  #")[0] in (SMALL / "sources.yaml").read_text(encoding="utf-8") for line in lines)


def test_paragraphs_can_be_read_with_their_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    digest_of(SMALL / "texts" / "nachtzug.txt", numbered=True)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "1: Nachtzug rollt ab Dezember in die Schweiz"
    assert lines[3] == "4: Einen Namen für den Zug gibt es noch nicht."


def test_a_text_that_cannot_be_read_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(DealBotError, match="No such file"):
        digest_of(tmp_path / "none.txt", numbered=False)
    (tmp_path / "latin.txt").write_bytes("größer".encode("latin-1"))
    with pytest.raises(DealBotError, match="isn't UTF-8"):
        digest_of(tmp_path / "latin.txt", numbered=False)


def test_what_an_editor_hides_beside_a_deal_is_no_deal(checked: Callable[..., tuple[int, str]], folder: Path) -> None:
    (folder / "deals" / ".#night-train.yaml").symlink_to("somebody@host.17")
    (folder / "deals" / ".night-train.yaml").write_text("half wr")
    status, report = checked()
    assert status == 0, report
    assert "2 deals" in report


@pytest.mark.parametrize(
    ("spoil", "remedy"),
    [
        (lambda path: path.symlink_to("nowhere"), "a link to a file that isn't there: mend or remove it"),
        (lambda path: path.symlink_to(path), "can't be read"),
        (lambda path: path.mkdir(), "this is no file: move it away"),
        (os.mkfifo, "this is no file: move it away"),
    ],
    ids=["dangling link", "link to itself", "folder", "pipe"],
)
def test_what_is_no_file_is_named(
    checked: Callable[..., tuple[int, str]], folder: Path, spoil: Callable[[Path], None], remedy: str
) -> None:
    spoil(folder / "deals" / "x.yaml")
    status, report = checked()
    assert status == 1
    assert "deals/x.yaml\n" in report
    assert remedy in " ".join(report.split())


def test_a_deal_s_file_that_ends_otherwise_is_named_and_nothing_else_blamed(
    checked: Callable[..., tuple[int, str]], folder: Path
) -> None:
    (folder / "deals" / "survey.yaml").rename(folder / "deals" / "survey.yml")
    status, report = checked()
    assert status == 1
    assert "deals/survey.yml" in report
    assert "must end in .yaml: rename it to survey.yaml" in report
    assert report.endswith("1 to mend\n")

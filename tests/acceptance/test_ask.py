import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import PROGRAM, run_bot

FIELDS = ["id", "turn", "language", "outcome", "text", "facts", "citations", "choices", "score"]
OUTCOMES = {"answer", "clarify", "silent", "offtopic", "smalltalk", "help"}


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_people_get_statement_and_source() -> None:
    done = run_bot("ask", "Um wie viel Geld geht's beim JD-Deal mit den Briten?")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2,3" in done.stdout
    assert "\n[1] " in done.stdout


def test_programs_get_one_line_of_json_a_turn_and_nothing_else() -> None:
    done = run_bot("ask", "--json", "who signed for Austria?", "and where?")
    assert (done.returncode, done.stderr) == (0, "")
    first, second = lines(done.stdout)
    assert [list(first), list(second)] == [FIELDS, FIELDS]
    assert [first["turn"], second["turn"]] == [1, 2]
    assert first["language"] == "en"
    assert first["outcome"] == "answer"
    assert "Schramböck" in first["text"]
    assert all(isinstance(fact, str) for fact in first["facts"])
    assert list(first["citations"][0]) == ["source", "document", "paragraph"]
    assert first["citations"][0]["document"].startswith(first["citations"][0]["source"])
    assert isinstance(first["citations"][0]["paragraph"], int)
    assert all(isinstance(choice, str) for choice in first["choices"])
    assert 0 <= first["score"] <= 100


def test_a_batch_keeps_ids_and_order_whatever_is_in_it(tmp_path: Path) -> None:
    turns = [
        "",
        " ",
        "\x00\x07",
        "\ud800",
        "<b>&amp;",
        "/start",
        "/why",
        "x" * 5000,
        "﷽" * 300,
        "\u202eabc",
        "'; DROP TABLE",
        "🇦🇹?",
    ]
    scripts = [{"id": f"n{number}", "turns": [turn, "und wer?"]} for number, turn in enumerate(turns)]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(map(json.dumps, scripts)) + "\n\n", encoding="utf-8")
    done = run_bot("ask", "--json", "--batch", str(batch))
    assert (done.returncode, done.stderr) == (0, "")
    replies = lines(done.stdout)
    assert [(reply["id"], reply["turn"]) for reply in replies] == [(s["id"], n) for s in scripts for n in (1, 2)]
    assert {reply["outcome"] for reply in replies} <= OUTCOMES
    assert all(reply["text"] for reply in replies)


def test_conversations_of_a_batch_know_nothing_of_each_other(tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    alone, after = {"id": 1, "turns": ["und wer?"]}, {"id": 2, "turns": ["who signed for Austria?"]}
    batch.write_text("\n".join(map(json.dumps, [alone, after, {**alone, "id": 3}])))
    first, _, third = lines(run_bot("ask", "--json", "--batch", str(batch)).stdout)
    assert {**first, "id": 3} == third


def test_explain_says_how_the_question_was_understood() -> None:
    (line,) = lines(run_bot("ask", "--json", "--explain", "who signed for Austria?").stdout)
    assert list(line) == [*FIELDS, "why"]
    assert line["why"]


@pytest.mark.parametrize("line", ["{oops", '{"id": "a"}', '{"id": "a", "turns": "x"}'])
def test_a_bad_line_of_a_batch_is_one_clear_line(tmp_path: Path, line: str) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text(f'{{"id": "a", "turns": ["x"]}}\n{line}\n')
    done = run_bot("ask", "--json", "--batch", str(batch))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "line 2" in done.stderr


def test_broken_knowledge_is_one_clear_line_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("sources: [")
    done = run_bot("ask", "--knowledge", str(tmp_path), "hello")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_an_answer_starts_nothing_that_it_doesnt_need() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *PROGRAM[1:], "ask", "who signed for Austria?"],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    started = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert {"bot", "rapidfuzz"} <= started
    assert started.isdisjoint({"telegram", "sqlalchemy", "matplotlib", "rich", "uvloop", "asyncio"})

import json
from pathlib import Path

import pytest

from bot.cli.ask import BatchError, Exchange, Script, _write_batch, _write_json, _write_plain, hold, read_batch
from tests.fakes import FakeDesk

FIELDS = ["id", "turn", "language", "outcome", "text", "facts", "citations", "choices", "score"]


def batch(tmp_path: Path, text: str) -> str:
    path = tmp_path / "batch.jsonl"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_batch_is_read_line_by_line_and_empty_lines_are_skipped(tmp_path: Path) -> None:
    name = batch(tmp_path, '{"id": "a", "turns": ["one", "two"]}\n\n{"id": 7, "turns": ["drei\u2028"]}\n')
    assert list(read_batch(name)) == [Script("a", ("one", "two")), Script(7, ("drei\u2028",))]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{no json", "not JSON"),
        ('{"id": "a"}', 'turns is missing: give a list of texts, ["…", …]'),
        ('{"id": "a", "turns": []}', "turns = []: give a list of texts"),
        ('{"id": "a", "turns": "x"}', 'turns = "x": give a list of texts'),
        ('{"id": "a", "turns": [1]}', "turns = [1]: give a list of texts"),
        ('{"id": null, "turns": ["x"]}', "id = null: give a text or a whole number, or leave it out"),
        ('{"id": true, "turns": ["x"]}', "id = true: give a text"),
        ('{"id": ["a"], "turns": ["x"]}', 'id = ["a"]: give a text'),
    ],
)
def test_a_bad_line_is_named_with_file_number_key_and_remedy(tmp_path: Path, line: str, told: str) -> None:
    name = batch(tmp_path, f'{{"id": "a", "turns": ["one"]}}\n{line}\n')
    with pytest.raises(BatchError) as caught:
        list(read_batch(name))
    assert f"{name}, line 2: {told}" in str(caught.value)


def test_a_conversation_without_an_id_has_the_number_of_its_line(tmp_path: Path) -> None:
    name = batch(tmp_path, '{"id": "a", "turns": ["one"]}\n\n{"turns": ["two", "three"]}\n')
    assert list(read_batch(name)) == [Script("a", ("one",)), Script(3, ("two", "three"))]


def test_a_line_that_is_no_json_is_one_question(tmp_path: Path) -> None:
    name = batch(tmp_path, 'Was kostet die Fähre? \n\n{"id": "a", "turns": ["one"]}\n"Free" for children?\n2021\n')
    questions = [Script(1, ("Was kostet die Fähre?",)), Script(4, ('"Free" for children?',)), Script(5, ("2021",))]
    assert list(read_batch(name)) == [questions[0], Script("a", ("one",)), *questions[1:]]


def test_a_missing_batch_file_is_one_clear_error() -> None:
    with pytest.raises(BatchError, match="can't be read"):
        list(read_batch("/no/such/file"))


def test_turns_share_a_conversation_and_scripts_do_not() -> None:
    desk = FakeDesk()
    first = list(hold(desk, Script("a", ("one", "two"))))
    second = list(hold(desk, Script("b", ("three",))))
    assert [exchange.reply.blocks[0] for exchange in first + second] == ["1: one [1]", "2: two [1]", "1: three [1]"]


def test_a_turn_that_is_a_number_takes_the_choice_of_the_reply_before() -> None:
    texts = [one.reply.blocks[0] for one in hold(FakeDesk(), Script("a", ("which?", "2", "7")), explain=True)]
    assert texts == ["What do you mean?", "2: chosen second [1]", "3: 7 [1]"]  # asking why is no turn


def test_a_line_of_json_holds_exactly_the_fields_that_are_promised(capsys: pytest.CaptureFixture[str]) -> None:
    (exchange,) = hold(FakeDesk(), Script("a", ("frage",)))
    _write_json(exchange)
    line = json.loads(capsys.readouterr().out)
    assert list(line) == FIELDS
    assert line["text"] == "Heading\n\n1: frage [1]"
    assert line["citations"] == [{"source": "000", "document": "000_text.txt", "paragraph": 6}]
    assert line["choices"] == ["More"]
    assert (line["id"], line["turn"], line["outcome"], line["score"]) == ("a", 1, "answer", 87.2)


def test_explain_adds_how_the_question_was_understood(capsys: pytest.CaptureFixture[str]) -> None:
    (exchange,) = hold(FakeDesk(), Script("a", ("frage",)), explain=True)
    _write_json(exchange)
    assert "/why" in json.loads(capsys.readouterr().out)["why"]


def test_in_a_batch_each_question_stands_before_its_reply(capsys: pytest.CaptureFixture[str]) -> None:
    for question in ("one", "two"):
        for exchange in hold(FakeDesk(), Script(question, (question,)), explain=True):
            _write_batch(exchange)
    out = capsys.readouterr().out
    places = [out.index(text) for text in ("> one\n\n", "1: one [1]", "/why", "> two\n\n", "1: two [1]")]
    assert places == sorted(places)
    assert out.startswith("> one")


def test_people_see_sources_choices_and_later_turns(capsys: pytest.CaptureFixture[str]) -> None:
    exchanges: list[Exchange] = list(hold(FakeDesk(), Script("a", ("one", "two"))))
    for exchange in exchanges:
        _write_plain(exchange)
    out = capsys.readouterr().out
    assert "[1] „Ein Titel“" in out
    assert "1) More" in out
    assert "> two" in out

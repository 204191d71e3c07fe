from typing import Any

import pytest

from bot.facts.problems import Problems
from bot.facts.yaml_reader import Lines, read_yaml


def read(text: str | bytes) -> tuple[dict[str, Any] | None, list[str]]:
    problems = Problems()
    content = text.encode() if isinstance(text, str) else text
    return read_yaml(content, "f.yaml", problems), [str(problem) for problem in problems.found]


def test_norway_and_yes_stay_what_was_typed() -> None:
    assert read("about: [NO]\nyes: on\nno: off\n") == ({"about": ["NO"], "yes": "on", "no": "off"}, [])


def test_dates_and_numbers_stay_what_was_typed() -> None:
    assert read("a: 2014-02-05\nb: 2014-02\nc: 1_000\nd: 010\n")[0] == {
        "a": "2014-02-05", "b": "2014-02", "c": "1_000", "d": "010",
    }  # fmt: skip


def test_a_plain_null_is_nothing_but_a_quoted_one_is_a_word() -> None:
    assert read("a: null\nb: ~\nc:\nd: 'null'\ne: ''\n")[0] == {"a": None, "b": None, "c": None, "d": "null", "e": ""}


def test_a_key_may_stand_in_two_mappings() -> None:
    assert read("a: {x: 1}\nb: {x: 2}\n")[1] == []


def test_a_key_may_not_stand_twice_in_one() -> None:
    plain, problems = read("a: 1\nb: 2\na: 3\n")
    assert plain == {"a": "1", "b": "2"}
    [problem] = problems
    assert problem.startswith("f.yaml:3: a: this key stands twice")


@pytest.mark.parametrize(
    ("text", "place", "remedy"),
    [
        ("a: b: c", "f.yaml:1", "not valid YAML"),
        ("a: 1\n\tb: 2\n", "f.yaml:2", "a tab stands in this line, use spaces"),
        ("a:\n\tb: 2\n", "f.yaml:2", "a tab stands in this line, use spaces"),
        ("a:\n  b: 1\n\tc: 2\n", "f.yaml:3", "a tab stands in this line, use spaces"),
        ("a:\n  - 1\n \t- 2\n", "f.yaml:3", "a tab stands in this line, use spaces"),
        ("a:\n\t- 1\n", "f.yaml:2", "a tab stands in this line, use spaces"),
        ("a: \t@b\n", "f.yaml:1", "in quotes"),
        ("a: [1\nb: 2\n", "f.yaml:2", "not valid YAML"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2", "single document"),
        ("? [a]\n: 1\n", "f.yaml:1", "plain word"),
        ("- 1\n", "f.yaml", "must hold a mapping"),
        ("", "f.yaml", "must hold a mapping"),
        ("a: &x [*x]\n", "f.yaml", "alias contains itself"),
        ("a: \0", "f.yaml", "not valid YAML"),
        (b"a: \xff", "f.yaml", "save it as UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_its_line(text: str | bytes, place: str, remedy: str) -> None:
    [problem] = read(text)[1]
    assert problem.startswith((f"{place}:", f"{place} ="))
    assert remedy in problem


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert read(b"\xef\xbb\xbfa: 1\n") == ({"a": "1"}, [])


def test_a_key_is_found_on_its_line() -> None:
    lines = Lines(b"facts:\n  one:\n    list:\n      - {x: 1}\n      - {y: 2}\n")
    assert lines.line("facts.one") == 2
    assert lines.line("facts.one.list[2].y") == 5


def test_a_missing_key_is_shown_where_it_would_stand() -> None:
    assert Lines(b"facts:\n  one:\n    x: 1\n").line("facts.one.wording.de") == 2
    assert Lines(b"a: 1\n").line("b") is None


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 13)
)


@pytest.mark.parametrize("more", ["", "z: &z [*z, *a12]\n"])
def test_aliases_of_aliases_are_refused_before_they_fill_the_memory(more: str) -> None:
    plain, [problem] = read(BOMB + more)
    assert plain is None
    assert problem.startswith("f.yaml")
    assert "aliases (*name) repeat more here" in problem
    assert "write out" in problem


def test_aliases_of_aliases_don_t_hide_in_the_depth() -> None:
    assert all(read(f"{BOMB}z: {'[' * deep}*a12{']' * deep}\n")[0] is None for deep in (200, 400, 600, 1000))


def test_an_alias_stands_for_what_it_names() -> None:
    assert read("a: &a [1, 2]\nb: *a\n") == ({"a": ["1", "2"], "b": ["1", "2"]}, [])


def test_a_large_file_with_aliases_is_no_bomb() -> None:
    facts = "".join(f"f{n}: {{about: *a, x: [a,b,c,d]}}\n" for n in range(5_000))
    plain, problems = read(f"a: &a [{', '.join('x' * 50)}]\n{facts}")
    assert problems == []
    assert plain is not None
    assert len(plain) == 5_001

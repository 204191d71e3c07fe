"""Whatever an editor does to a file: the knowledge loads, or a KnowledgeError says what is wrong. Nothing else."""

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import KnowledgeError, Problem
from bot.facts.loader import load_knowledge
from bot.facts.model import Knowledge
from bot.i18n import load_voices
from tests.apps import LOCALES, NO_LOCALES, SMALL

LINES = [
    (path.relative_to(SMALL), number)
    for path in sorted(SMALL.rglob("*.yaml"))
    for number, _ in enumerate(path.read_text(encoding="utf-8").splitlines())
]
VALUES = ("", "null", "[]", "{}", "x", "-1", "[[x]]", "{x: {y: z}}", "[null]", '""', "{de: null}", "&a [*a]", "{value}")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.sampled_from(LINES), value=st.sampled_from(VALUES), place=st.integers(0, 5))
def test_a_spoilt_value_never_ends_in_a_traceback(
    tmp_path: Path, line: tuple[Path, int], value: str, place: int
) -> None:
    spoil(tmp_path, *line, value, place)
    knowledge, problems = load(tmp_path)
    assert all(problem.file and problem.remedy for problem in problems)
    assert bool(knowledge) != bool(problems)
    if knowledge is not None:
        voices = load_voices(LOCALES, knowledge.entities).values()
        assert all(voice.wording(fact) for fact in knowledge.facts.values() for voice in voices)


def load(folder: Path) -> tuple[Knowledge | None, tuple[Problem, ...]]:
    try:
        return load_knowledge(folder, NO_LOCALES, folder / "intents.yaml"), ()
    except KnowledgeError as error:
        return None, error.problems


def spoil(folder: Path, file: Path, number: int, value: str, place: int) -> None:
    """Copies the small folder, one value in one line of it replaced."""
    for path in SMALL.rglob("*.yaml"):
        (folder / path.relative_to(SMALL)).parent.mkdir(exist_ok=True)
        lines = path.read_text(encoding="utf-8").splitlines()
        if path.relative_to(SMALL) == file:
            values = [
                found.span() for found in re.finditer(r"(?<=: )(\[[^\]]*\]|\{[^}]*\}|[^,{}\[\]]+)|$", lines[number])
            ]
            start, end = values[place % len(values)]
            lines[number] = lines[number][:start] + value + lines[number][end:]
        (folder / path.relative_to(SMALL)).write_text("\n".join(lines), encoding="utf-8")

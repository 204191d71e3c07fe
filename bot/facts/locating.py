"""Gives problems the lines where they stand and sorts them as an editor works through them: by file and line."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.errors import Problem
from bot.facts.yaml_reader import Lines


def located(problems: Iterable[Problem], contents: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """The problems with their lines, as far as `contents` (file name to bytes) has the files; sorted."""
    found = list(problems)
    # Composing a file again costs as much as reading it: only for files that have a problem.
    lines = {file: Lines(contents[file]) for file in {problem.file for problem in found} if file in contents}
    complete = (
        replace(problem, line=lines[problem.file].line(problem.key))
        if problem.line is None and problem.file in lines
        else problem
        for problem in found
    )
    return tuple(sorted(complete, key=lambda problem: (problem.file, problem.line or 0, problem.key)))

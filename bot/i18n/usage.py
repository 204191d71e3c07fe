"""Finds the catalog keys that the code asks for: the first argument of every `.text(…)` and `.plural(…)` call.

Read from the syntax tree, so nothing is imported. An f-string counts as every key that begins with its first part.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_CALLS = ("text", "plural")


@dataclass(frozen=True)
class Use:
    """One place that asks for a key, or with `open_end` for keys that begin so. `given` is None if it can't be seen."""

    key: str
    place: str
    plural: bool
    given: frozenset[str] | None
    open_end: bool = False


def uses(code: Path) -> Iterator[Use]:
    """All uses in the Python files below a folder."""
    for path in sorted(code.rglob("*.py")):
        tree = ast.parse(path.read_bytes(), filename=str(path))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CALLS:
                place = f"{path.relative_to(code.parent)}:{node.lineno}"
                for argument in node.args[:1]:
                    yield from _keys(argument, place, node, plural=node.func.attr == "plural")


def mentioned(code: Path) -> tuple[frozenset[str], tuple[str, ...]]:
    """Every string in the code, and what f-strings begin with up to a dot: keys are also built first, used later."""
    strings: set[str] = set()
    beginnings: set[str] = set()
    for path in code.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            match node:
                case ast.JoinedStr(values=[ast.Constant(value=str(beginning)), *_]) if beginning.endswith("."):
                    beginnings.add(beginning)
                case ast.Constant(value=str(text)):
                    strings.add(text)
    return frozenset(strings), tuple(beginnings)


def _keys(argument: ast.expr, place: str, call: ast.Call, *, plural: bool) -> Iterator[Use]:
    names = [keyword.arg for keyword in call.keywords]
    given = None if None in names else frozenset(name for name in names if name) | ({"n"} if plural else set())
    match argument:
        case ast.Constant(value=str(key)):
            yield Use(key, place, plural, given)
        case ast.IfExp(body=first, orelse=second):
            yield from _keys(first, place, call, plural=plural)
            yield from _keys(second, place, call, plural=plural)
        case ast.JoinedStr(values=[ast.Constant(value=str(beginning)), *_]):
            yield Use(beginning, place, plural, given, open_end=True)

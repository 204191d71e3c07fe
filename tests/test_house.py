"""The house keeps its rules: arrows point inwards, a library has its room, no module is too long, names are plain."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

BOT = Path(__file__).parents[1] / "bot"
LONGEST = 250

ROOMS: Mapping[str, frozenset[str]] = {
    "facts": frozenset(),
    "i18n": frozenset({"facts"}),
    "understanding": frozenset({"facts"}),
    "proof": frozenset({"facts", "understanding"}),
    "answering": frozenset({"facts", "i18n", "understanding"}),
    "pictures": frozenset({"facts", "i18n", "answering"}),
    "channels": frozenset({"facts", "answering"}),
    "subscriptions": frozenset({"facts", "i18n", "understanding", "answering", "channels"}),
}
"""Each room and those that it may look into. The command line and the modules beside the rooms may look into all."""

INSIDE: Mapping[str, tuple[str, ...]] = {
    "understanding": (
        *("language", "utterance", "readings", "deals", "rules"),
        *("build", "judging", "deciding", "leaning", "several", "overall", "recogniser"),
    ),
    "answering": (
        *("room", "verdicts", "lists", "browsing"),
        *(
            "topics",
            "languages",
            "details",
            "explain",
            "remembering",
            "answers",
            "inline",
            "again",
            "openings",
            "commands",
            "desk",
        ),
    ),
    "subscriptions": ("storage", "changes", "subscribing", "delivering", "office"),
}
"""What stands in a room, innermost first: each looks only at what stands before it."""

LIBRARIES: Mapping[str, tuple[str, ...]] = {
    "telegram": ("channels/telegram/",),
    "aiohttp": ("channels/telegram/",),
    "tinydb": ("facts/store.py",),
    "sqlalchemy": ("subscriptions/",),
    "alembic": ("subscriptions/storage/",),
    "matplotlib": ("pictures/",),
    "numpy": ("understanding/",),
}
"""Libraries that are known in one room alone."""

TOO_WIDE = frozenset({"manager", "helper", "helpers", "util", "utils", "data", "info", "process"})
"""Words that say nothing of a thing."""
TELEGRAMS = frozenset({"message", "update", "context", "handler", "application", "job"})
"""Words that mean something else to python-telegram-bot or gettext."""


def modules() -> list[Path]:
    return sorted(BOT.rglob("*.py"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def name_of(path: Path) -> str:
    """As in `lists/ranked.py`, seen from bot/."""
    return path.relative_to(BOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """The modules that a module imports, by their full names, wherever it does so."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)


def rooms_of(path: Path) -> set[str]:
    """The rooms from which a module imports, the command line among them."""
    names = (name.split(".") for name in imports(path))
    return {parts[1] for parts in names if parts[0] == "bot" and len(parts) > 1} & {*ROOMS, "cli"}


def defined(path: Path) -> Iterator[str]:
    yield path.stem
    for node in nodes(path):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def against_the_arrows(paths: Iterable[Path], order: tuple[str, ...], room: str) -> list[str]:
    """Imports of a place in a room from one that stands further inside."""
    found = []
    for path in paths:
        place = path.relative_to(BOT / room).parts[0].removesuffix(".py")
        if place == "__init__":
            continue
        names = (name.split(".") for name in imports(path))
        seen = {parts[2] for parts in names if parts[:2] == ["bot", room] and len(parts) > 2}
        found += [f"{name_of(path)} → {other}" for other in seen if order.index(other) > order.index(place)]
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_looks_only_inwards(room: str) -> None:
    others = {
        name_of(path): sorted(outside)
        for path in (BOT / room).rglob("*.py")
        if (outside := rooms_of(path) - {room} - ROOMS[room])
    }
    assert others == {}


def test_every_room_has_its_rules() -> None:
    folders = {path.name for path in BOT.iterdir() if (path / "__init__.py").exists()}
    assert folders - {"cli"} == set(ROOMS)


@pytest.mark.parametrize("room", INSIDE)
def test_within_a_room_the_arrows_point_inwards_too(room: str) -> None:
    assert against_the_arrows((BOT / room).rglob("*.py"), INSIDE[room], room) == []


@pytest.mark.parametrize("room", INSIDE)
def test_whatever_stands_in_a_room_has_its_place_in_the_order(room: str) -> None:
    stand = {path.stem for path in (BOT / room).iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert stand - {"__init__"} == set(INSIDE[room])


def test_an_arrow_that_points_outwards_would_be_found() -> None:
    order = tuple(reversed(INSIDE["understanding"]))
    assert "recogniser.py → judging" in " ".join(
        against_the_arrows([BOT / "understanding" / "recogniser.py"], order, "understanding")
    )


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_known_in_its_room_alone(library: str) -> None:
    users = {name_of(path) for path in modules() if library in {name.split(".")[0] for name in imports(path)}}
    assert users
    assert [name for name in sorted(users) if not name.startswith(LIBRARIES[library])] == []


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_every_module_says_what_it_is_for() -> None:
    assert [name_of(path) for path in modules() if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []


def test_no_name_says_nothing_or_belongs_to_a_library() -> None:
    outside_telegram = [path for path in modules() if not name_of(path).startswith("channels/telegram/")]
    names = {f"{name_of(path)}: {name}": name for path in outside_telegram for name in defined(path)}
    assert [where for where, name in names.items() if name.lower() in TELEGRAMS or TOO_WIDE & last_word(name)] == []


def last_word(name: str) -> set[str]:
    """What a name says it is: "manager" of `SessionManager` and `session_manager`; never what comes before."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+", name)[-1:]}

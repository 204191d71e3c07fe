"""Reads YAML files into dataclasses: a field is a key of the file, and the field's type the shape of what stands there.

So what a file may hold is said once, where it is used, and every mistake in it is told with file, key, value and what
to write. A file that isn't there counts as empty; a key that it lacks leaves the field's default, or is a mistake if
there is none.

The shapes are `tuple[X, ...]` (a list), `Mapping[K, V]` (a table), `str`, `int`, `float` and enums, each also `| None`.
`Annotated[str, "concept"]` is a name that must be known, see `SectionReader.known`.
"""

from collections.abc import Collection, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from bot.datafiles import files_in
from bot.errors import KnowledgeError
from bot.facts.locating import located
from bot.facts.problems import Problems, did_you_mean, listed
from bot.facts.yaml_reader import Plain, read_yaml

Form = TypeVar("Form")

Lists = Mapping[str, tuple[str, ...]]
"""Lists of words or phrases, by what they stand for."""

_SHOWN = 12
"""Of so few known names all are listed."""


def read_sections(form: type[Form], folder: Path, name: str) -> Form:
    """One file of a folder. Raises KnowledgeError with all mistakes in it."""
    reader = SectionReader(folder)
    read = reader.sections(form, name)
    reader.finish()
    return read


class SectionReader:
    """Reads the files of a folder, which goes by its name where mistakes are told.

    `known` holds the names that there are, by the annotation of the fields that take them; they are needed by then.
    """

    def __init__(self, folder: Path) -> None:
        self.known: Mapping[str, Collection[str]] = {}
        self._folder = folder
        self._problems = Problems()
        self._contents: dict[str, bytes] = {}

    def finish(self) -> None:
        """Raises KnowledgeError with all mistakes in what was read, if there are any: it has no use then."""
        if self._problems.found:
            raise KnowledgeError(located(self._problems.found, self._contents))

    def folder(self, form: type[Form], name: str) -> Form:
        """A folder as a dataclass whose fields are its files; what lies in folders of its own is joined to one table.

        Of what else lies there only files are noticed.
        """
        shapes = get_type_hints(form, include_extras=True)
        for path in files_in(self._folder / name, ".yaml"):
            if path.stem not in shapes:
                self._unknown(self._called(f"{name}/{path.name}"), "", path.stem, shapes)
        return form(**{field: self._field(f"{name}/{field}", shape) for field, shape in shapes.items()})

    def sections(self, form: type[Form], name: str) -> Form:
        """A file as a dataclass whose fields are its keys."""
        shapes = get_type_hints(form, include_extras=True)
        plain, file = self._plain(name), self._called(name)
        for key in plain.keys() - shapes.keys():
            self._unknown(file, key, "", shapes)
        given = {key: value for key, value in plain.items() if key in shapes and value is not None}
        read = {key: self._shaped(value, shapes[key], file, key) for key, value in given.items()}
        for key in _required(form) - read.keys():
            self._problems.add(file, key, "", "this is missing: write it as it stands in the other language")
            read[key] = ()
        return form(**read)

    def table(self, shape: Any, name: str) -> Any:
        """A file that is one table, in the shape given."""
        return self._shaped(self._plain(name), shape, self._called(name), "")

    def _field(self, name: str, shape: Any) -> Any:
        if is_dataclass(shape):
            return self.sections(shape, f"{name}.yaml")  # type: ignore[arg-type]  # mypy: instances are dataclasses, too
        if not (self._folder / name).is_dir():
            return self.table(shape, f"{name}.yaml")
        joined: dict[str, tuple[str, ...]] = {}
        for path in files_in(self._folder / name, ".yaml"):
            for key, words in self.table(shape, f"{name}/{path.name}").items():
                joined[key] = joined.get(key, ()) + words
        return joined

    def _plain(self, name: str) -> Mapping[str, Plain]:
        path = self._folder / name
        if not path.exists():
            return {}
        content = self._contents[self._called(name)] = path.read_bytes()
        return read_yaml(content, self._called(name), self._problems) or {}

    def _called(self, name: str) -> str:
        return f"{self._folder.name}/{name}"

    def _shaped(self, value: Plain, shape: Any, file: str, key: str) -> Any:
        """A value in its shape; where it isn't, a problem is noted and what is returned has no use."""
        kind, parts = get_origin(shape), get_args(shape)
        if kind is UnionType:
            return self._shaped(value, parts[0], file, key)
        if kind is tuple:
            if not isinstance(value, list):
                return self._wrong(file, key, value, "write a list: [a, b]", ())
            return tuple(self._shaped(one, parts[0], file, f"{key}[{at}]") for at, one in enumerate(value, 1))
        if kind is Mapping:
            if not isinstance(value, dict):
                return self._wrong(file, key, value, "write a table (name: what belongs to it)", {})
            within = {name: f"{key}.{name}".removeprefix(".") for name in value}
            return {
                self._shaped(name, parts[0], file, within[name]): self._shaped(one, parts[1], file, within[name])
                for name, one in value.items()
                if one is not None
            }
        if not isinstance(value, str):
            return self._wrong(file, key, value, "write a single word or phrase", "")
        return self._named(value, parts[1], file, key) if kind is Annotated else self._plainly(value, shape, file, key)

    def _plainly(self, value: str, shape: Any, file: str, key: str) -> Any:
        try:
            return shape(value)
        except ValueError:
            if not issubclass(shape, Enum):
                return self._wrong(file, key, value, "write a number", 0)
            options = [str(one.value) for one in shape]
            return self._wrong(file, key, value, did_you_mean(value, options, f"write {listed(options)}"), value)

    def _named(self, name: str, kind: str, file: str, key: str) -> str:
        if name not in self.known[kind]:
            self._unknown(file, key, name, self.known[kind], f"there is no such {kind}; name one that there is")
        return name

    def _unknown(self, file: str, key: str, value: str, known: Collection[str], otherwise: str = "") -> None:
        all_ = f"known here: {', '.join(known)}" if len(known) <= _SHOWN else ""
        self._problems.add(
            file, key, value, did_you_mean(value or key, sorted(known), otherwise or all_ or "not known here")
        )

    def _wrong(self, file: str, key: str, value: Plain, remedy: str, instead: Any) -> Any:
        self._problems.add(file, key, value, remedy)
        return instead


def _required(form: Any) -> set[str]:
    return {one.name for one in fields(form) if one.default is MISSING and one.default_factory is MISSING}

"""Takes one YAML mapping field by field, strictly: what nobody takes is an unknown key.

Each reader (sources, gazetteer, intents, deals) takes what it knows and calls `finish`. A wrong field is noted in
`problems` and replaced by an empty value, so that reading goes on and all problems are found in one run.
"""

import re
from collections.abc import Iterator, Sequence

from bot.facts.entities import LocalText, LocalWords
from bot.facts.model import LANGUAGES
from bot.facts.problems import Problems, did_you_mean, listed
from bot.facts.yaml_reader import Plain

_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_-]*")
_INTEGER = re.compile(r"-?\d+")


class Fields:
    """One mapping of one file. `path` is its place there, with dots."""

    __slots__ = ("_known", "_left", "file", "path", "problems")

    def __init__(self, plain: dict[str, Plain], file: str, path: str, problems: Problems) -> None:
        self._left = dict(plain)
        self._known: list[str] = []
        self.file = file
        self.path = path
        self.problems = problems

    def key(self, name: str) -> str:
        """The full key of a field, as problems name it."""
        return f"{self.path}.{name}" if self.path else name

    def problem(self, name: str, value: object, remedy: str) -> None:
        """Notes a problem with one field (an empty name means the mapping as a whole)."""
        self.problems.add(self.file, self.key(name) if name else self.path, value, remedy)

    def has(self, name: str) -> bool:
        """Whether the mapping holds the field and it wasn't taken yet."""
        return name in self._left

    def take(self, name: str, *, required: bool = False) -> Plain:
        """The field as it stands in the file, or None."""
        self._known.append(name)
        value = self._left.pop(name, None)
        if value is None and required:
            self.problem(name, "", f"{name!r} is missing: add it")
        return value

    def names(self) -> tuple[str, ...]:
        """The fields that nobody took yet."""
        return tuple(self._left)

    def take_rest(self) -> dict[str, Plain]:
        """Everything not taken yet, where the keys are the editor's own (ids)."""
        rest, self._left = self._left, {}
        return rest

    def finish(self) -> None:
        """Notes every field that nobody took."""
        for name, value in self._left.items():
            known = f"known here: {', '.join(self._known)}"
            self.problem(name, value, f"unknown key: {did_you_mean(name, self._known, known)}")

    def string(self, name: str, *, required: bool = True) -> str | None:
        """A single text without blanks at its ends."""
        value = self.take(name, required=required)
        return None if value is None else self._one_text(name, value)

    def choice(self, name: str, options: Sequence[str], default: str | None = None) -> str:
        """One word out of the options; the first of them when it is wrong or missing without a default."""
        value = self.take(name, required=default is None)
        if value is None:
            return default or options[0]
        if not isinstance(value, str) or value not in options:
            self.problem(name, value, did_you_mean(str(value), options, f"use {listed(options)}"))
            return options[0]
        return value

    def integer(self, name: str) -> int | None:
        """A whole number."""
        value = self.take(name, required=True)
        if value is None:
            return None
        if not isinstance(value, str) or not _INTEGER.fullmatch(value):
            self.problem(name, value, "write a whole number in plain digits")
            return None
        return int(value)

    def flag(self, name: str, *, default: bool) -> bool:
        """A truth value, written true or false."""
        value = self.take(name)
        if value is None:
            return default
        if value not in ("true", "false"):
            self.problem(name, value, "write true or false")
            return default
        return bool(value == "true")

    def strings(self, name: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        value = self.take(name, required=required)
        return () if value is None else self._texts(name, value)

    def identifiers(self, name: str) -> tuple[str, ...]:
        """A list of ids, none of them twice."""
        found = self.strings(name)
        for twice in {one for one in found if found.count(one) > 1} if len(set(found)) < len(found) else ():
            self.problem(name, twice, "this id stands twice in the list: keep one")
        return found

    def local_text(self, name: str, *, required: bool = True) -> LocalText | None:
        """One text per language, complete in both."""
        value = self.take(name, required=required)
        if value is None:
            return None
        texts = self._per_language(name, value, "a text", complete=True)
        return {language: self._one_text(f"{name}.{language}", text) for language, text in texts.items()}

    def local_words(
        self, name: str, *, required: bool = False, complete: bool = True, shared: bool = False
    ) -> LocalWords:
        """A list of texts per language. `shared` allows one list for all languages, `complete` asks for each."""
        value = self.take(name, required=required)
        if value is None:
            return {}
        if shared and isinstance(value, list):
            return dict.fromkeys(LANGUAGES, self._texts(name, value))
        lists = self._per_language(name, value, "a list", complete=complete)
        return {language: self._texts(f"{name}.{language}", texts) for language, texts in lists.items()}

    def nested(self, name: str, *, required: bool = False) -> "Fields | None":
        """A mapping in this mapping."""
        value = self.take(name, required=required)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.problem(name, value, "write a mapping (key: value)")
            return None
        return Fields(value, self.file, self.key(name), self.problems)

    def each(self, name: str, *, required: bool = False) -> "Iterator[Fields]":
        """The mappings of a list, one after the other."""
        value = self.take(name, required=required)
        if value is None:
            return
        if not isinstance(value, list):
            self.problem(name, value, "write a list, each item after a dash")
            return
        for number, item in enumerate(value, 1):
            if isinstance(item, dict):
                yield Fields(item, self.file, f"{self.key(name)}[{number}]", self.problems)
            else:
                self.problem(f"{name}[{number}]", item, "write a mapping (key: value)")

    def entries(self) -> "Iterator[tuple[str, Fields]]":
        """All that is left, as (id, mapping), where the keys are ids of the editor's own."""
        for name, value in self.take_rest().items():
            if not isinstance(value, dict):
                self.problem(name, value, "write a mapping (key: value)")
                continue
            if not is_identifier(name):
                self.problem(name, "", "an id is lower-case letters, digits, _ and - (ä as ae), like jd_austria")
            yield name, Fields(value, self.file, self.key(name), self.problems)

    def _per_language(self, name: str, value: Plain, what: str, *, complete: bool) -> dict[str, Plain]:
        if not isinstance(value, dict):
            self.problem(name, value, f"give {what} per language: {{{', '.join(f'{one}: …' for one in LANGUAGES)}}}")
            return {}
        for language in value.keys() - set(LANGUAGES):
            self.problem(f"{name}.{language}", "", f"unknown language: use {listed(LANGUAGES)}")
        for language in LANGUAGES if complete else ():
            if value.get(language) is None or value[language] == []:
                self.problem(f"{name}.{language}", "", f"the language {language!r} is missing: add it")
        return {language: value[language] for language in LANGUAGES if value.get(language) is not None}

    def _texts(self, name: str, value: Plain) -> tuple[str, ...]:
        if not isinstance(value, list):
            self.problem(name, value, "write a list: [one, two], or each after a dash")
            return ()
        return tuple(self._one_text(f"{name}[{number}]", item) for number, item in enumerate(value, 1))

    def _one_text(self, name: str, value: Plain) -> str:
        if not isinstance(value, str) or not value.strip():
            remedy = "write a text here (in quotes if it holds ': ' or ' #' or starts with a bracket)"
            self.problem(name, value, remedy)
            return ""
        return value.strip()


def is_identifier(name: str) -> bool:
    """Whether the name can be an id of a fact, deal, entity or attribute."""
    return _IDENTIFIER.fullmatch(name) is not None

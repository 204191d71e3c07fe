"""Loads a knowledge folder: YAML files in, one checked Knowledge out, or a KnowledgeError with every problem.

For editors there is also what could be read in spite of the problems, so that all other checks needn't wait for them.

Composition of the readers: sources, gazetteer, intents and their words, deals, then the references between them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.datafiles import files_in, is_hidden
from bot.errors import KnowledgeError, Problem
from bot.facts import digest
from bot.facts.bystanders import with_bystanders
from bot.facts.collector import paused_collector
from bot.facts.deal_reader import read_deal
from bot.facts.entities import Entity
from bot.facts.fields import Fields, is_identifier
from bot.facts.gazetteer_reader import read_gazetteer
from bot.facts.homes import read_homes, with_homes
from bot.facts.intent_reader import (
    DefinedAttribute,
    Intents,
    check_tells,
    joined,
    languages_without_words,
    read_intents,
    read_words,
)
from bot.facts.locating import located
from bot.facts.model import LANGUAGES, Attribute, AttributeWords, Deal, Fact, Knowledge
from bot.facts.problems import Problems
from bot.facts.references import References
from bot.facts.source_reader import read_sources
from bot.facts.trades import check_trades, read_trades, with_trades
from bot.facts.yaml_reader import read_yaml

SOURCES, GAZETTEER, INTENTS, DEALS = "sources.yaml", "gazetteer.yaml", "intents.yaml", "deals"
BYSTANDERS = "bystanders.yaml"
HOMES = "homes.yaml"
TRADES = "trades.yaml"


@dataclass(frozen=True)
class Loaded:
    """What a folder holds as far as it could be read, every problem, and the files that couldn't be read at all.

    With problems the knowledge is for checks only: a field that is wrong or missing holds an empty value.
    """

    knowledge: Knowledge
    problems: tuple[Problem, ...]
    unread: frozenset[str]


def load_knowledge(folder: Path, locales: Path, default_intents: Path | None = None) -> Knowledge:
    """The checked knowledge of the folder.

    `locales` holds what people say for the attributes; `default_intents` is the intents.yaml that the folder's own one
    (if any) adds to: None means knowledge/intents.yaml beside `locales`. Raises KnowledgeError with all problems.
    """
    loaded = load_what_can_be(folder, locales, default_intents)
    if loaded.problems:
        raise KnowledgeError(loaded.problems)
    return loaded.knowledge


def load_what_can_be(folder: Path, locales: Path, default_intents: Path | None = None) -> Loaded:
    """The same with whatever problems there are. Raises KnowledgeError only if there is no such folder."""
    with paused_collector():
        return _Loading(folder, locales, default_intents or locales.parent / "knowledge" / INTENTS).loaded()


class _Loading:
    """One run of the loader: what was read so far, by the names that problems use, and the problems."""

    def __init__(self, folder: Path, locales: Path, default_intents: Path) -> None:
        self._folder = folder
        self._locales = locales
        self._default_intents = default_intents
        self._prints: list[tuple[str, bytes]] = []
        self._problems = Problems()
        self._unread: set[str] = set()

    def loaded(self) -> Loaded:
        if not self._folder.is_dir():
            missing = Problem(str(self._folder), "", "", "there is no such folder: name a knowledge folder")
            raise KnowledgeError([missing])
        sources = self._file(self._folder / SOURCES, SOURCES)
        gazetteer = self._file(self._folder / GAZETTEER, GAZETTEER)
        read = read_sources(sources) if sources else {}
        entities = read_gazetteer(gazetteer) if gazetteer else {}
        intents = self._intents()
        attributes = self._attributes(intents.attributes)
        known = None if sources is None else read, None if gazetteer is None else entities
        bystanders = self._bystanders()
        every = with_bystanders(entities, bystanders)
        every = with_homes(every, self._homes(bystanders), bystanders)
        every = with_trades(every, self._trades(entities))
        regions = frozenset(entity.id for entity in every.values() if entity.countries)
        references = References(*known, attributes, regions, self._problems)
        references.check_gazetteer(GAZETTEER)
        deals: dict[str, Deal] = {}
        facts: dict[str, Fact] = {}
        for deal, found, file in self._deals():
            deals[deal.id] = deal
            facts.update((fact.id, fact) for fact in found)
            references.check_deal(file, deal, found)
        problems = located(self._problems.found, dict(self._prints)) if self._problems.found else ()
        knowledge = Knowledge(digest.version(self._prints), read, every, attributes, deals, facts, intents.tells)
        return Loaded(knowledge, problems, frozenset(self._unread))

    def _bystanders(self) -> dict[str, Entity]:
        fields = self._of_project(BYSTANDERS)
        return read_gazetteer(fields) if fields else {}

    def _homes(self, places: Mapping[str, Entity]) -> dict[str, str]:
        fields = self._of_project(HOMES)
        return read_homes(fields, places) if fields else {}

    def _trades(self, entities: Mapping[str, Entity]) -> dict[str, tuple[str, ...]]:
        """The trades by the names of companies, after those of a folder's entities were checked."""
        fields = self._of_project(TRADES)
        if fields is None:
            return {}
        check_trades(GAZETTEER, entities, fields.names(), self._problems)
        return read_trades(fields)

    def _of_project(self, name: str) -> Fields | None:
        """What stands in a file of the project, which serves every folder; None where it isn't there."""
        path = self._default_intents.with_name(name)
        return self._file(path, f"{name} (the project's)") if path.is_file() else None

    def _intents(self) -> Intents:
        """The project's, and the folder's own ones over them."""
        intents, own = Intents(), self._folder / INTENTS
        if self._default_intents.is_file() and not (own.is_file() and own.samefile(self._default_intents)):
            fields = self._file(self._default_intents, self._default_intents.name + " (the project's)")
            intents = read_intents(fields) if fields else intents
        if own.is_file() or not intents.attributes:
            fields = self._file(own, INTENTS)
            intents = read_intents(fields).over(intents) if fields else intents
        check_tells(intents, self._problems, INTENTS)
        return intents

    def _attributes(self, defined: dict[str, DefinedAttribute]) -> dict[str, Attribute]:
        attributes = joined(defined, self._words())
        for attribute in attributes.values():
            missing = languages_without_words(attribute)
            if missing:
                remedy = (
                    f"the attribute has no words in {' and '.join(missing)}: add them to "
                    "locales/<language>/intents/attributes/, or as words: in the folder's own intents.yaml"
                )
                self._problems.add(defined[attribute.id].file, f"attributes.{attribute.id}", "", remedy)
        return attributes

    def _words(self) -> dict[str, dict[str, tuple[AttributeWords, Fields]]]:
        words: dict[str, dict[str, tuple[AttributeWords, Fields]]] = {language: {} for language in LANGUAGES}
        for language in LANGUAGES:
            for path in files_in(self._locales / language / "intents" / "attributes", ".yaml"):
                fields = self._file(path, f"locales/{path.relative_to(self._locales)}")
                if fields is None:
                    continue
                for attribute_id, found in read_words(fields).items():
                    if attribute_id in words[language]:
                        first = words[language][attribute_id][1].file
                        fields.problem(attribute_id, "", f"its words stand in {first} already: join them")
                    else:
                        words[language][attribute_id] = (found, fields)
        return words

    def _deals(self) -> Iterator[tuple[Deal, list[Fact], str]]:
        paths, misnamed = _deal_files(self._folder / DEALS)
        for path in misnamed:
            remedy = f"a deal's file must end in .yaml: rename it to {path.stem}.yaml"
            self._problems.add(f"{DEALS}/{path.name}", "", "", remedy)
        if not paths and not misnamed:
            self._problems.add(f"{DEALS}/", "", "", "no deals: write at least one deals/<deal-id>.yaml")
        for path in paths:
            file = f"{DEALS}/{path.name}"
            if not is_identifier(path.stem):
                remedy = "the file name is the deal's id: lower-case letters, digits, _ and -, then .yaml"
                self._problems.add(file, "", path.name, remedy)
            fields = self._file(path, file)
            if fields:
                yield *read_deal(path.stem, fields), file

    def _file(self, path: Path, name: str) -> Fields | None:
        """The fields of one file, or None with a problem noted."""
        fields = self._fields(path, name)
        if fields is None:
            self._unread.add(name)
        return fields

    def _fields(self, path: Path, name: str) -> Fields | None:
        try:
            if path.exists() and not path.is_file():  # reading it might wait for ever, as on a pipe
                self._problems.add(name, "", "", "this is no file: move it away and write one of this name")
                return None
            content = path.read_bytes()
        except FileNotFoundError:
            if path.is_symlink():
                self._problems.add(name, "", "", "this is a link to a file that isn't there: mend or remove it")
                return None
            self._problems.add(name, "", "", "the file is missing: write it as knowledge/README.md shows")
            return None
        except OSError as error:
            self._problems.add(name, "", "", f"the file can't be read ({error.strerror}): check its rights")
            return None
        self._prints.append((name, content))
        plain = read_yaml(content, name, self._problems)
        return None if plain is None else Fields(plain, name, "", self._problems)


def _deal_files(folder: Path) -> tuple[list[Path], list[Path]]:
    """The deals' files, and those that would be if they ended as they must; what an editor hides is neither.

    A copy beside the file itself is left alone.
    """
    found = [path for path in sorted(folder.glob("*")) if not is_hidden(path.name)]
    misnamed = [path for path in found if path.suffix != ".yaml" and path.suffix.lower() in {".yaml", ".yml"}]
    deals = [path for path in found if path.suffix == ".yaml"]
    stems = {path.stem for path in deals}
    return deals, [path for path in misnamed if path.stem not in stems]

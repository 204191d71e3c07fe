"""The answering room's furniture: what every composer of replies needs, built once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from bot.answering.room.shelf import Shelf
from bot.answering.room.statements import Statements, source_line
from bot.answering.room.tokens import Tokens
from bot.answering.room.wordindex import WordIndex
from bot.facts.model import Citation, Knowledge
from bot.facts.store import FactStore
from bot.i18n import Voice
from bot.understanding.recogniser import Recogniser

MOST_KEPT = 2_000
T = TypeVar("T")


@dataclass(frozen=True)
class Room:
    """Facts, voices and the recogniser."""

    knowledge: Knowledge
    store: FactStore
    voices: Mapping[str, Voice]
    recogniser: Recogniser
    tokens: Tokens
    _kept: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    def statements(self, language: str) -> Statements:
        """An empty collection of statements in a language."""
        return Statements(self.knowledge.sources, self.voices[language], self.line, self.sentence)

    @cached_property
    def line(self) -> Callable[[str, Citation], str]:
        """The source of a citation in a language; the same few are named again and again, so they are kept."""

        @lru_cache(maxsize=MOST_KEPT)
        def line(language: str, citation: Citation) -> str:
            return source_line(self.voices[language], self.knowledge.sources[citation.source], citation)

        return line

    @cached_property
    def sentence(self) -> Callable[[str, str], str]:
        """The sentence of a fact, by its id, in a language; kept as the lines are."""

        @lru_cache(maxsize=MOST_KEPT)
        def sentence(language: str, fact: str) -> str:
            return self.voices[language].wording(self.knowledge.facts[fact])

        return sentence

    def once(self, make: Callable[["Room", str, str], T], language: str, name: str) -> T:
        """What `make` makes for a name in a language: made when first asked for, and kept."""
        key = (make, language, name)
        if key not in self._kept:
            self._kept[key] = make(self, language, name)
        made: T = self._kept[key]
        return made

    @cached_property
    def shelf(self) -> Shelf:
        """The deals to browse; made when first asked for, so that `ask` doesn't wait for it."""
        return Shelf(self.knowledge, self.store)

    @cached_property
    def index(self) -> WordIndex:
        """The words to search; made when first asked for, too."""
        return WordIndex(self.knowledge, self.voices)

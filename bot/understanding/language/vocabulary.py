"""What people say, as read from locales/: each language's words, and what concepts say in no language.

Nothing is interpreted yet: the lexicon, the name finder and all that hears or finds something takes its part of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from bot.facts.deal_reader import DEAL_KINDS, STATUSES
from bot.facts.gazetteer_reader import ENTITY_KINDS
from bot.facts.model import LANGUAGES
from bot.facts.section_reader import Lists, SectionReader
from bot.understanding.language.concepts import (
    CONCEPT,
    DEAL_KIND,
    ENTITY_KIND,
    STATUS,
    AskedConcepts,
    Concept,
    Concepts,
    DealConcepts,
    FirmConcepts,
    ListConcepts,
    RuleConcepts,
)
from bot.understanding.language.words import Words

NEARNESS = {"near": 0.7, "related": 0.5, "loose": 0.2}
"""How far a related concept counts, by grade."""

_GRADE = "grade"
_Grades = Mapping[Annotated[str, _GRADE], Concepts]


@dataclass(frozen=True)
class Vocabulary:
    """All languages' words, what concepts say by file, and how far each of two related concepts counts for the other.

    `other_languages` are words that tell a language which isn't spoken here.
    """

    words: Mapping[str, Words]
    asked: AskedConcepts
    deals: DealConcepts
    firms: FirmConcepts
    lists: ListConcepts
    rules: RuleConcepts
    related: tuple[tuple[str, str, float], ...]
    other_languages: Lists


def load_vocabulary(locales: Path) -> Vocabulary:
    """Read what people say. Raises KnowledgeError with every mistake in it, each with its file and line."""
    reader = SectionReader(locales)
    words = {language: reader.folder(Words, f"{language}/intents") for language in LANGUAGES}
    reader.known = {
        CONCEPT: concepts_of(words),
        STATUS: STATUSES,
        DEAL_KIND: (*DEAL_KINDS, *STATUSES),
        ENTITY_KIND: (*ENTITY_KINDS, "country"),
        _GRADE: NEARNESS,
    }
    vocabulary = Vocabulary(
        words=words,
        asked=reader.sections(AskedConcepts, "concepts/asked.yaml"),
        deals=reader.sections(DealConcepts, "concepts/deals.yaml"),
        firms=reader.sections(FirmConcepts, "concepts/firms.yaml"),
        lists=reader.sections(ListConcepts, "concepts/lists.yaml"),
        rules=reader.sections(RuleConcepts, "concepts/rules.yaml"),
        related=tuple(_related(reader.table(Mapping[Concept, _Grades], "related.yaml"))),
        other_languages=reader.table(Lists, "other_languages.yaml"),
    )
    reader.finish()
    return vocabulary


def concepts_of(words: Mapping[str, Words]) -> frozenset[str]:
    """The concepts that all languages have words for; units are some, too."""
    spoken = ({*one.concepts, *(f"unit_{unit}" for unit in one.numbers.units)} for one in words.values())
    return frozenset(set.intersection(*spoken))


def _related(table: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Iterator[tuple[str, str, float]]:
    """The pairs of locales/related.yaml with how far each concept counts for the other."""
    for concept, grades in table.items():
        for grade, others in grades.items():
            yield from ((concept, other, NEARNESS.get(grade, 0)) for other in others)

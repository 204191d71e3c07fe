"""The words that stand beside figures, by language: what is measured, what says "about", what a preposition skips.

From locales/<language>/figures.yaml. The voice says figures by them, `grammar` and `doubled` check wordings.
"""

from dataclasses import dataclass, field
from pathlib import Path

from bot.facts.section_reader import Lists, read_sections


@dataclass(frozen=True)
class FigureWords:
    """What figures.yaml says, by its keys; `approx` lists words by the `approx` whose sense they have."""

    measured: tuple[str, ...] = ()
    approx: Lists = field(default_factory=dict)
    between: tuple[str, ...] = ()


def figure_words(locales: Path, language: str) -> FigureWords:
    """The words of one language. Raises KnowledgeError for a file with a mistake in it."""
    return read_sections(FigureWords, locales, f"{language}/figures.yaml")

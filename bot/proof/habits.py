"""How people of a language type: their keyboard, their greetings, the words that they leave out, how names stand.

Read from locales/<language>/variants.yaml; `bot.proof.variants` and `bot.proof.swaps` work with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.facts.model import LANGUAGES
from bot.facts.section_reader import read_sections


@dataclass(frozen=True)
class _Written:
    """What variants.yaml says, by its keys."""

    keyboard: tuple[str, ...]
    greetings: tuple[str, ...]
    dropped: tuple[str, ...]
    bending: tuple[str, ...]
    genitive: tuple[str, ...]
    hissing: tuple[str, ...]
    own_articles: tuple[str, ...]


@dataclass(frozen=True)
class Habits:
    """`neighbours` maps each letter to the letters on the keys around it.

    `bending` are words before a name that go by its gender and number, `genitive` its endings, `hissing` those of names
    that take an apostrophe instead; with `own_articles` names themselves begin.
    """

    neighbours: Mapping[str, str]
    greetings: tuple[str, ...]
    dropped: frozenset[str]
    bending: frozenset[str]
    genitive: tuple[str, ...]
    hissing: tuple[str, ...]
    own_articles: tuple[str, ...]


def load_habits(locales: Path) -> Mapping[str, Habits]:
    """The habits of every language. Raises KnowledgeError with what is missing."""
    return {language: _habits(read_sections(_Written, locales, f"{language}/variants.yaml")) for language in LANGUAGES}


def neighbours(rows: Sequence[str]) -> Mapping[str, str]:
    """For each letter its neighbours; each row stands half a key to the right of the one above."""
    found: dict[str, str] = {}
    for number, row in enumerate(rows):
        above = rows[number - 1] if number else ""
        below = rows[number + 1] if number + 1 < len(rows) else ""
        for at, letter in enumerate(row):
            around = (
                row[max(at - 1, 0) : at],
                row[at + 1 : at + 2],
                above[at : at + 2],
                below[max(at - 1, 0) : at + 1],
            )
            found[letter] = "".join(around)
    return found


def _habits(written: _Written) -> Habits:
    return Habits(
        neighbours=neighbours(written.keyboard),
        greetings=written.greetings,
        dropped=frozenset(written.dropped),
        bending=frozenset(written.bending),
        genitive=written.genitive,
        hissing=written.hissing,
        own_articles=written.own_articles,
    )

"""How people of a language type: their keyboard, their greetings, the words that they leave out, how names stand.

Read from locales/<language>/variants.yaml; `bot.proof.variants` and `bot.proof.swaps` work with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.errors import DealBotError
from bot.facts.model import LANGUAGES
from bot.facts.problems import listed

_LISTS = ("keyboard", "greetings", "dropped", "bending", "genitive", "hissing", "own_articles")


class HabitsError(DealBotError):
    """A language's variants.yaml is missing or lacks a list."""


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
    """The habits of every language. Raises HabitsError."""
    return {language: _habits(locales / language / "variants.yaml") for language in LANGUAGES}


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


def _habits(path: Path) -> Habits:
    try:
        lists = yaml.safe_load(path.read_text(encoding="utf-8"))
        found = {name: tuple(str(entry) for entry in lists[name]) for name in _LISTS}
    except (OSError, KeyError, TypeError, yaml.YAMLError) as error:
        raise HabitsError(f"{path}: lists for {listed(_LISTS, 'and')} are needed ({error!r})") from None
    return Habits(
        neighbours=neighbours(found["keyboard"]),
        greetings=found["greetings"],
        dropped=frozenset(found["dropped"]),
        bending=frozenset(found["bending"]),
        genitive=found["genitive"],
        hissing=found["hissing"],
        own_articles=found["own_articles"],
    )

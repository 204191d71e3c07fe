"""Invented names of companies, towns and people: many, pronounceable, all different, the same for the same seed."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random

import yaml

PARTS = Path(__file__).with_name("names.yaml")


def companies(chance: Random) -> Iterator[str]:
    """Endlessly many company names, one in four of two words ("Berlesa", "Porusto Labs")."""
    for name in _different(chance, "company_endings", syllables=2):
        yield f"{name} {chance.choice(parts()['company_trades'])}" if chance.random() < 0.25 else name


def towns(chance: Random) -> Iterator[str]:
    """Endlessly many town names ("Pomburg")."""
    yield from _different(chance, "town_endings", syllables=1)


def people(chance: Random) -> Iterator[str]:
    """Endlessly many full names; no two share a surname."""
    for surname in _different(chance, "surname_endings", syllables=2):
        yield f"{chance.choice(parts()['given_names'])} {surname}"


@cache
def parts() -> Mapping[str, list[str]]:
    """Syllables, endings, given names and countries."""
    found: Mapping[str, list[str]] = yaml.safe_load(PARTS.read_text(encoding="utf-8"))
    return found


def _different(chance: Random, endings: str, syllables: int) -> Iterator[str]:
    seen: set[str] = set()
    while True:
        # A third of the names are a syllable longer, and all grow when the short ones are used up.
        length = syllables + (chance.random() < 0.33) + len(seen) // 30_000
        name, ending = "".join(_syllable(chance) for _ in range(length)), chance.choice(parts()[endings])
        name = (name.rstrip("aeiou") if ending[0] in "aeiou" else name) + ending
        if len(name) > 4 and name not in seen:
            seen.add(name)
            yield name.capitalize()


def _syllable(chance: Random) -> str:
    return "".join(chance.choice(parts()[kind]) for kind in ("onsets", "vowels", "codas"))

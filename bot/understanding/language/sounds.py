"""How a word sounds, roughly and in both languages: spellings that a writer may mix up by ear come out the same."""

import re
from functools import lru_cache

_ALIKE = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("sch|sh", "S"),
        ("ph|v", "f"),
        ("th|dt|d$", "t"),
        ("tz|z", "s"),
        ("c(?!h)|q", "k"),
        ("x", "ks"),
        ("[ae][iy]", "A"),
        ("ie|ea|y", "i"),
        ("ou", "u"),
        ("([aou])e", r"\1"),
        ("(?<=[aeiouA])h(?![aeiou])", ""),
        (r"(.)\1+", r"\1"),
    )
)
"""Applied in this order to folded words: letters that stand for the same sound, mute ones, doubled ones."""


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """The sound of a folded word; equal sounds are what counts, they aren't for reading."""
    for pattern, letters in _ALIKE:
        word = pattern.sub(letters, word)
    return word

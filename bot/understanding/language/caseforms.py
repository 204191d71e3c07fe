"""A German name as it stands behind articles: "Europäische Union" is "der Europäischen Union" behind "mit".

Without it a name that begins with an adjective is heard in the nominative only. The forms are held against nothing but
names, so that one too many does no harm.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

_ENDINGS = ("e", "en", "er", "es", "em")
_ADJECTIVE = re.compile(r"(\w{3,}?)e[rsn]?")
"""May be an adjective: a stem and one of its endings."""


def case_forms(name: str) -> Iterator[str]:
    """The name with the adjectives that it may begin with in each of their endings; none for a name of one word."""
    words = name.split()
    stems = [found[1] for found in takewhile(bool, map(_ADJECTIVE.fullmatch, words[:-1])) if found]
    for ending in _ENDINGS if stems else ():
        yield " ".join([*(stem + ending for stem in stems), *words[len(stems) :]])

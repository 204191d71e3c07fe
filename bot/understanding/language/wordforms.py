"""How a language bends names and nouns: read from wordforms.yaml, so that no code holds endings.

"Europäische Union" is "der Europäischen Union" behind "mit", and a firm from Dresden the "Dresdner Firma". A language
that leaves names as they are lists nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from bot.facts.section_reader import Lists

_SHORTEST_TOWN, _SHORTEST_STEM = 4, 3

Listed = tuple[str, ...]


@dataclass(frozen=True)
class WordForms:
    """What wordforms.yaml says, by its keys."""

    articles: Listed = ()
    one: Listed = ()
    within_names: Listed = ()
    only_one: Listed = ()
    several: Listed = ()
    maybe_several: Listed = ()
    plural_endings: Listed = ()
    singular_endings: Listed = ()
    plural_nouns: Listed = ()
    plural_adjectives: Listed = ()
    noun_endings: Listed = ()
    noun_swaps: Lists = field(default_factory=dict)
    genitives: Lists = field(default_factory=dict)
    plurals: Lists = field(default_factory=dict)
    adjectives: Listed = ()
    adjective_cases: Listed = ()
    towns: Lists = field(default_factory=dict)

    def of_town(self, name: str) -> Listed:
        """The adjectives of a town's name, which are its people, too; () for a name of several words or a short one."""
        return _bent(name, self.towns) if len(name) >= _SHORTEST_TOWN and name.isalpha() else ()

    def genitives_of(self, noun: str) -> Listed:
        """A noun's genitives that differ from it; both where both are usual ("Baus", "Baues")."""
        return _bent(noun, self.genitives)

    def of_noun(self, noun: str) -> Iterator[str]:
        """A noun for a trade in its forms; one too many does no harm."""
        yield from (noun + ending for ending in ("", *self.noun_endings))
        for ending, forms in self.noun_swaps.items():
            if noun.endswith(ending):
                yield from (noun.removesuffix(ending) + form for form in forms)

    def in_cases(self, name: str) -> Iterator[str]:
        """The name with the adjectives that it may begin with in each of their endings; none for a name of one word.

        The forms are held against nothing but names, so that one too many does no harm.
        """
        words = name.split()
        adjective = re.compile(rf"(\w{{{_SHORTEST_STEM},}}?)(?:{'|'.join(self.adjectives)})")
        found = takewhile(bool, map(adjective.fullmatch, words[:-1])) if self.adjectives else ()
        stems = [one[1] for one in found if one]
        for ending in self.adjective_cases if stems else ():
            yield " ".join([*(stem + ending for stem in stems), *words[len(stems) :]])


def _bent(word: str, forms: Lists) -> Listed:
    """The forms that stand for a word's ending, the longest that is listed."""
    ending = max((one for one in forms if word.endswith(one)), key=len, default=None)
    return () if ending is None else tuple(word.removesuffix(ending) + form for form in forms[ending])

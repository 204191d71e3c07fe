"""How a language bends names and nouns: read from wordforms.yaml, so that no code holds endings.

"Europäische Union" is "der Europäischen Union" behind "mit", and a firm from Dresden the "Dresdner Firma". A language
that leaves names as they are lists nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from itertools import takewhile
from typing import Any

from bot.errors import CatalogError

_SHORTEST_TOWN, _SHORTEST_STEM = 4, 3

Words = tuple[str, ...]


@dataclass(frozen=True)
class WordForms:
    """What wordforms.yaml says, by its keys."""

    articles: Words = ()
    one: Words = ()
    within_names: Words = ()
    only_one: Words = ()
    several: Words = ()
    maybe_several: Words = ()
    plural_endings: Words = ()
    singular_endings: Words = ()
    plural_nouns: Words = ()
    plural_adjectives: Words = ()
    noun_endings: Words = ()
    adjectives: Words = ()
    adjective_cases: Words = ()
    towns: Mapping[str, Words] = field(default_factory=dict)

    @classmethod
    def read(cls, table: Mapping[str, Any], file: str) -> "WordForms":
        """The forms of a file. Raises CatalogError where a key is unknown or holds no list of words."""
        known = [one.name for one in fields(cls)]
        for key, value in table.items():
            if key not in known:
                raise CatalogError(f"{file}: {key}: unknown key; known here: {', '.join(known)}")
            if not (_are_lists(value) if key == "towns" else _is_list(value)):
                raise CatalogError(f"{file}: {key}: write {'lists by ending' if key == 'towns' else 'a list of words'}")
        towns = {ending: tuple(forms) for ending, forms in table.get("towns", {}).items()}
        return cls(**{key: tuple(value) for key, value in table.items() if key != "towns"}, towns=towns)

    def of_town(self, name: str) -> Words:
        """The adjectives of a town's name, which are its people, too; () for a name of several words or a short one."""
        if len(name) < _SHORTEST_TOWN or not name.isalpha():
            return ()
        ending = max((one for one in self.towns if name.endswith(one)), key=len, default=None)
        return () if ending is None else tuple(name.removesuffix(ending) + form for form in self.towns[ending])

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


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _are_lists(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(key, str) and _is_list(one) for key, one in value.items())

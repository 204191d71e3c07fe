"""A question as other people type it: slips of the keys, umlauts, case, punctuation, words left out or taken apart.

Seeded: the same question, kind and seed give the same variant, whatever else is asked. Numbers and words of up to three
letters keep their letters, for a slip there makes another number or name.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from bot.proof.habits import Habits
from bot.understanding.language.lexicon import Lexicon

LONGEST_SAFE = 3
"""Words of up to this many letters are never mistyped."""

_WORD = re.compile(r"(?<![\w])[^\W\d_]+(?![\w])")
_PUNCTUATION = re.compile(r"(?<!\w)[^\w\s%€$£¥]+|[^\w\s%€$£¥]+(?!\w)")
_PLAIN = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "Ä": "A", "Ö": "O", "Ü": "U"})
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_HYPHENATED = re.compile(r"(?<!\w)[^\W\d_]{2,}(?:-[^\W\d_]{2,})+(?!\w)")
_SHORTEST_PART = 4


@dataclass(frozen=True, slots=True)
class Variant:
    """A changed question, and the kind of change."""

    kind: str
    text: str


Change = Callable[[str, str, Random], str | None]
"""(question, language, chance) → the question changed, or None where the change has nothing to work on."""


class Variants:
    """Makes the variants of questions.

    `lexicons` know the parts of compounds; `names` are words, in lower case, that are none.
    """

    def __init__(
        self, habits: Mapping[str, Habits], lexicons: Mapping[str, Lexicon], names: Collection[str] = (), seed: int = 0
    ) -> None:
        self._habits = habits
        self._lexicons = lexicons
        self._names = frozenset(names)
        self._seed = seed
        self._changes: Mapping[str, Change] = {
            "neighbour key": self._mistyped(self._neighbour),
            "letter dropped": self._mistyped(lambda word, at, *_: word[:at] + word[at + 1 :]),
            "letter doubled": self._mistyped(lambda word, at, *_: word[: at + 1] + word[at:]),
            "letters swapped": self._mistyped(_swapped),
            "ä as ae": lambda text, *_: text.translate(_TWO_LETTERS),
            "ä as a": lambda text, *_: text.translate(_PLAIN),
            "ß as ss": lambda text, *_: text.replace("ß", "ss"),
            "lower case": lambda text, *_: text.lower(),
            "no punctuation": lambda text, *_: " ".join(_PUNCTUATION.sub(" ", text).split()),
            "words dropped": self._dropped,
            "compound split": self._split,
            "compound joined": _joined,
            "greeting": lambda text, language, chance: f"{chance.choice(self._habits[language].greetings)} {text}",
        }

    @property
    def kinds(self) -> tuple[str, ...]:
        """All kinds of variants, in the order in which they are made."""
        return tuple(self._changes)

    def of(self, question: str, language: str) -> Iterator[Variant]:
        """The variants of a question that differ from it, at most one of each kind."""
        for kind, change in self._changes.items():
            text = change(question, language, Random(f"{self._seed} {kind} {question}"))  # noqa: S311 (no secret)
            if text and text != question:
                yield Variant(kind, text)

    def _mistyped(self, slip: Callable[[str, int, str, Random], str]) -> Change:
        """One slip in one of the question's longer words."""

        def change(text: str, language: str, chance: Random) -> str | None:
            words = [found for found in _WORD.finditer(text) if len(found.group()) > LONGEST_SAFE]
            if not words:
                return None
            found = chance.choice(words)
            word = found.group()
            changed = slip(word, chance.randrange(len(word)), language, chance)
            return text[: found.start()] + changed + text[found.end() :]

        return change

    def _neighbour(self, word: str, at: int, language: str, chance: Random) -> str:
        around = self._habits[language].neighbours.get(word[at].lower())
        if not around:
            return word
        letter = chance.choice(around)
        return word[:at] + (letter.upper() if word[at].isupper() else letter) + word[at + 1 :]

    def _dropped(self, text: str, language: str, chance: Random) -> str | None:
        """About half of the small words left out, at least one; a capital inside the question may be a name's."""
        words = text.split(" ")
        places = [
            at
            for at, word in enumerate(words)
            if word.lower() in self._habits[language].dropped and (at == 0 or word.islower())
        ]
        if not places or len(words) - len(places) < 2:
            return None
        gone = {at for at in places if chance.random() < 0.5} or {chance.choice(places)}
        return " ".join(word for at, word in enumerate(words) if at not in gone)

    def _split(self, text: str, language: str, chance: Random) -> str | None:
        """A compound or hyphenated word written as two words."""
        joints = [found.start() for found in re.finditer(r"(?<=[^\W\d_]{2})-(?=[^\W\d_]{2})", text)]
        joints += [joint for found in _WORD.finditer(text) if (joint := self._joint(found, language))]
        if not joints:
            return None
        at = chance.choice(joints)
        return f"{text[:at]} {text[at:].removeprefix('-')}"

    def _joint(self, found: re.Match[str], language: str) -> int | None:
        """Where in the question the last part of a compound begins, if the word is one of two longer parts."""
        word = found.group()
        if len(word) < 2 * _SHORTEST_PART or "ß" in word or word.lower() in self._names:
            return None
        parts = self._lexicons[language].split(word)
        if not parts or min(map(len, parts)) < _SHORTEST_PART:
            return None
        return found.end() - len(parts[-1])


def _swapped(word: str, at: int, _language: str, _chance: Random) -> str:
    at = min(at, len(word) - 2)
    pair = word[at + 1] + word[at]
    # The hand keeps the capital where it was: "Iwe", not "iWe".
    pair = pair.capitalize() if word[at].isupper() and word[at + 1].islower() else pair
    return word[:at] + pair + word[at + 2 :]


def _joined(text: str, _language: str, chance: Random) -> str | None:
    """A hyphenated word written as one: "Österreich-Deal" → "Österreichdeal"."""
    hyphenated = list(_HYPHENATED.finditer(text))
    if not hyphenated:
        return None
    found = chance.choice(hyphenated)
    first, *others = found.group().split("-")
    joined = first + "".join(part if part.isupper() else part.lower() for part in others)
    return text[: found.start()] + joined + text[found.end() :]

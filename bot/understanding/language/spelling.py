"""Words that the vocabulary lacks, put right: what the ear mixes up, what fingers mistype, and nothing bolder.

Short words and numbers stay as they are (2016 is not 2018, "jd" is not "jo"); the permitted distance grows with length.
Candidates come from buckets by length and by sound, so a question costs no scan over all words. Among the candidates
the likeliest slip wins: neighbours in the wrong order, a letter doubled or not, a sound spelt otherwise come before a
wrong letter; words of the utterance's language and words that the facts use come before others.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein

from bot.understanding.language.marks import Marks
from bot.understanding.language.once import Once
from bot.understanding.language.remembered import Remembered
from bot.understanding.language.samelength import SameLength
from bot.understanding.language.sounds import sound

_SOUND, _SWAPPED, _LETTER = 0.4, 0.6, 0.05
_OTHER_START, _OTHER_LANGUAGE, _UNUSED = 0.5, 0.3, 0.2
_EXTRA = 0.05
"""A letter is rather left out than typed in addition: "presdent" is president, not present."""

_MOST_CANDIDATES = 12
_SHORTEST_HEARD = 4
"""Words from so many letters on are put right by their sound alone."""


_Use = tuple[tuple[str, ...], bool]
"""The languages of a word, and whether the facts use it."""

_UNKNOWN: _Use = ((), False)


def most_edits(length: int) -> int:
    """How many edits (optimal string alignment) are forgiven in a word of this many letters."""
    if length < 5:
        return 0
    if length < 8:
        return 1
    return 2 if length < 13 else 3


def slip(word: str, meant: str, edits: int) -> float:
    """How unlikely it is that one word was typed for another, in edits: likely slips are fractions of one."""
    if sound(word) == sound(meant):
        return _SOUND + _LETTER * (edits + (word[0] != meant[0]))
    if edits == 1 and Levenshtein.distance(word, meant) > 1:
        return _SWAPPED
    return edits + _OTHER_START * (word[0] != meant[0]) + _EXTRA * (len(word) > len(meant))


class Speller:
    """Finds the known word nearest to an unknown one; answers are remembered.

    `short` is for a small closed set (question and function words): there a single edit is forgiven from three letters.
    """

    def __init__(self, words: Mapping[str, Iterable[str]], *, short: bool = False) -> None:
        self._short = short
        self._buckets: dict[int, SameLength] = defaultdict(SameLength)
        self._words: list[str] = []
        self._sounds = Marks()
        self._known: dict[str, _Use] = {}
        self._once = Once[_Use]()
        self._any_used = False
        self._nearest = Remembered(self._search)
        for language, known in words.items():
            self.learn(known, language)

    def learn(self, words: Iterable[str], language: str, used: Iterable[str] = ()) -> None:
        """Take in further words of a language; `used` are those that the facts and their examples use."""
        in_use = set(used)
        self._any_used = self._any_used or bool(in_use)
        for word in sorted({word for word in words if len(word) >= 3 and word[0].isalpha()}):
            spoken, was_used = self._known.get(word, _UNKNOWN)
            if not spoken:
                self._sounds.add(sound(word), len(self._words))
                self._words.append(word)
                if self._short or len(word) > 3:
                    self._buckets[len(word)].add((word,))
            use = (spoken if language in spoken else (*spoken, language), was_used or word in in_use)
            self._known[word] = self._once(use)
        self._sounds.settle()
        for bucket in self._buckets.values():
            bucket.settle()
        self._nearest.forget()

    def nearest(self, word: str, language: str = "") -> tuple[str, float] | None:
        """The known word that was meant most likely, and its distance in edits; None if none is near.

        In doubt it is one of the given language.
        """
        return self._nearest((word, language))

    def languages(self, word: str) -> Iterable[str]:
        """The languages of a known word."""
        return self._known.get(word, _UNKNOWN)[0]

    def swapped(self, word: str, language: str) -> str | None:
        """The word of a language that two neighbouring letters in the wrong order make of this one ("frist": first)."""
        return next((other for other in _swaps(word) if language in self.languages(other)), None)

    def _search(self, asked: tuple[str, str]) -> tuple[str, float] | None:
        word, language = asked
        best: tuple[float, str, float] | None = None
        for known, edits in self._candidates(word).items():
            distance = slip(word, known, edits)
            if edits > 1 and known[0] != word[0] and distance >= edits:
                continue  # a wrong first letter is rare: only with a single edit
            spoken, used = self._known[known]
            rank = distance + _OTHER_LANGUAGE * (bool(language) and language not in spoken)
            rank += _UNUSED * (self._any_used and not used)
            best = min(best, (rank, known, distance)) if best else (rank, known, distance)
        return (best[1], best[2]) if best else None

    def _candidates(self, word: str) -> dict[str, int]:
        """Known words within the permitted edits, and those that sound alike, with their edits."""
        found: dict[str, int] = {}
        edits = 1 if self._short and len(word) < 8 else most_edits(len(word))
        for length in range(len(word) - edits, len(word) + edits + 1):
            bucket = self._buckets.get(length)
            if bucket and edits:
                allowed = min(edits, most_edits(length) or 1)
                alike = bucket.alike(word, allowed)
                near = process.extract(word, alike, scorer=OSA.distance, score_cutoff=allowed, limit=_MOST_CANDIDATES)
                found.update((known, int(distance)) for known, distance, _ in near)
        if len(word) >= _SHORTEST_HEARD:
            heard = (self._words[number] for number in self._sounds.find(sound(word)))
            found.update((known, OSA.distance(word, known)) for known in heard)
        if len(word) == 4 and not self._short:  # too few for any edit but two neighbours in the wrong order
            found.update((swapped, 1) for swapped in _swaps(word) if swapped in self._known)
        return found


def _swaps(word: str) -> list[str]:
    """All words that two neighbouring letters in the other order make of this one."""
    pairs = (at for at in range(len(word) - 1) if word[at] != word[at + 1])
    return [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in pairs]

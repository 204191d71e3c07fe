"""Words that the vocabulary lacks, corrected to ones that it has: Damerau's typing errors, and nothing bolder.

Short words and numbers stay as they are (2016 is not 2018, "jd" is not "jo"); the permitted distance grows with length.
Candidates come from buckets by length, so a question costs no scan over all words.
"""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding.remembered import Remembered
from bot.understanding.samelength import SameLength


def most_edits(length: int) -> int:
    """How many edits (optimal string alignment) are forgiven in a word of this many letters."""
    if length < 5:
        return 0
    if length < 8:
        return 1
    return 2 if length < 13 else 3


class Speller:
    """Finds the known word nearest to an unknown one; answers are remembered.

    `short` is for a small closed set (question and function words): there a single edit is forgiven from three letters.
    """

    def __init__(self, words: Iterable[str], *, short: bool = False) -> None:
        self._short = short
        self._buckets: dict[int, SameLength] = defaultdict(SameLength)
        self._words: set[str] = set()
        self.nearest = Remembered(self._search)
        self.learn(words)

    def learn(self, words: Iterable[str]) -> None:
        """Take in further words."""
        new = sorted(
            {word for word in words if len(word) >= (3 if self._short else 4) and word[0].isalpha()} - self._words
        )
        self._words.update(new)
        for word in new:
            self._buckets[len(word)].add((word,))
        self.nearest.forget()

    def _search(self, word: str) -> tuple[str, int] | None:
        """The nearest known word and its distance, or None. Ties go to the same first letter, then the alphabet."""
        edits = 1 if self._short and len(word) < 8 else most_edits(len(word))
        best: tuple[int, bool, str] | None = None
        for length in range(len(word) - edits, len(word) + edits + 1):
            bucket = self._buckets.get(length)
            if not bucket or not edits:
                continue
            allowed = min(edits, most_edits(length) or 1)
            alike = bucket.alike(word, allowed)
            for known, distance, _ in process.extract(word, alike, scorer=OSA.distance, score_cutoff=allowed, limit=4):
                rank = (int(distance), known[0] != word[0], known)
                best = min(best, rank) if best else rank
        if best is None and len(word) == 4:
            return self._swapped(word)
        if best is None or (best[1] and best[0] > 1):  # a wrong first letter is rare: only with a single edit
            return None
        return best[2], best[0]

    def _swapped(self, word: str) -> tuple[str, int] | None:
        """Four letters are too few for any edit but two neighbours typed in the wrong order."""
        bucket = self._buckets[4].words
        for at in range(3):
            swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            if swapped != word and swapped in bucket:
                return swapped, 1
        return None

"""Misspelt names: which of the known ones a row of unknown tokens comes nearest to, by edits or by sound."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding.language.marks import Marks
from bot.understanding.language.normalise import Token
from bot.understanding.language.remembered import Remembered
from bot.understanding.language.samelength import SameLength
from bot.understanding.language.sounds import sound
from bot.understanding.language.spelling import most_edits, slip

_LONGEST = 4
"""A misspelt name takes at most so many tokens."""

_FURTHER = 0.75
"""So many edits nearer the name of a bystander must be than one of the facts."""

_SHORTEST_PART, _FORGIVING = 3, 5
"""Shorter words of names are never misspelt; one of fewer letters than five may only have two of them swapped."""

_SHORTEST_HEARD = 5
"""Names from so many letters on are known by their sound alone."""


class NearName(NamedTuple):
    """A misspelt name: whom it may mean, how many tokens it takes, the key meant, and how far off it is, in edits."""

    entities: tuple[str, ...]
    size: int
    meant: str
    distance: float


class NearNames:
    """The squeezed names of all entities, by length and by sound; `several` are the words of those that have more."""

    def __init__(
        self,
        names: Mapping[str, tuple[str, ...]],
        several: Mapping[str, tuple[str, ...]],
        bystanders: Collection[str],
    ) -> None:
        self._names = names
        self._several = several
        self._by_letters: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for name, words in several.items():
            self._by_letters[tuple(word[0] for word in words)].append(name)
        self._bystanders = frozenset(bystanders)
        self._by_length: dict[int, SameLength] = defaultdict(SameLength)
        self._sounds, self._spelt = Marks(), tuple(names)
        for number, name in enumerate(self._spelt):
            self._by_length[len(name)].add((name,))
            self._sounds.add(sound(name), number)
        self._sounds.settle()
        for bucket in self._by_length.values():
            bucket.settle()
        self.nearest = Remembered(self._search)

    def starting_at(self, tokens: Sequence[Token], at: int) -> NearName | None:
        """What a misspelt window that starts at an unknown token names."""
        best: tuple[float, int, str, float] | None = None
        for size in range(1, min(_LONGEST, len(tokens) - at) + 1):
            window = tokens[at : at + size]
            key = "".join(token.folded for token in window)
            if any(token.clause != window[0].clause for token in window):
                break
            near = self.nearest(key) or self._word_by_word([token.folded for token in window])
            if near is not None:
                rank = (near[1] / len(key), -size, *near)
                best = min(best, rank) if best else rank
        if best is None:
            return None
        _, size, name, distance = best
        return NearName(self._names[name], -size, name, distance)

    def _word_by_word(self, words: Sequence[str]) -> tuple[str, float] | None:
        """The name with one slip in each of its words at most ("Alvn Lui"), of which a short one forgives less."""
        if len(words) == 1 or min(map(len, words)) < _SHORTEST_PART:
            return None
        for name in self._by_letters.get(tuple(word[0] for word in words), ()):
            pairs = list(zip(words, self._several[name], strict=True))
            edits = [OSA.distance(word, meant, score_cutoff=1) for word, meant in pairs]
            swapped = all(sorted(word) == sorted(meant) for word, meant in pairs if len(meant) < _FORGIVING)
            if max(edits) <= 1 and swapped:
                return name, float(sum(edits))
        return None

    def _search(self, key: str) -> tuple[str, float] | None:
        """The nearest name to a squeezed key within the edits permitted for its length, or of the same sound.

        A bystander's, of which no fact tells, must be clearly nearer than another.
        """
        edits = most_edits(len(key))
        near: list[tuple[float, str]] = []
        for length in range(len(key) - edits, len(key) + edits + 1):
            allowed = min(edits, most_edits(length))
            bucket = self._by_length.get(length)
            if not bucket or not allowed:
                continue
            alike = bucket.alike(key, allowed)
            for name, distance, _ in process.extract(key, alike, scorer=OSA.distance, score_cutoff=allowed, limit=3):
                if name[0] == key[0] or distance <= 1:
                    near.append((slip(key, name, int(distance)), name))
        if len(key) >= _SHORTEST_HEARD:
            heard = (self._spelt[number] for number in self._sounds.find(sound(key)))
            near += ((slip(key, name, 1), name) for name in heard)
        ranked = [(far + _FURTHER * self._bystanders.issuperset(self._names[name]), name, far) for far, name in near]
        _, name, far = min(ranked, default=(0.0, "", 0.0))
        return (name, far) if name else None

    def ending_at(self, tokens: Sequence[Token], at: int) -> tuple[tuple[str, ...], str] | None:
        """The entities whose name of several words ends with this token, misspelt: "About *Yuo*", "New *Zeland*"."""
        window = tokens[at - 1 : at + 1]
        if len(window) < 2 or window[0].clause != window[1].clause:
            return None
        near = self.nearest(window[0].folded + window[1].folded)
        if near is None or near[0] not in self._several or near[1] > 1 or not near[0].startswith(window[0].folded):
            return None
        return self._names[near[0]], near[0]
